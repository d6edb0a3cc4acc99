import type { ComponentLayer } from "../layers/componentLayer";
import type { Properties, PropertyValue } from "../model/property";

/** A property as the layers that stay have it. */
export interface ValueLeft {
  readonly value: PropertyValue | undefined;
  /** The layer that decides; undefined where no layer that stays has the property. */
  readonly layer?: ComponentLayer;
  readonly certain: boolean;
}

/**
 * The value of a property when some layers are gone. Layers list what they change, not what they repeat: the topmost one
 * that stays and lists the property decides. A managed layer above it that has another value in its whole may owe that
 * to a layer that goes, or may say it itself, as the layers did before; which of both the server does not tell (fact
 * sheet §4.4, §8.1 [?]), so the answer is only likely then.
 * @param layers top first
 */
export function valueLeft(
  layers: readonly ComponentLayer[],
  goes: (layer: ComponentLayer) => boolean,
  property: string,
): ValueLeft {
  const staying = layers.filter((layer) => !goes(layer));
  const at = staying.findIndex(({ changes }) => changes.status === "read" && has(changes.value, property));
  const layer = staying[at];
  if (layer?.changes.status === "read") {
    const value = layer.changes.value[property];
    return { value, layer, certain: staying.slice(0, at).every((above) => agrees(above, property, value)) };
  }
  return fromWholes(layers, staying, goes, property);
}

/** No layer that stays lists it: the wholes tell. Below everything that goes they are right, above it only likely. */
function fromWholes(
  layers: readonly ComponentLayer[],
  staying: readonly ComponentLayer[],
  goes: (layer: ComponentLayer) => boolean,
  property: string,
): ValueLeft {
  const lowestLeaving = layers.reduce((lowest, layer, index) => (goes(layer) ? index : lowest), -1);
  for (const layer of [...staying].reverse()) {
    if (layer.properties.status !== "read" || !has(layer.properties.value, property)) continue;
    const value = layer.properties.value[property];
    const untouched = layers.indexOf(layer) > lowestLeaving;
    const above = staying.slice(0, staying.indexOf(layer));
    return { value, layer, certain: untouched && above.every((other) => agrees(other, property, value)) };
  }
  return { value: undefined, certain: staying.every(isRead) };
}

/** Whether the layer, which lies above, can be ruled out as one that says otherwise. Active lists all it holds. */
function agrees(layer: ComponentLayer, property: string, value: PropertyValue | undefined): boolean {
  if (layer.changes.status !== "read") return false;
  if (layer.kind === "active") return true;
  if (layer.properties.status !== "read") return false;
  if (!has(layer.properties.value, property)) return true;
  return JSON.stringify(layer.properties.value[property]) === JSON.stringify(value);
}

const isRead = ({ changes, properties }: ComponentLayer): boolean =>
  changes.status === "read" && properties.status === "read";

const has = (properties: Properties, property: string): boolean =>
  Object.prototype.hasOwnProperty.call(properties, property);
