import type { ComponentKey } from "../layers/componentLayer";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { type FateContext, fateOfHeld, fateOfStack, unknownFate } from "./componentFate";
import type { Departures } from "./departures";
import type { LayerNames } from "./layerNames";
import type { Leaving } from "./leavingSolutions";
import type { RollbackFacts, RollbackMember } from "./rollbackFacts";
import type { ComponentFate, FateKind } from "./rollbackPreview";
import type { Subject } from "./subjects";
import { partOf, type WholeKey, wholeOf } from "./wholes";

/** The fate of each member, sorted by kind of fate, type and name. Parts that nobody holds are told only if they go. */
export function fatesOf(
  facts: RollbackFacts,
  leaving: Leaving,
  subjects: ReadonlyMap<ComponentKey, Subject>,
  departures: Departures,
  names: LayerNames,
): ComponentFate[] {
  const context: FateContext = {
    names,
    goes: (layer) => departures.stepOf(layer) !== undefined,
    families: new Set(leaving.solutions.map(({ uniqueName }) => names.familyOf(uniqueName))),
  };
  const wholes = new Map<WholeKey, ComponentKey>();
  for (const { component } of subjects.values()) {
    const whole = wholeOf(component);
    if (whole !== undefined) wholes.set(whole, component.key);
  }
  const byId = new Map(leaving.solutions.map((solution) => [solution.id, solution]));
  return facts.members
    .flatMap((member) => {
      const subject = subjects.get(member.component.key);
      return subject ? (fateOf(subject, member, { ...context, departures, wholes, byId }) ?? []) : [];
    })
    .sort(byKindAndName);
}

interface Context extends FateContext {
  readonly departures: Departures;
  readonly wholes: ReadonlyMap<WholeKey, ComponentKey>;
  readonly byId: ReadonlyMap<string, InstalledSolution>;
}

function fateOf(subject: Subject, member: RollbackMember, context: Context): ComponentFate | undefined {
  const { component, stack, why } = subject;
  const leaving = member.heldBy.flatMap((id) => context.byId.get(id)?.uniqueName ?? []);
  if (context.departures.goneAt(subject) !== undefined) return deletedFate(subject, member, leaving, context);
  if (leaving.length === 0 && !touches(subject, context)) return undefined;
  if (stack) return fateOfStack(component, stack, context);
  return unknownFate(component, leaving, member.flagged, why ?? { reason: "notRead" });
}

function deletedFate(
  subject: Subject,
  { flagged }: RollbackMember,
  holders: readonly string[],
  context: Context,
): ComponentFate {
  const { component, stack } = subject;
  const own = stack && fateOfStack(component, stack, context);
  const fate =
    own?.kind === "deleted" ? own : fateOfHeld(component, own?.leaving ?? holders, own?.hasOverride ?? flagged);
  if (context.departures.wholeGoneAt(subject) === undefined) return fate;
  const whole = context.wholes.get(partOf(component) ?? "");
  return whole === undefined ? fate : { ...fate, goesWith: whole };
}

/** A part that none of the leaving solutions is known to hold by a row may still have a layer of theirs (§2.1). */
const touches = ({ stack }: Subject, { goes }: FateContext): boolean => stack?.layers.some(goes) === true;

const KINDS: Readonly<Record<FateKind, number>> = {
  deleted: 0,
  unknown: 1,
  returns: 2,
  fallsBack: 3,
  survives: 4,
  unchanged: 5,
};

function byKindAndName(a: ComponentFate, b: ComponentFate): number {
  const keyOf = ({ component: { typeName, name, key } }: ComponentFate): string =>
    [typeName, nameKey(name), key].join(" ");
  return KINDS[a.kind] - KINDS[b.kind] || (keyOf(a) < keyOf(b) ? -1 : 1);
}
