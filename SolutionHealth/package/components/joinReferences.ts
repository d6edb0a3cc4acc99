import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { ComponentKey, DependencyEnd, MissingDependency, PackageComponent } from "../model";
import { mapInSteps } from "../../domain/inSteps";
import type { Steps } from "../reading/steps";
import { componentType, mentionedKey } from "./componentKey";

/** Kinds known by name that other parts mention by id. An id that this package does not explain cannot be followed. */
const NAMED: ReadonlySet<number | string> = new Set([
  ComponentType.WebResource,
  ComponentType.CanvasApp,
  ComponentType.Connector,
  ComponentType.SiteMap,
  ComponentType.AppModule,
  ComponentType.PluginType,
  ComponentType.PluginAssembly,
]);

/** Completes references: ids of things known by name become names, and MissingDependencies go to their dependents. */
export function* joinReferences(
  components: readonly PackageComponent[],
  missing: readonly MissingDependency[],
): Steps<PackageComponent[]> {
  const names = new Map<string, string>();
  for (const component of components) if (component.id) names.set(place(component.type, component.id), component.key);
  const needed = neededByDependent(missing);
  return yield* mapInSteps(components, (component) => {
    const own = place(component.type, component.key);
    const more = [...(needed.get(own) ?? []), ...(needed.get(place(component.type, component.id ?? "")) ?? [])];
    return { ...component, references: joined(component, more, names) };
  });
}

function neededByDependent(missing: readonly MissingDependency[]): Map<string, ComponentKey[]> {
  const needed = new Map<string, ComponentKey[]>();
  for (const { required, dependent } of missing) {
    const target = keyOf(required);
    const from = keyOf(dependent);
    if (target === undefined || from === undefined) continue;
    const at = place(from.type, from.key);
    const known = needed.get(at);
    if (known) known.push(target);
    else needed.set(at, [target]);
  }
  return needed;
}

function keyOf(end: DependencyEnd): ComponentKey | undefined {
  const key = mentionedKey(end);
  return key === undefined ? undefined : { type: componentType(end.type), key };
}

function joined(
  component: PackageComponent,
  more: readonly ComponentKey[],
  names: ReadonlyMap<string, string>,
): ComponentKey[] {
  const found = new Map<string, ComponentKey>();
  for (const reference of [...component.references, ...more]) {
    const key = names.get(place(reference.type, reference.key)) ?? reference.key;
    const unknown = NAMED.has(reference.type) && normaliseGuid(key) !== undefined;
    const itself = reference.type === component.type && key === component.key;
    if (!unknown && !itself) found.set(place(reference.type, key), { type: reference.type, key });
  }
  return [...found.values()];
}

function place(type: number | string, key: string): string {
  return `${String(type)}|${key}`;
}
