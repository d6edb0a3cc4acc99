import type { Properties, PropertyValue } from "../model/property";
import type { ComponentLayer, LayerStack } from "./componentLayer";

/** Which layer decides a property. */
export interface PropertyWinner {
  /** Position in the stack, 0 = top. */
  readonly layer: number;
  readonly solution: string;
  readonly value: PropertyValue;
  /** False where a layer above could not be read: it may set the property too. */
  readonly certain: boolean;
  /** Positions of layers below that set the property as well, and are hidden. */
  readonly hidden: readonly number[];
}

/**
 * The winner of each property: the topmost layer that sets it (fact sheet §8.1; that this holds property by property is
 * the working assumption [?], see there). What no layer says it has changed belongs to the lowest layer that has it:
 * the changes of a base layer may be empty (§4.4).
 */
export function propertyWinners({ layers }: LayerStack): ReadonlyMap<string, PropertyWinner> {
  const winners = new Map<string, PropertyWinner>();
  let certain = true;
  for (const [layer, { solution, changes }] of layers.entries()) {
    if (changes.status === "unreadable") {
      certain = false;
      continue;
    }
    for (const [property, value] of Object.entries(changes.value)) {
      const above = winners.get(property);
      winners.set(
        property,
        above ? { ...above, hidden: [...above.hidden, layer] } : { layer, solution, value, certain, hidden: [] },
      );
    }
  }
  addUnchanged(layers, winners, certain);
  return new Map([...winners].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Properties that only the full text of a layer holds: the lowest layer that has one brought it. */
function addUnchanged(layers: readonly ComponentLayer[], winners: Map<string, PropertyWinner>, certain: boolean): void {
  for (const [layer, { solution, properties }] of [...layers.entries()].reverse()) {
    if (properties.status === "unreadable") continue;
    for (const [property, value] of Object.entries(properties.value)) {
      if (!winners.has(property)) winners.set(property, { layer, solution, value, certain, hidden: [] });
    }
  }
}

/** Properties that a layer changes; undefined where that could not be read. */
export const changedProperties = ({ changes }: ComponentLayer): readonly string[] | undefined =>
  changes.status === "read" ? Object.keys(changes.value) : undefined;

/** A property below a layer. */
export interface ValueBelow {
  readonly value: PropertyValue | undefined;
  readonly solution?: string;
  /** False where a layer that could tell was not readable. */
  readonly known: boolean;
}

/**
 * The value of a property as the layers from a position downwards have it: what shows when those above are gone.
 * @param from position of the highest layer that counts
 */
export function valueBelow({ layers }: LayerStack, property: string, from: number): ValueBelow {
  for (const layer of layers.slice(from)) {
    if (layer.changes.status === "unreadable") return fromWhole(layer, property) ?? { value: undefined, known: false };
    if (has(layer.changes.value, property)) {
      return { value: layer.changes.value[property], solution: layer.solution, known: true };
    }
  }
  for (const layer of layers.slice(from).reverse()) {
    const whole = fromWhole(layer, property);
    if (whole) return whole;
  }
  return { value: undefined, known: layers.slice(from).every(({ properties }) => properties.status === "read") };
}

/** The full text of a layer holds the value as of that layer, whoever below set it. */
function fromWhole(layer: ComponentLayer, property: string): ValueBelow | undefined {
  const { properties, solution } = layer;
  if (properties.status === "unreadable" || !has(properties.value, property)) return undefined;
  return { value: properties.value[property], solution, known: true };
}

const has = (properties: Properties, property: string): boolean =>
  Object.prototype.hasOwnProperty.call(properties, property);
