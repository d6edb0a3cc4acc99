import { canonicalText } from "../canonicalText";
import { mergedChildren } from "../layers/childChanges";
import type { ChildCollections, ComponentLayer, LayerStack } from "../layers/componentLayer";
import { propertyWinners } from "../layers/winners";
import type { PropertyValue } from "../model/property";
import type { LayerNames } from "./layerNames";
import type { ValueChange } from "./rollbackPreview";
import { valueLeft } from "./valueLeft";

/** Which layers go: top first, as the stack has them. */
export type Goes = (layer: ComponentLayer) => boolean;

/** What becomes of the values of a component. Both lists are sorted. */
export interface ValuesAfter {
  readonly changes: readonly ValueChange[];
  /** Properties that keep their value only as far as anybody can tell. */
  readonly likelyKept: readonly string[];
}

/**
 * What is seen otherwise when the layers are gone, property by property (fact sheet §8.1). Child collections (options,
 * labels, privileges) count as properties of their name; their value is the list of children.
 */
export function valuesAfter(stack: LayerStack, goes: Goes, names: LayerNames): ValuesAfter {
  const winners = propertyWinners(stack);
  const changes: ValueChange[] = [];
  const likelyKept: string[] = [];
  for (const property of namedBy(stack.layers.filter(goes))) {
    const now = winners.get(property);
    const left = valueLeft(stack.layers, goes, property);
    const certain = left.certain && now?.certain !== false;
    if (same(now?.value, left.value)) {
      if (!certain) likelyKept.push(property);
      continue;
    }
    const from = left.layer && names.nameOf(left.layer);
    changes.push({ property, now: now?.value, then: left.value, certain, ...(from && { from }) });
  }
  changes.push(...collectionChanges(stack, goes, names));
  return { changes: changes.sort((a, b) => (a.property < b.property ? -1 : 1)), likelyKept: likelyKept.sort() };
}

/**
 * Every property that one of the layers has. The whole of a layer holds what lies below as well; that costs a look, and
 * the changes of a base layer may be empty (§4.4).
 */
function namedBy(layers: readonly ComponentLayer[]): ReadonlySet<string> {
  const texts = layers.flatMap(({ changes, properties }) => [changes, properties]);
  return new Set(texts.flatMap((text) => (text.status === "read" ? Object.keys(text.value) : [])));
}

function collectionChanges({ layers }: LayerStack, goes: Goes, names: LayerNames): ValueChange[] {
  const leaving = layers.filter(goes);
  const collections = new Set(leaving.flatMap(({ children }) => Object.keys(readOf(children) ?? {})));
  const staying = layers.filter((layer) => !goes(layer));
  const certain = layers.every(({ children }) => children.status === "read");
  return [...collections].flatMap((property) => {
    const now = collectionOf(layers, property);
    const then = collectionOf(staying, property);
    if (same(now, then)) return [];
    const from = staying.find(({ children }) => (readOf(children)?.[property] ?? []).length > 0);
    return [{ property, now, then, certain, ...(from && { from: names.nameOf(from) }) }];
  });
}

/** The children of a collection as these layers together have them; undefined where there are none. */
export function collectionOf(layers: readonly ComponentLayer[], collection: string): PropertyValue | undefined {
  const given = layers.map(({ children }) => readOf(children) ?? {});
  const merged = [...mergedChildren(given, collection)].sort(([a], [b]) => (a < b ? -1 : 1));
  return merged.length === 0 ? undefined : merged.map(([, child]) => child);
}

const readOf = (children: ComponentLayer["children"]): ChildCollections | undefined =>
  children.status === "read" ? children.value : undefined;

export function same(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || canonicalText(a) === canonicalText(b);
}
