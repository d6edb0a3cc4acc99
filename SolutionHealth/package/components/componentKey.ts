import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import { assemblyKey } from "./pluginAssemblies";
import { DEFAULT_SITE_MAP } from "./siteMaps";

/** How another part of the package names a component: an entry of RootComponents or an end of a missing dependency. */
export interface ComponentMention {
  readonly type: number | string;
  readonly schemaName?: string | undefined;
  readonly parentSchemaName?: string | undefined;
  readonly id?: string | undefined;
  readonly parentId?: string | undefined;
}

/** Kinds whose ids are the same in every environment: known by id even where a name stands beside it (§8.3). */
const BY_ID: ReadonlySet<number | string> = new Set([
  ComponentType.Role,
  ComponentType.SavedQuery,
  ComponentType.Workflow,
  ComponentType.SavedQueryVisualization,
  ComponentType.SystemForm,
]);

/** Older numbers of the same kind (fact sheet §4.6). */
const SAME_KIND: Readonly<Record<number, number>> = { 24: ComponentType.SystemForm, 371: ComponentType.Connector };

/** Newer kinds that are mentioned by name although they have a number. */
const NUMBER_OF: Readonly<Record<string, number>> = {
  environmentvariabledefinition: ComponentType.EnvironmentVariableDefinition,
  environmentvariablevalue: ComponentType.EnvironmentVariableValue,
  canvasapp: ComponentType.CanvasApp,
};

/** The one form of a component's type: numbers as they are, names in lower case. */
export function componentType(type: number | string): number | string {
  if (typeof type === "number") return SAME_KIND[type] ?? type;
  const name = type.toLowerCase();
  return NUMBER_OF[name] ?? name;
}

/** The key by which readers know the mentioned component; undefined when the mention says too little. */
export function mentionedKey(mention: ComponentMention): string | undefined {
  const type = componentType(mention.type);
  const id = mention.id ?? mention.parentId;
  if (id !== undefined && (BY_ID.has(type) || mention.schemaName === undefined)) return id;
  const name = mention.schemaName;
  if (name === undefined) return type === ComponentType.SiteMap ? DEFAULT_SITE_MAP : id;
  return normaliseGuid(name) ?? namedKey(type, name, mention.parentSchemaName);
}

function namedKey(type: number | string, name: string, parent: string | undefined): string {
  const lower = name.trim().toLowerCase();
  switch (type) {
    case ComponentType.Attribute:
    case ComponentType.EntityKey:
      return parent === undefined ? lower : `${parent.toLowerCase()}.${lower}`;
    case ComponentType.PluginAssembly:
      return assemblyKey(name);
    case ComponentType.PluginType:
      return lower.split(",")[0] ?? lower;
    case ComponentType.AttributeImageConfig:
      // Written as `table column`.
      return lower.replace(/\s+/, ".");
    default:
      return lower;
  }
}
