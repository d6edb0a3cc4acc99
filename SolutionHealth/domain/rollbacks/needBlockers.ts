import type { ComponentLayer } from "../layers/componentLayer";
import { isMergeType } from "../layers/mergeTypes";
import { nameKey } from "../solutions/solutionNames";
import type { Departures } from "./departures";
import { fixPlaceOf } from "./fixPlace";
import type { LayerNames } from "./layerNames";
import type { Leaving } from "./leavingSolutions";
import type { MentionIndex, Naming } from "./mentionIndex";
import type { Blocker, FixPlace } from "./rollbackPreview";
import type { Subject } from "./subjects";

/** `dependent` needs `required`: the server says so, or a layer of it does. */
export interface Need {
  readonly dependent: Subject;
  readonly required: Subject;
  readonly listed: boolean;
  /** Keys (`nameKey`) of the solutions about whose uninstall the server says so. */
  readonly foretold: readonly string[];
}

export interface NeedContext {
  readonly departures: Departures;
  readonly index: MentionIndex;
  readonly names: LayerNames;
  readonly leaving: Leaving;
}

/**
 * What stands in the way when the required component goes (fact sheet §6.2, §8.3). The server names the topmost layer that
 * needs it, and the next one only when that is mended: here each layer that stays and needs it is one blocker, in the
 * order of the rounds. What the server does not name and only covered layers need is no blocker, unless the cover goes.
 */
export function needBlockers(need: Need, context: NeedContext): Blocker[] {
  const { dependent, required, listed } = need;
  const { departures } = context;
  const step = departures.goneAt(required) ?? (listed ? lastStep(required, departures) : undefined);
  if (step === undefined || (departures.goneAt(dependent) ?? Infinity) <= step) return [];
  const layers = departures.layersAfter(dependent, step);
  if (layers) return fromLayers(need, step, layers, context);
  if (!listed) return [];
  const { why } = dependent;
  const gone = dependent.heldBy.flatMap((name) => stepsUpTo(step, departures.steps.get(name)));
  const kind = isAsThen(need, gone, context) ? "dependency" : "perhaps";
  return [{ ...blocker(need, kind, lateHolder(need, step, context), 1), ...(why && { why }) }];
}

/**
 * Whether what the server said of the need holds when these steps are done: it named it for the uninstall that is all of
 * them, and knows what goes with that one, or there is none. Else it spoke of things as they are now.
 */
const isAsThen = ({ foretold }: Need, gone: readonly number[], { departures: { steps } }: NeedContext): boolean =>
  gone.length === 0 || foretold.some((name) => gone.every((step) => step === steps.get(name)));

const stepsUpTo = (last: number, step: number | undefined): number[] =>
  step === undefined || step > last ? [] : [step];

const blocker = ({ dependent, required }: Need, kind: Blocker["kind"], fix: FixPlace, round: number): Blocker => ({
  kind,
  required: required.component,
  dependent: dependent.component,
  fix,
  round,
});

/** @param layers of the dependent that are there when the required component goes */
function fromLayers(need: Need, step: number, layers: readonly ComponentLayer[], context: NeedContext): Blocker[] {
  const { dependent, required, listed } = need;
  const present = dependent.stack?.layers ?? [];
  // An heir of the base may have in its whole what only lay below it.
  const whole = baseOf(present) === baseOf(layers) ? undefined : [];
  const staying = context.index.namings(dependent, required, layers, whole);
  // The server speaks of the layers of now; where some of them are gone by then, those that are left decide.
  const asListed = listed && layers.length === present.length;
  if (staying.length > 0 && (asListed || staying.some((naming) => isInForce(naming, layers, dependent)))) {
    return fromNamings(need, staying, context);
  }
  const gone = present.flatMap((layer) => stepsUpTo(step, context.departures.stepOf(layer)));
  const repeating = fromRepeating(need, gone, layers, context);
  return repeating.length > 0 || !listed ? repeating : fromServer(need, step, gone, layers, context);
}

const baseOf = (layers: readonly ComponentLayer[]): ComponentLayer | undefined =>
  layers.filter(({ kind }) => kind !== "active").at(-1);

/**
 * What repeats it or only passes it on, nobody but the server knows (fact sheet §4.4 [?]): for certain, where it names the need
 * for just the uninstall that takes what lay below. Where it says nothing of that one, only an heir of the base is doubtful: it
 * must have its values from somewhere.
 */
