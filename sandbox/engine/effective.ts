import type { Properties, PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { StoredComponent } from "../store/model";

/** Child collections that merge additively: options of all layers stay, the topmost label wins (fact sheet §8.1). */
const MERGED_CHILDREN = new Map<string, (child: Properties) => string>([
  ["AttributePicklistValues", (child) => text(child.value)],
  ["LocalizedLabels", (child) => `${text(child.objectcolumnname)}|${text(child.languageid)}`],
]);

/** The topmost layer that sets a property wins, property by property (§8.1). */
export function effectiveProperties(component: StoredComponent): Properties {
  return Object.assign({}, ...component.layers.map((layer) => layer.properties)) as Properties;
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
