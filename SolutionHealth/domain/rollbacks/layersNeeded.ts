import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import type { RollbackMember } from "./rollbackFacts";
import { partOf, type WholeKey, wholeOf } from "./wholes";

/** What has to be known of all members before one of them can be judged. */
export interface LayerContext {
  /** Tables and environment variables that go for certain. */
  readonly going: ReadonlySet<WholeKey>;
  readonly publisherOf: ReadonlyMap<Guid, Guid>;
}

export function layerContext(
  members: readonly RollbackMember[],
  solutions: readonly InstalledSolution[],
): LayerContext {
  const going = members.filter(goesByItself).flatMap(({ component }) => wholeOf(component) ?? []);
  return { going: new Set(going), publisherOf: new Map(solutions.map(({ id, publisher }) => [id, publisher.id])) };
}

/**
 * Whether the fate of a member cannot be told without its layers. Layers cost a call a component (fact sheet §4.2), so
 * they are read only where they decide. Not needed where only leaving solutions hold the component and the platform did
 * not bring it, or where it goes with its table or environment variable: then nothing is left below, an Active layer
 * protects nothing (§8.2), and it is deleted whatever its layers say.
 *
 * What this assumes: `alsoHeldBy` names every managed solution that stays and may have a layer: those with a membership
 * row, and those that hold its table with all its assets, since a missing row proves nothing there (§2.1). A row too
 * much costs a call, a row too few would give a wrong answer. `custom` is believed only when it is true: whatever else
 * the server says, or does not say, there may be a System layer below. What solutions of several publishers hold and
 * all of which go needs its layers for the order in which they have to (§6.5).
 */
export function needsLayers(member: RollbackMember, context: LayerContext): boolean {
  if (member.alsoHeldBy.length > 0) return true;
  if (new Set(member.heldBy.map((id) => context.publisherOf.get(id))).size > 1) return true;
  return !goesForCertain(member, context);
}

/** Whether it is deleted when the leaving solutions are gone, as far as that can be told without its layers. */
export function goesForCertain(member: RollbackMember, { going }: Pick<LayerContext, "going">): boolean {
  if (goesByItself(member)) return true;
  const whole = partOf(member.component);
  return member.alsoHeldBy.length === 0 && whole !== undefined && going.has(whole);
}

const goesByItself = ({ heldBy, alsoHeldBy, custom }: RollbackMember): boolean =>
  heldBy.length > 0 && alsoHeldBy.length === 0 && custom === true;