function fromRepeating(
  need: Need,
  gone: readonly number[],
  layers: readonly ComponentLayer[],
  context: NeedContext,
): Blocker[] {
  const repeating = repeatingLayers(need, layers, context.index);
  if (need.listed && isAsThen(need, gone, context)) return fromNamings(need, repeating, context);
  const isAsked = !need.listed && new Set(gone).size === 1;
  const doubtful = isAsked ? repeating.filter(({ layer }) => layer === baseOf(layers)) : repeating;
  return fromNamings(need, doubtful, context).map((one) => ({ ...one, kind: "perhaps" }));
}

/** What the server says, where no layer says it of itself. */
function fromServer(
  need: Need,
  step: number,
  gone: readonly number[],
  layers: readonly ComponentLayer[],
  context: NeedContext,
): Blocker[] {
  const { departures, index, names } = context;
  const { dependent, required } = need;
  const present = dependent.stack?.layers ?? [];
  const isForetold = isAsThen(need, gone, context);
  // What needs it is gone or covered by then. Where no layer was found to need it, the topmost one is taken for it.
  const isResolved =
    isGoneBefore(step, present[0], departures) || index.namings(dependent, required, present).length > 0;
  if (isResolved && !isForetold) return [];
  // Where the layers say that nothing needs it any more, and the server, knowing as much, that something does, nobody knows.
  return [blocker(need, isResolved ? "perhaps" : "dependency", fixPlaceOf(layers[0], departures, names), 1)];
}

function isGoneBefore(step: number, layer: ComponentLayer | undefined, departures: Departures): boolean {
  return layer !== undefined && (departures.stepOf(layer) ?? Infinity) < step;
}

const fromNamings = (need: Need, namings: readonly Naming[], { departures, names }: NeedContext): Blocker[] =>
  namings.map(({ layer }, place) => {
    const kind = need.listed && place === 0 ? "dependency" : "coveredDependency";
    return blocker(need, kind, fixPlaceOf(layer, departures, names), (need.listed ? 1 : 2) + place);
  });

/** Layers of solutions over one that is gone by then, which have in their whole, without listing it, what that one said. */
function repeatingLayers(
  { dependent, required }: Need,
  layers: readonly ComponentLayer[],
  index: MentionIndex,
): readonly Naming[] {
  const present = dependent.stack?.layers ?? [];
  const lowestGone = present.filter((layer) => !layers.includes(layer)).at(-1);
  const over = present.slice(0, lowestGone ? present.indexOf(lowestGone) : 0);
  const repeaters = layers.filter((layer) => layer.kind === "managed" && over.includes(layer));
  return index.namings(dependent, required, layers, repeaters).filter((naming) => isInForce(naming, layers, dependent));
}

/** The server says that something goes which, by what we know, stays: at the latest it would go with the last holder. */
function lastStep({ stack, heldBy }: Subject, departures: Departures): number {
  const steps = stack
    ? stack.layers.map((layer) => departures.stepOf(layer))
    : heldBy.map((name) => departures.steps.get(name));
  return Math.max(0, ...steps.filter((step) => step !== undefined));
}

/**
 * Whether the words of the layer still count: no layer of the platform or of a solution above has other words for the
 * same property; of merge types all layers count (§8.1). An unmanaged layer above is not trusted to stay.
 */
function isInForce({ layer, properties }: Naming, layers: readonly ComponentLayer[], dependent: Subject): boolean {
  if (isMergeType(dependent.component.typeName)) return true;
  const above = layers.slice(0, layers.indexOf(layer)).filter(({ kind }) => kind !== "active");
  return [...properties].some(
    (property) => !above.some(({ changes }) => changes.status === "read" && property in changes.value),
  );
}

function lateHolder({ dependent }: Need, step: number, { departures, leaving, names }: NeedContext): FixPlace {
  const late = leaving.solutions.find(
    ({ uniqueName }) =>
      dependent.heldBy.includes(nameKey(uniqueName)) && (departures.steps.get(nameKey(uniqueName)) ?? 0) > step,
  );
  return late ? { where: "order", solution: names.nameOfSolution(late) } : { where: "unknown" };
}
