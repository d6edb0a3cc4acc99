import { canonicalText } from "../canonicalText";
import type { Properties } from "../model/property";
import type { ChildCollections, LayerStack } from "./componentLayer";
import { layersBelowActive } from "./layerStack";
import { addsUp } from "./mergeTypes";

/** Members of a child that tell which one it is, by collection (fact sheet §4.4). */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  RolePrivileges: ["privilegename"],
  AttributePicklistValues: ["value"],
  LocalizedLabels: ["objectcolumnname", "languageid"],
  CustomControlResources: ["name"],
};

/** Identity of a child in its collection; of one without the expected members, the child as a whole. */
export function childKey(collection: string, child: Properties): string {
  const members = KEYS[collection];
  const values = members?.map((member) => child[member]);
  return values === undefined || values.some((value) => value === undefined)
    ? canonicalText(child)
    : values.map((value) => canonicalText(value ?? null)).join(" ");
}

/**
 * A collection as the layers together have it: options and labels add up, and the topmost entry wins; of any other
 * collection the topmost layer that has one wins (§8.1).
 * @param layers top first
 */
export function mergedChildren(
  layers: readonly ChildCollections[],
  collection: string,
): ReadonlyMap<string, Properties> {
  const keyed = (children: readonly Properties[]): [string, Properties][] =>
    children.map((child) => [childKey(collection, child), child]);
  const given = layers.flatMap((layer) => (layer[collection] ? [layer[collection]] : []));
  if (!addsUp(collection)) return new Map(keyed(given[0] ?? []));
  const merged = new Map<string, Properties>();
  for (const children of [...given].reverse()) {
    for (const [key, child] of keyed(children)) merged.set(key, { ...merged.get(key), ...child });
  }
  return merged;
}

/**
 * Names of the collections in which the Active layer differs from what lies below it. Whether a layer lists its whole
 * collection or only its own entries is not documented [?]: an entry missing in Active counts as taken away only where
 * collections do not add up.
 * @returns undefined where a layer's children could not be read
 */
export function changedCollections(stack: LayerStack): readonly string[] | undefined {
  const active = stack.layers.find(({ kind }) => kind === "active")?.children;
  if (active === undefined) return [];
  if (active.status === "unreadable") return undefined;
  const names = Object.keys(active.value).filter((name) => (active.value[name] ?? []).length > 0);
  if (names.length === 0) return [];
  const below: ChildCollections[] = [];
  for (const { children } of layersBelowActive(stack)) {
    if (children.status === "unreadable") return undefined;
    below.push(children.value);
  }
  return names.filter((name) => differs(active.value, below, name));
}

function differs(active: ChildCollections, below: readonly ChildCollections[], collection: string): boolean {
  const before = mergedChildren(below, collection);
  const after = mergedChildren([active, ...below], collection);
  if (after.size !== before.size) return true;
  return [...after].some(([key, child]) => {
    const other = before.get(key);
    return other === undefined || canonicalText(other) !== canonicalText(child);
  });
}
