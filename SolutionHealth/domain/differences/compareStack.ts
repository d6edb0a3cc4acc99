import { canonicalText } from "../canonicalText";
import { mergedChildren } from "../layers/childChanges";
import type { ChildCollections, ComponentLayer, LayerStack } from "../layers/componentLayer";
import { valueBelow } from "../layers/winners";
import type { PropertyValue } from "../model/property";
import { compareEntries } from "./compareEntries";
import { compareInSteps, compareValues, type DetailSteps } from "./compareValues";
import type { PropertyDifference } from "./difference";

/** Characters of values that are compared at once; what goes beyond them is for `compareProperty`. */
const AT_ONCE = 50_000;

/**
 * How the component as of one layer differs from the component as of a lower one. Details of long values are left out.
 * @param upper position in the stack, 0 = top; by default Active, or the top where there is none
 * @param lower position; by default the next one down
 */
export function compareStack(
  stack: LayerStack,
  upper = Math.max(
    0,
    stack.layers.findIndex(({ kind }) => kind === "active"),
  ),
  lower = upper + 1,
): PropertyDifference[] {
  return [...compareProperties(stack, upper, lower), ...compareChildren(stack, upper, lower)];
}

/** The detail that `compareStack` left out, a step at a time. */
export const compareProperty = (stack: LayerStack, property: string, upper: number, lower: number): DetailSteps =>
  compareInSteps(property, valueBelow(stack, property, lower).value, valueBelow(stack, property, upper).value);

function compareProperties(stack: LayerStack, upper: number, lower: number): PropertyDifference[] {
  const names = new Set(stack.layers.slice(upper).flatMap(namesIn));
  let left = AT_ONCE;
  return [...names].sort().flatMap((property): PropertyDifference[] => {
    const [after, before] = [valueBelow(stack, property, upper), valueBelow(stack, property, lower)];
    // Of a value that could not be read nothing is said: the page tells which layers are unreadable.
    if (!after.known || !before.known || isSame(before.value, after.value)) return [];
    const difference = toDifference(property, before.value, after.value);
    const length = (difference.before ?? "").length + (difference.after ?? "").length;
    if (length > left) return [difference];
    left -= length;
    return [{ ...difference, detail: compareValues(property, before.value, after.value) }];
  });
}

const namesIn = ({ changes, properties }: ComponentLayer): string[] => [
  ...(changes.status === "read" ? Object.keys(changes.value) : []),
  ...(properties.status === "read" ? Object.keys(properties.value) : []),
];

function isSame(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || (typeof a === "string" && typeof b === "string")) return false;
  return canonicalText(a) === canonicalText(b);
}

function toDifference(
  property: string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): PropertyDifference {
  return {
    property,
    change: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    ...(before !== undefined && { before: rawText(before) }),
    ...(after !== undefined && { after: rawText(after) }),
  };
}

function compareChildren({ layers }: LayerStack, upper: number, lower: number): PropertyDifference[] {
  const read = (from: number): ChildCollections[] =>
    layers.slice(from).flatMap(({ children }) => (children.status === "read" ? [children.value] : []));
  const [above, below] = [read(upper), read(lower)];
  const names = new Set(above.flatMap((children) => Object.keys(children)));
  return [...names].sort().flatMap((property): PropertyDifference[] => {
    const [before, after] = [mergedChildren(below, property), mergedChildren(above, property)];
    const entries = compareEntries(property, before, after);
    if (entries.length === 0) return [];
    return [
      {
        property,
        change: before.size === 0 ? "added" : "changed",
        detail: { kind: "entries", entries },
        before: rawText([...before.values()]),
        after: rawText([...after.values()]),
      },
    ];
  });
}

const rawText = (value: PropertyValue): string => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
