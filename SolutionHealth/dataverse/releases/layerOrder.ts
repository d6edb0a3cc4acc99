import type { AffectedComponent } from "../../domain/consequences/affectedComponent";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { addressOf } from "../../domain/releases/releaseAddress";
import type { PresentComponent } from "../../domain/releases/releaseFacts";
import type { ListedFacts } from "./readPackageFacts";

type Lists = Pick<ListedFacts, "package" | "presence" | "members" | "implied" | "parts">;

/** What the package describes, what it drops, and what goes along; of mere mentions only what the solution has a layer on. */
export function layersWanted({ package: content, presence, members, implied, parts }: Lists): PresentComponent[] {
  const held = new Set(members.map(({ component }) => component.key));
  const incoming = content.components.flatMap((component) => {
    const one = presence.get(addressOf(component));
    if (one?.status !== "present") return [];
    return !component.shell || held.has(one.here.component.key) ? [one.here] : [];
  });
  return [...incoming, ...members, ...implied, ...parts];
}

/**
 * What decides most comes first, since the reading may be cancelled: what the package drops, then what is flagged or known to
 * say something else, then what others may hold too, then the rest.
 * @param otherwise of which something is told otherwise than the package has it
 */
export function inOrder(
  wanted: readonly PresentComponent[],
  { presence, members, family }: Lists & Pick<ListedFacts, "family">,
  otherwise: ReadonlySet<ComponentKey>,
): AffectedComponent[] {
  const kept = new Set(
    [...presence.values()].flatMap((one) => (one.status === "present" ? [one.here.component.key] : [])),
  );
  const held = new Map(members.map(({ component, heldBy }) => [component.key, heldBy]));
  const isShared = ({ component, custom }: PresentComponent): boolean =>
    custom === false || held.get(component.key)?.length !== 1 || held.get(component.key)?.[0] !== family.base?.id;
  const rank = (one: PresentComponent): number => {
    if (!kept.has(one.component.key)) return 0;
    if (one.flagged !== false || otherwise.has(one.component.key)) return 1;
    return isShared(one) ? 2 : 3;
  };
  return wanted
    .map((one) => ({ component: one.component, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ component }) => component);
}
