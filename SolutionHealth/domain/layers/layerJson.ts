import type { Properties, PropertyValue } from "../model/property";
import type { ChildCollections, Reading, UnreadableReason } from "./componentLayer";

/** JSON that is written as text within JSON text, and so on: more than this is nobody's format. */
const DEEPEST_TEXT = 3;

const read = <T>(value: T): Reading<T> => ({ status: "read", value });
const unreadable = (reason: UnreadableReason): { status: "unreadable"; reason: UnreadableReason } => ({
  status: "unreadable",
  reason,
});

/**
 * Properties in the text of `msdyn_changes` or `msdyn_componentjson`: `{"Attributes":[{"Key":…,"Value":…}]}` (fact
 * sheet §4.4). `""`, null, `"{}"` and an empty list mean none. Anything else that is not of that form is unreadable,
 * down to a single attribute without a key: which property it would have been is not known.
 */
export function readProperties(text: unknown): Reading<Properties> {
  const parsed = parseText(text);
  if (parsed.status === "unreadable") return parsed;
  return parsed.value === undefined ? read({}) : attributesOf(parsed.value);
}

/** Child collections in the text of `msdyn_children`: `{"RolePrivileges":{"Entities":[{"Attributes":[…]}]}}`. */
export function readChildren(text: unknown): Reading<ChildCollections> {
  const parsed = parseText(text);
  if (parsed.status === "unreadable") return parsed;
  if (parsed.value === undefined) return read({});
  if (!isObject(parsed.value)) return unreadable("notAnObject");
  const collections: Record<string, readonly Properties[]> = {};
  for (const [name, collection] of Object.entries(parsed.value)) {
    const entities = entitiesOf(collection);
    if (entities.status === "unreadable") return entities;
    collections[name] = entities.value;
  }
  return read(collections);
}

/** @returns undefined where there is nothing: no text, an empty one, or JSON's own null */
function parseText(text: unknown): Reading<unknown> {
  let value = text;
  for (let depth = 0; typeof value === "string"; depth += 1) {
    if (value.trim() === "") return read(undefined);
    if (depth === DEEPEST_TEXT) return unreadable("notAnObject");
    try {
      value = JSON.parse(value) as unknown;
    } catch {
      return unreadable("notJson");
    }
  }
  return read(value ?? undefined);
}

function attributesOf(value: unknown): Reading<Properties> {
  if (!isObject(value)) return unreadable("notAnObject");
  const { Attributes: attributes } = value;
  if (attributes === undefined || attributes === null) {
    // `{}` says that nothing was changed; an object of another form says nothing that we understand.
    return Object.keys(value).every((key) => HEADER.has(key)) ? read({}) : unreadable("noAttributes");
  }
  if (!Array.isArray(attributes)) return unreadable("noAttributes");
  const properties = new Map<string, PropertyValue>();
  for (const attribute of attributes as readonly unknown[]) {
    if (!isObject(attribute) || typeof attribute.Key !== "string" || attribute.Key === "") {
      return unreadable("badAttribute");
    }
    properties.set(attribute.Key, (attribute.Value ?? null) as PropertyValue);
  }
  return read(Object.fromEntries(properties));
}

/** Members beside `Attributes` that name the component. */
const HEADER: ReadonlySet<string> = new Set(["LogicalName", "Id", "Attributes"]);

function entitiesOf(collection: unknown): Reading<readonly Properties[]> {
  if (collection === null) return read([]);
  const entities: unknown = isObject(collection) ? collection.Entities : collection;
  if (entities === undefined || entities === null) return read([]);
  if (!Array.isArray(entities)) return unreadable("noAttributes");
  const found: Properties[] = [];
  for (const entity of entities as readonly unknown[]) {
    const properties = attributesOf(entity);
    if (properties.status === "unreadable") return properties;
    found.push(properties.value);
  }
  return read(found);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
