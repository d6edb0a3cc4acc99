import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import { leavingSolutions } from "./leavingSolutions";
import type { RollbackMember } from "./rollbackFacts";
import { takenAlongBy } from "./rollbackOrder";
import { partOf, type WholeKey, wholeOf } from "./wholes";

/** What has to be known of all members before one of them can be judged. */
export interface LayerContext {
  /** Tables and environment variables that go for certain. */
  readonly going: ReadonlySet<WholeKey>;
  /** By leaving solution the step that takes it along: patches go with their base. */
  readonly stepOf: ReadonlyMap<Guid, string>;
}

export function layerContext(
  members: readonly RollbackMember[],
  solutions: readonly InstalledSolution[],
  targets: readonly Guid[],
): LayerContext {
  const going = members.filter(goesByItself).flatMap(({ component }) => wholeOf(component) ?? []);
  const leaving = leavingSolutions(solutions, targets);
  const headOf = takenAlongBy(leaving);
  return { going: new Set(going), stepOf: new Map(leaving.solutions.map((one) => [one.id, headOf(one)])) };
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
 * the server says, or does not say, there may be a System layer below. What
 * several steps take away together needs its layers for their order: which of them names what another takes (§6.2), and
 * whose base lies under another publisher's layer (§6.5).
 */
export function needsLayers(member: RollbackMember, context: LayerContext): boolean {
  if (member.alsoHeldBy.length > 0) return true;
  if (new Set(member.heldBy.map((id) => context.stepOf.get(id))).size > 1) return true;
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
