import type { Properties, PropertyValue } from "../../SolutionHealth/domain/model/property";
import { ACTIVE_LAYER, type StoredComponent } from "../store/model";

/** Child collections that merge additively: options of all layers stay, the topmost label wins (fact sheet §8.1). */
const MERGED_CHILDREN = new Map<string, (child: Properties) => string>([
  ["AttributePicklistValues", (child) => text(child.value)],
  ["LocalizedLabels", (child) => `${text(child.objectcolumnname)}|${text(child.languageid)}`],
]);

/** The topmost layer that sets a property wins, property by property (§8.1). */
export function effectiveProperties(component: StoredComponent): Properties {
  return Object.assign({}, ...component.layers.map((layer) => layer.properties)) as Properties;
}

/**
 * What one layer changes (§4.4): of a managed layer that which differs from the layers below, of the Active layer all
 * it holds.
 * @param index place of the layer, 0 = base.
 */
export function changesOf(component: StoredComponent, index: number): Properties {
  const layer = component.layers[index];
  if (!layer) return {};
  if (layer.solution === ACTIVE_LAYER) return layer.properties;
  const below = effectiveProperties({ ...component, layers: component.layers.slice(0, index) });
  return Object.fromEntries(
    Object.entries(layer.properties).filter(([name, value]) => JSON.stringify(below[name]) !== JSON.stringify(value)),
  );
}

/** For each property the unique name of the layer that gave it its present value: the topmost that changes it. */
export function propertyOrigins(component: StoredComponent): Record<string, string> {
  const origins: Record<string, string> = {};
  for (const [index, layer] of component.layers.entries()) {
    for (const name of Object.keys(changesOf(component, index))) origins[name] = layer.solution;
  }
  return origins;
}

/** Options and labels of all layers together; any other collection as the topmost layer that has it. */
export function effectiveChildren(component: StoredComponent): Record<string, Properties[]> {
  const result: Record<string, Properties[]> = {};
  for (const layer of component.layers) {
    for (const [name, children] of Object.entries(layer.children ?? {})) {
      const keyOf = MERGED_CHILDREN.get(name);
      result[name] = keyOf ? merged(result[name] ?? [], children, keyOf) : [...children];
    }
  }
  return result;
}

function merged(below: Properties[], above: Properties[], keyOf: (child: Properties) => string): Properties[] {
  const byKey = new Map(below.map((child) => [keyOf(child), child]));
  for (const child of above) byKey.set(keyOf(child), { ...byKey.get(keyOf(child)), ...child });
  return [...byKey.values()];
}

function text(value: PropertyValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
