import type { InSteps } from "../inSteps";
import { isMergeType } from "../layers/mergeTypes";
import type { ComponentLayer } from "../layers/componentLayer";
import { partOf, wholeOf } from "../rollbacks/wholes";
import type { Subject } from "../rollbacks/subjects";
import type { Placement } from "./placement";
import { addressOf } from "./releaseAddress";
import { type Dependent, type ReleaseGround, releaseGround, subjectOf } from "./releaseGround";
import type {
  ComponentRelease,
  ReleaseBlocker,
  ReleaseBlockerKind,
  ReleaseComponent,
  ReleaseFix,
} from "./releasePreview";
import { incomingAs, type Situation } from "./situation";

/** Error of the platform in which a delete ends that something still needs (fact sheet §6.8). */
const REFERENCED = "0x8004F01F";

/**
 * What stands in the way of the deletes of an upgrade, which fails as a whole on the first (fact sheet §8.3). What the
 * package itself drops or describes anew is judged by what it will be; everything else by what it is.
 */
export function* deletionBlockers(fates: readonly ComponentRelease[], at: Situation): InSteps<ReleaseBlocker[]> {
  const ground = releaseGround(fates, at);
  yield;
  const found = new Map<string, ReleaseBlocker>();
  for (const blocker of [...partBlockers(ground), ...incomingBlockers(ground), ...(yield* needs(ground))]) {
    const key = `${blocker.required.address} ${blocker.dependent.address}`;
    if (!found.has(key)) found.set(key, blocker);
  }
  return [...found.values()];
}

const blocker = (
  kind: ReleaseBlockerKind,
  required: ReleaseComponent,
  dependent: ReleaseComponent,
  fix: ReleaseFix,
  { round = 1, certain = true }: { readonly round?: number; readonly certain?: boolean } = {},
): ReleaseBlocker => ({ kind, required, dependent, fix, round, certain, code: REFERENCED });

/** Parts of tables that go, which another managed solution, or the package itself, still has a layer on. */
function partBlockers({ doomed, dependents, at }: ReleaseGround): ReleaseBlocker[] {
  const wholes = new Map(
    [...doomed.values()].flatMap((one) => {
      const whole = one.here && wholeOf(one.here);
      return whole === undefined ? [] : [[whole, one] as const];
    }),
  );
  const news = [...at.incoming.values()].flatMap((incoming): ReleaseBlocker[] => {
    const whole = wholes.get(incoming.table === undefined ? "" : `table ${incoming.table.toLowerCase()}`);
    const component = incomingAs(incoming);
    if (whole === undefined || at.found.presence.get(component.address)?.status === "present") return [];
    return [blocker("part", whole, component, { where: "package" })];
  });
  const present = [...dependents.values()].flatMap((dependent): ReleaseBlocker[] => {
    const whole = wholes.get(partOf(dependent.here) ?? "");
    return whole === undefined ? [] : partBlocker(whole, dependent, at);
  });
  return [...news, ...present];
}

function partBlocker(
  whole: ReleaseComponent,
  { component, incoming, reading }: Dependent,
  at: Situation,
): ReleaseBlocker[] {
  if (incoming) return [blocker("part", whole, component, { where: "package" })];
  if (reading.status === "unknown") {
    const { why } = reading;
    return [{ ...blocker("unreadable", whole, component, { where: "unknown" }, { certain: false }), why }];
  }
  const holder = reading.stack.layers.find((layer) => layer.kind === "managed" && !at.plan.goes(layer));
  return holder ? [blocker("part", whole, component, fixOf(holder, at))] : [];
}

/** The package still needs what it no longer holds: as far as its own words will be in force. */
function incomingBlockers({ doomedAt, dependents, at }: ReleaseGround): ReleaseBlocker[] {
  return [...at.incoming].flatMap(([address, incoming]) => {
    if (incoming.shell) return [];
    const required = incoming.references.flatMap((reference) => doomedAt.get(addressOf(reference)) ?? []);
    if (required.length === 0) return [];
    const presence = at.found.presence.get(address);
    const here = presence?.status === "present" ? presence.here : undefined;
    const dependent = here && dependents.get(here.component.key);
    const force = dependent ? ownForce(dependent, at) : "certain";
    if (force === "none") return [];
    const component = incomingAs(incoming, here);
    return [...new Set(required)].map((one) =>
      blocker("incomingDependency", one, component, { where: "package" }, { certain: force === "certain" }),
    );
  });
}

/**
 * Whether the package's words on a component count: the topmost layer that defines it does, of merge types every one does
 * (fact sheet §6.2). A managed layer above that changes something defines it; one that changes nothing may.
 */
function ownForce({ reading, here }: Dependent, { plan }: Situation): "certain" | "likely" | "none" {
  if (isMergeType(here.typeName)) return "certain";
  if (reading.status === "unknown") return "likely";
  const { above } = plan.place(reading.stack);
  if (above.some((layer) => layer.kind === "managed" && changesSomething(layer))) return "none";
  return above.length > 0 ? "likely" : "certain";
}

function changesSomething({ changes, children }: ComponentLayer): boolean {
  if (changes.status === "read" && Object.keys(changes.value).length > 0) return true;
  return children.status === "read" && Object.keys(children.value).length > 0;
}

