import { partOf, wholeOf } from "../rollbacks/wholes";
import type { ReleaseAddress } from "./releaseAddress";
import type { AdviceWhole } from "./releaseAdvice";
import type { ComponentRelease, ReleaseWay, WayPreview } from "./releasePreview";

/** What the installed version holds and the package does not. */
export interface Dropped {
  /** Tables and environment variables first; without what is part of one of them. */
  readonly components: readonly ReleaseAddress[];
  /** Of those that have any, what is part of them. */
  readonly along: readonly AdviceWhole[];
  /** All of them, parts counted each. */
  readonly total: number;
}

const KINDS: ReadonlySet<ComponentRelease["kind"]> = new Set(["deleted", "survives", "leftBehind"]);

/** With a table goes, or stays, what is part of it: both are told as one. */
export function droppedIn({ update, upgrade }: Readonly<Record<ReleaseWay, WayPreview>>): Dropped {
  const fates = [...update.fates, ...upgrade.fates].filter(({ kind }) => KINDS.has(kind));
  const dropped = new Map(fates.map(({ component }) => [component.address, component]));
  const wholes = new Map<string, ReleaseAddress>();
  for (const { address, here } of dropped.values()) {
    const whole = here && wholeOf(here);
    if (whole !== undefined) wholes.set(whole, address);
  }
  const along = new Map<ReleaseAddress, ReleaseAddress[]>();
  const alone: ReleaseAddress[] = [];
  for (const { address, here } of dropped.values()) {
    const whole = wholes.get((here && partOf(here)) ?? "");
    if (whole === undefined) alone.push(address);
    else along.set(whole, [...(along.get(whole) ?? []), address]);
  }
  const isWhole = new Set(wholes.values());
  return {
    components: [...alone.filter((one) => isWhole.has(one)).sort(), ...alone.filter((one) => !isWhole.has(one)).sort()],
    along: [...along].map(([whole, parts]) => ({ whole, parts: parts.sort() })).sort(byWhole),
    total: dropped.size,
  };
}

const byWhole = (a: AdviceWhole, b: AdviceWhole): number => (a.whole < b.whole ? -1 : Number(a.whole > b.whole));
