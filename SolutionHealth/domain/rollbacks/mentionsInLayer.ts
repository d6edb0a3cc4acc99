import type { ComponentLayer } from "../layers/componentLayer";
import type { Properties, PropertyValue } from "../model/property";
import { type Mention, Mentions } from "./mentions";
import { collectFromXml } from "./mentionsInXml";
import type { RollbackComponent } from "./rollbackFacts";

/** What a layer's own words name, property by property. Child collections count as properties of their name. */
export type LayerMentions = ReadonlyMap<string, ReadonlySet<Mention>>;

/**
 * What the layer says that the component needs: by its changes, or by all it has: the lowest layer may list none, and a
 * layer may repeat without listing it what those below say (fact sheet §4.4).
 */
export function mentionsInLayer(layer: ComponentLayer, whole: boolean, component: RollbackComponent): LayerMentions {
  const own = ownWords(layer, whole);
  const found = new Map<string, ReadonlySet<Mention>>();
  for (const [property, value] of Object.entries(own)) {
    const mentions = new Mentions();
    collectFromProperty(property, value, { table: component.table, own }, mentions);
    if (mentions.all.size > 0) found.set(property, mentions.all);
  }
  if (layer.children.status === "read") {
    for (const [collection, children] of Object.entries(layer.children.value)) {
      if (collection !== "AppModuleComponents") continue;
      const mentions = new Mentions();
      for (const child of children) collectAppComponent(child, mentions);
      found.set(collection, mentions.all);
    }
  }
  return found;
}

function ownWords({ changes, properties }: ComponentLayer, whole: boolean): Properties {
  const listed = changes.status === "read" ? changes.value : {};
  return whole && properties.status === "read" ? { ...properties.value, ...listed } : listed;
}

/** Parts of an app: rows of type and name, or type and id. */
function collectAppComponent(child: Properties, mentions: Mentions): void {
  if (textOf(child.solutionaction) === "Removed") return;
  mentions.addNumbered(textOf(child.type ?? child.componenttype), textOf(child.schemaName ?? child.schemaname));
  mentions.id(textOf(child.id ?? child.objectid));
}

interface Around {
  readonly table: string | undefined;
  readonly own: Properties;
}

function collectFromProperty(property: string, value: PropertyValue, around: Around, mentions: Mentions): void {
  if (typeof value === "object" && value !== null) return collectFromJson(value, mentions);
  if (typeof value !== "string") return;
  const text = value.trim();
  if (text.startsWith("<")) return collectFromXml(text, around.table ?? tableIn(around.own), mentions);
  if (text.startsWith("{") || text.startsWith("[")) {
    const parsed = parseJson(text);
    if (parsed !== undefined) return collectFromJson(parsed, mentions);
  }
  mentions.id(text);
  plainReaders[property.toLowerCase()]?.(text, mentions, around);
}

/** Forms and views say themselves of which table they are. */
const tableIn = (own: Properties): string | undefined =>
  textOf(own.objecttypecode) ?? textOf(own.returnedtypecode) ?? textOf(own.primaryentitytypecode);

const table = (name: string, mentions: Mentions): void => mentions.table(name);

/** Properties that are a name by themselves. */
const plainReaders: Readonly<Record<string, (text: string, mentions: Mentions, around: Around) => void>> = {
  returnedtypecode: table,
  objecttypecode: table,
  primaryentitytypecode: table,
  primaryentity: table,
  referencedentity: table,
  referencedentityname: table,
  referencingentity: table,
  referencingentityname: table,
  firstentityname: table,
  secondentityname: table,
  referencingattributename: (name, mentions, { own }) => mentions.column(textOf(own.referencingentityname), name),
  referencingattribute: (name, mentions, { own }) => mentions.column(textOf(own.referencingentity), name),
  optionsetname: (name, mentions) => mentions.add("OptionSet", name),
  filteringattributes: (names, mentions, around) => {
    for (const name of names.split(",")) mentions.column(around.table, name);
  },
};

/** Members of a flow's definition that name what the platform takes for a dependency. */
const jsonReaders: Readonly<Record<string, (text: string, mentions: Mentions) => void>> = {
  connectionReferenceLogicalName: (name, mentions) => mentions.add("connectionreference", name),
  workflowReferenceName: (id, mentions) => mentions.id(id),
  schemaName: (name, mentions) => mentions.add("EnvironmentVariableDefinition", name),
};

/** Lookups (`{"Id":…,"LogicalName":…}`) and, in flows, references by name; a word anywhere else is only a word. */
function collectFromJson(value: PropertyValue, mentions: Mentions): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectFromJson(item, mentions);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== "string") collectFromJson(inner, mentions);
    else if (name.toLowerCase() === "id") mentions.id(inner);
    else jsonReaders[name]?.(inner, mentions);
  }
}

function parseJson(text: string): PropertyValue | undefined {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch {
    return undefined;
  }
}

const textOf = (value: PropertyValue | undefined): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;
