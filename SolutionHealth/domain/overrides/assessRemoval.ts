import { changedProperties, valueBelow } from "../layers/winners";
import type { LayerStack } from "../layers/componentLayer";
import { activeLayer, layersBelowActive } from "../layers/layerStack";
import { isMergeType } from "../layers/mergeTypes";
import type { Properties, PropertyValue } from "../model/property";
import { STATE_PROPERTIES } from "./bookkeeping";
import type { IncomingValue, Removability, RemovalNote } from "./removability";

/** Types that are metadata: one tool never offers them for removal, another does [?] (fact sheet §6.1). */
const METADATA_TYPES: ReadonlySet<string> = new Set([
  "Entity",
  "Attribute",
  "Relationship",
  "AttributePicklistValue",
  "AttributeLookupValue",
  "LocalizedLabel",
  "OptionSet",
  "EntityRelationship",
  "EntityKey",
]);

const REFUSED: ReadonlySet<RemovalNote> = new Set(["onlyLayer", "noActiveLayer", "layersUnknown"]);
const DOUBTFUL: ReadonlySet<RemovalNote> = new Set(["notCustomizable", "metadata"]);

/**
 * Whether the Active layer can be taken off, and what is to be known before.
 * @param stack undefined, or without layers, where it could not be read
 */
export function assessRemoval(stack: LayerStack | undefined): Removability {
  const notes = stack === undefined || stack.layers.length === 0 ? (["layersUnknown"] as const) : notesOn(stack);
  if (notes.some((note) => REFUSED.has(note))) return { verdict: "refused", notes };
  return { verdict: notes.some((note) => DOUBTFUL.has(note)) ? "doubtful" : "removable", notes };
}

function notesOn(stack: LayerStack): RemovalNote[] {
  const active = activeLayer(stack);
  if (active === undefined) return ["noActiveLayer"];
  if (layersBelowActive(stack).length === 0) return ["onlyLayer"];
  const { typeName } = stack.component;
  const changed = changedProperties(active) ?? [];
  return [
    ...(isCustomizable(stack) === false ? (["notCustomizable"] as const) : []),
    ...(METADATA_TYPES.has(typeName) ? (["metadata"] as const) : []),
    ...(isMergeType(typeName) ? (["mergeType"] as const) : []),
    ...(changed.some((property) => STATE_PROPERTIES.includes(property)) ? (["state"] as const) : []),
  ];
}

/** The managed property as the layers below have it; undefined where they do not say. */
function isCustomizable(stack: LayerStack): boolean | undefined {
  return truthOf(valueBelow(stack, "iscustomizable", firstBelow(stack)).value);
}

/** Managed properties come as a boolean, as text, as a number, or as an object that holds one of these [?] (§4.4). */
function truthOf(value: PropertyValue | undefined): boolean | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return truthOf(value.Value ?? value.value);
  const text = typeof value === "object" ? "" : String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

/**
 * What each property that the Active layer sets will be without it; empty where there is no such layer or it cannot be
 * read. Of merge types it is the last word of the layers below, not the merged whole.
 */
export function incomingValues(stack: LayerStack): IncomingValue[] {
  const changes = activeLayer(stack)?.changes;
  if (changes?.status !== "read") return [];
  const from = firstBelow(stack);
  return Object.keys(changes.value)
    .sort()
    .map((property) => toIncoming(property, changes.value, stack, from));
}

function toIncoming(property: string, changes: Properties, stack: LayerStack, from: number): IncomingValue {
  const { value, solution, known } = valueBelow(stack, property, from);
  return { property, now: changes[property], then: value, known, ...(solution !== undefined && { from: solution }) };
}

const firstBelow = ({ layers }: LayerStack): number => layers.findIndex(({ kind }) => kind === "active") + 1;
