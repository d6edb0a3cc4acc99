import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { mapInSteps } from "../../domain/inSteps";
import type { Steps } from "../reading/steps";
import { References } from "./references";
import type { ComponentDraft } from "./source";

/** A lookup of a newer kind: what it points to is only told by the lookup's name, or by that of the key beside it. */
export interface Lookup {
  /** A number where the kind has one; else what is probably the target's table. */
  readonly type: number | string;
  readonly key: string;
}

/** Tables, and names of lookups to them, whose kind has a number. */
const NUMBERED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    appmodule: ComponentType.AppModule,
    canvasapp: ComponentType.CanvasApp,
    contextentity: ComponentType.Entity,
    definition: ComponentType.EnvironmentVariableDefinition,
    entity: ComponentType.Entity,
    environmentvariabledefinition: ComponentType.EnvironmentVariableDefinition,
    msdyn_aiconfiguration: ComponentType.AIConfiguration,
    msdyn_aimodel: ComponentType.AIProject,
    onclickeventformulacomponentlibrary: ComponentType.CanvasApp,
    pluginassembly: ComponentType.PluginAssembly,
    plugintype: ComponentType.PluginType,
    visibilityformulacomponentlibrary: ComponentType.CanvasApp,
    webresource: ComponentType.WebResource,
    workflow: ComponentType.Workflow,
  }),
);

/** The type of a newer kind by its table's name. */
export function typeOfTable(table: string): number | string {
  const name = table.toLowerCase();
  return NUMBERED.get(name) ?? name;
}

/** Lookups of a row: children that hold nothing but the target's key, and keys of the row that name another (`botid.schemaname`). */
export function lookupsOf(element: XmlElement, keys: readonly (readonly [string, string])[]): Lookup[] {
  const children = element.children.flatMap((child) => {
    const [only] = child.children;
    if (only === undefined || child.children.length > 1 || only.children.length > 0) return [];
    return [lookup(child.name, only.name, only.text)];
  });
  const attributes = keys.flatMap(([attribute, value]) => {
    const [name, column] = attribute.split(".");
    return name === undefined || column === undefined ? [] : [lookup(name, column, value)];
  });
  return [...children, ...attributes];
}

/** Keys that are ids carry their table's name: `workflowid`. Else the lookup does: `parentbotid` points to `bot`. */
function lookup(name: string, keyColumn: string, text: string): Lookup {
  const byKey = NUMBERED.get(keyColumn.toLowerCase().replace(/id$/, ""));
  const table = name
    .toLowerCase()
    .replace(/^parent/, "")
    .replace(/id(?:one|two)?$/, "");
  return { type: byKey ?? typeOfTable(table), key: text.trim().toLowerCase() };
}

/**
 * Turns lookups into references. A lookup need not be named after its table (`msdyn_anchortab` holds a
 * `msdyn_applicationtabtemplate`): then the one newer component of that key is meant. What the package does not hold is
 * left to its MissingDependencies, which name it properly.
 */
export function* resolveLookups(drafts: readonly ComponentDraft[]): Steps<ComponentDraft[]> {
  const types = new Set(drafts.map(({ type }) => type));
  const newer = new Map<string, ComponentDraft[]>();
  for (const draft of drafts) {
    if (typeof draft.type !== "string") continue;
    const known = newer.get(draft.key);
    if (known) known.push(draft);
    else newer.set(draft.key, [draft]);
  }
  return yield* mapInSteps(drafts, ({ lookups, ...draft }) => {
    if (lookups === undefined) return draft;
    const references = new References();
    for (const { type, key } of lookups) {
      const [only, ...others] = newer.get(key) ?? [];
      if (typeof type === "number" || types.has(type)) references.add(type, key);
      else if (only !== undefined && others.length === 0) references.add(only.type, key);
    }
    return { ...draft, references: [...(draft.references ?? []), ...references.list] };
  });
}