/** What the server lists, and what only layers tell that come to the fore. */
function* needs(ground: ReleaseGround): InSteps<ReleaseBlocker[]> {
  const { at, doomed, dependents } = ground;
  const byId = new Map(
    [...doomed.values()].flatMap((one) => (one.here ? [[`${one.here.type} ${one.here.id}`, one] as const] : [])),
  );
  const listed = new Set<string>();
  const found: ReleaseBlocker[] = [];
  for (const {
    required: { type, id },
    dependent: { key },
  } of at.found.dependencies) {
    const required = byId.get(`${type} ${id}`);
    const dependent = dependents.get(key);
    if (!required || !dependent) continue;
    listed.add(`${required.address} ${key}`);
    found.push(...needBlocker(required, dependent, true, ground));
    yield;
  }
  for (const dependent of dependents.values()) {
    for (const { component } of ground.index.namedBy(subjectOf(dependent))) {
      const required = doomed.get(component.key);
      if (!required || listed.has(`${required.address} ${dependent.here.key}`)) continue;
      found.push(...needBlocker(required, dependent, false, ground));
    }
    yield;
  }
  return found;
}

/** @param listed the server says so, of the layers as they are now */
function needBlocker(
  required: ReleaseComponent,
  dependent: Dependent,
  listed: boolean,
  ground: ReleaseGround,
): ReleaseBlocker[] {
  const { at, index } = ground;
  const { component, reading, incoming } = dependent;
  if (reading.status === "unknown") {
    if (!listed) return [];
    return [
      { ...blocker("dependency", required, component, { where: "unknown" }, { certain: !incoming }), why: reading.why },
    ];
  }
  const placement = at.plan.place(reading.stack);
  const isTouched = placement.replaced.length > 0 || (incoming !== undefined && !incoming.shell);
  if (!isTouched) return listed ? [blocker("dependency", required, component, fixOf(reading.stack.layers[0], at))] : [];
  const subject = subjectOf(dependent);
  const target: Subject = { component: required.here ?? dependent.here, heldBy: [] };
  const naming: Naming = (layers, whole) => index.namings(subject, target, layers, whole).map(({ layer }) => layer);
  return touchedBlocker(required, dependent, placement, listed, naming, at);
}

type Naming = (layers: readonly ComponentLayer[], whole?: readonly ComponentLayer[]) => readonly ComponentLayer[];

function touchedBlocker(
  required: ReleaseComponent,
  { component, here, incoming }: Dependent,
  { above, below, replaced }: Placement,
  listed: boolean,
  naming: Naming,
  at: Situation,
): ReleaseBlocker[] {
  const merged = isMergeType(here.typeName);
  const defines = incoming !== undefined && !incoming.shell;
  const { staying, over } = layersInForce({ above, below }, merged, defines);
  const [layer] = naming(staying, over ? [] : undefined);
  const cover = above.find((one) => one.kind === "managed" && changesSomething(one));
  const because = (by: ComponentLayer, certain: boolean): ReleaseBlocker[] => {
    const kind = listed ? "dependency" : "coveredDependency";
    return [blocker(kind, required, component, fixOf(by, at), { round: listed ? 1 : 2, certain })];
  };
  if (layer && above.includes(layer)) return because(layer, listed || merged);
  if (layer && (merged || cover === undefined)) return because(layer, merged);
  if (!listed) return [];
  const repeaters = repeatersIn(above, merged, cover);
  const isExplained = naming(replaced).length > 0;
  const by = naming(repeaters, repeaters)[0] ?? unexplained({ cover, staying, isExplained });
  return by ? because(by, false) : [];
}

/** Managed layers, down to one that covers the rest: they may repeat what those that go say, or only pass it on (§4.4 [?]). */
function repeatersIn(above: readonly ComponentLayer[], merged: boolean, cover?: ComponentLayer): ComponentLayer[] {
  const inForce = merged || cover === undefined ? above : above.slice(0, above.indexOf(cover) + 1);
  return inForce.filter(({ kind }) => kind === "managed");
}

/**
 * Layers that stay and may be in force. What lies over the package's own goes on repeating what that one says, not what the
 * layers before it said.
 */
function layersInForce(
  { above, below }: Pick<Placement, "above" | "below">,
  merged: boolean,
  defines: boolean,
): { readonly staying: readonly ComponentLayer[]; readonly over: boolean } {
  if (!defines) return { staying: [...above, ...below], over: false };
  return merged ? { staying: [...above, ...below], over: below.length === 0 } : { staying: above, over: true };
}

/**
 * The server speaks of now. What goes explains what it says; else a layer above that defines the component goes on needing
 * it, or one that stays may.
 */
const unexplained = ({
  cover,
  staying,
  isExplained,
}: {
  readonly cover: ComponentLayer | undefined;
  readonly staying: readonly ComponentLayer[];
  readonly isExplained: boolean;
}): ComponentLayer | undefined => (isExplained ? undefined : (cover ?? staying[0]));

function fixOf(layer: ComponentLayer | undefined, { names }: Situation): ReleaseFix {
  if (layer === undefined || layer.kind === "system") return { where: "unknown" };
  if (layer.kind === "active") return { where: "here" };
  return { where: "solution", solution: names.nameOf(layer) };
}
