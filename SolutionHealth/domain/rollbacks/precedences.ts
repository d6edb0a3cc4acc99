import type { ComponentKey, ComponentLayer } from "../layers/componentLayer";
import { nameKey, upgradedNameKey } from "../solutions/solutionNames";
import type { LayerNames } from "./layerNames";
import type { Leaving } from "./leavingSolutions";
import type { MentionIndex } from "./mentionIndex";
import type { RollbackFacts } from "./rollbackFacts";
import type { Precedence } from "./rollbackOrder";
import type { Subject } from "./subjects";
import { partOf, type WholeKey, wholeOf } from "./wholes";

/** What of the leaving solutions has to go before what else of them. */
export function precedencesOf(
  facts: RollbackFacts,
  leaving: Leaving,
  subjects: ReadonlyMap<ComponentKey, Subject>,
  index: MentionIndex,
  names: LayerNames,
): Precedence[] {
  const going = new Set(leaving.solutions.map(({ uniqueName }) => nameKey(uniqueName)));
  const byAddress = new Map([...subjects.values()].map((subject) => [addressOf(subject.component), subject]));
  const wholes = new Map<WholeKey, Subject>();
  for (const subject of subjects.values()) {
    const whole = wholeOf(subject.component);
    if (whole !== undefined) wholes.set(whole, subject);
  }
  const found: Precedence[] = upgradesFirst(going);
  for (const { required, dependent } of facts.dependencies) {
    const [needed, needing] = [byAddress.get(addressOf(required)), subjects.get(dependent.key)];
    if (needed && needing) found.push(...needsFirst(needing, needed, going, index));
  }
  for (const subject of subjects.values()) {
    found.push(...layersOver(subject, going, names));
    const whole = wholes.get(partOf(subject.component) ?? "");
    if (whole) found.push(...goesFirst(holdersOf(subject, going), whole, going));
    for (const named of index.namedBy(subject)) found.push(...needsFirst(subject, named, going, index));
  }
  return found;
}

export const addressOf = ({ id, type }: { readonly id: string; readonly type: number }): string => `${type} ${id}`;

/** A staged upgrade lies on top of its base (fact sheet §8.1). */
const upgradesFirst = (going: ReadonlySet<string>): Precedence[] =>
  [...going].flatMap((before) => {
    const after = upgradedNameKey(before);
    return after !== undefined && going.has(after) ? [{ before, after }] : [];
  });

/**
 * Whose layer names what goes has to go before who holds that; where no layer is found to, whoever holds the dependent.
 * A layer that does not name it needs nothing, however much another layer of the same component does.
 */
function needsFirst(
  dependent: Subject,
  required: Subject,
  going: ReadonlySet<string>,
  index: MentionIndex,
): Precedence[] {
  const naming = index.namings(dependent, required, dependent.stack?.layers ?? []).map(({ layer }) => layer);
  return goesFirst(naming.length > 0 ? managedOf(naming, going) : holdersOf(dependent, going), required, going);
}

/** Who holds both takes both along. */
function goesFirst(those: readonly string[], required: Subject, going: ReadonlySet<string>): Precedence[] {
  const holders = holdersOf(required, going);
  return those
    .filter((name) => !holders.includes(name))
    .flatMap((before) => holders.map((after) => ({ before, after })));
}

/** Leaving solutions with a layer on the component; by membership where its layers were not read. */
function holdersOf({ stack, heldBy }: Subject, going: ReadonlySet<string>): readonly string[] {
  if (stack === undefined) return heldBy;
  return managedOf(stack.layers, going);
}

const managedOf = (layers: readonly ComponentLayer[], going: ReadonlySet<string>): string[] =>
  layers.filter(({ kind }) => kind === "managed").flatMap(({ solution }) => keyIn(going, solution));

/** A base layer cannot go while another publisher's layer lies over it (§6.5). */
function layersOver({ stack }: Subject, going: ReadonlySet<string>, names: LayerNames): Precedence[] {
  const bottomUp = [...(stack?.layers ?? [])].reverse().filter(({ kind }) => kind !== "active");
  const base: ComponentLayer | undefined = bottomUp[0];
  if (base?.kind !== "managed") return [];
  const publisher = names.publisherOf(base);
  return keyIn(going, base.solution).flatMap((after) =>
    bottomUp
      .filter((layer) => names.publisherOf(layer) !== publisher)
      .flatMap(({ solution }) => keyIn(going, solution).map((before) => ({ before, after }))),
  );
}

function keyIn(going: ReadonlySet<string>, solution: string): string[] {
  const key = nameKey(solution);
  return going.has(key) ? [key] : [];
}
