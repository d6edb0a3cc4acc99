import { plainText } from "../../odata/plainText";
import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { isPhantom } from "../../engine/phantoms";
import type { Row, StoredComponent } from "../../store/model";
import { ACTIVE_LAYER } from "../../store/model";
import type { ServerContext } from "../context";
import { componentTypeLabels, kindOf } from "./componentKinds";
import { collectionName, logicalName } from "./tableNames";
import { typedSummaryColumns } from "./summaryColumns";

const CATEGORIES = [
  "Workflow",
  "Dialog",
  "Business Rule",
  "Action",
  "Business Process Flow",
  "Modern Flow",
  "Desktop Flow",
];

/** Components that only the Active layer holds are unmanaged; System and managed ones report as managed. */
export function isManaged(component: StoredComponent): boolean {
  return component.layers.some((layer) => layer.solution !== ACTIVE_LAYER);
}

function hasActiveCustomization(component: StoredComponent, context: ServerContext): boolean {
  const active = component.layers.find((layer) => layer.solution === ACTIVE_LAYER);
  if (!active || component.layers.length < 2) return false;
  return context.options.habits.phantomLayersAreFlagged || !isPhantom(active);
}

/** Managed properties are objects with `Value`, or plain booleans written in many ways. */
function flag(value: PropertyValue | undefined, otherwise: boolean): boolean {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return flag(value.Value ?? value.value, otherwise);
  }
  if (value === undefined || value === null) return otherwise;
  return value === true || value === 1 || value === "1" || plainText(value).toLowerCase() === "true";
}

function number(value: PropertyValue | undefined): number | null {
  if (value === null || value === undefined || value === "" || typeof value === "object") return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

function text(value: PropertyValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function subtype(type: number, properties: Row): number | null {
  if (type === ComponentType.SavedQuery) return number(properties.querytype) ?? 0;
  if (type === ComponentType.SystemForm || type === ComponentType.Form) return number(properties.type) ?? 2;
  return type === ComponentType.Workflow ? (number(properties.type) ?? 1) : null;
}

/** Backing table; `account.name` for columns (§3.1: `table.column` is what a client expects). */
function backingName(component: StoredComponent, context: ServerContext): string | null {
  if (component.type === ComponentType.Attribute) return component.key;
  return kindOf(component.type, context.environment.state.environmentTypes)?.table ?? null;
}

function typed(component: StoredComponent, properties: Row, context: ServerContext): Row {
  const managed = isManaged(component);
  const customizable = flag(properties.iscustomizable, true);
  // Columns that the platform gives to every table are not custom in tables that are [?].
  const custom = flag(
    properties.iscustomentity ?? properties.iscustomfield,
    component.layers[0]?.solution !== "System",
  );
  const category = component.type === ComponentType.Workflow ? (number(properties.category) ?? 0) : null;
  return {
    msdyn_ismanaged: managed,
    msdyn_ismanagedname: managed ? "Managed" : "Unmanaged",
    msdyn_iscustom: custom,
    msdyn_iscustomname: custom ? "True" : "False",
    msdyn_iscustomizable: customizable,
    msdyn_iscustomizablename: customizable ? "True" : "False",
    msdyn_isauditenabled: flag(properties.isauditenabled, false),
    msdyn_isauditenabledname: flag(properties.isauditenabled, false) ? "Enabled" : "Disabled",
    msdyn_hasactivecustomization: hasActiveCustomization(component, context),
    msdyn_objecttypecode: number(properties.objecttypecode),
    msdyn_subtype: subtype(component.type, properties),
    msdyn_workflowcategory: category,
    msdyn_workflowcategoryname: category === null ? null : (CATEGORIES[category] ?? null),
  };
}

function asText(row: Row): Row {
  const words = typedSummaryColumns.map((name): [string, PropertyValue] => {
    const value = row[name] ?? null;
    if (typeof value === "boolean") return [name, value ? "True" : "False"];
    return [name, typeof value === "number" ? plainText(value) : value];
  });
  return { ...row, ...Object.fromEntries(words) };
}

/**
 * One row of `msdyn_solutioncomponentsummaries` (fact sheet §3.1), without what depends on the query: `msdyn_solutionid`
 * and `msdyn_total`. The id is always null. The same object until the component changes.
 */
export function summaryRow(component: StoredComponent, context: ServerContext): Row {
  return context.index.of(component, "summary", () => newSummaryRow(component, context));
}

function newSummaryRow(component: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(component.id);
  const isTable = component.type === ComponentType.Entity;
  const schemaName = text(properties.schemaname) ?? component.name.slice(component.name.indexOf(".") + 1);
  const row: Row = {
    msdyn_solutioncomponentsummaryid: null,
    msdyn_objectid: component.id,
    msdyn_name: logicalName(component),
    msdyn_displayname: component.displayName,
    msdyn_schemaname: schemaName,
    msdyn_uniquename: text(properties.uniquename) ?? null,
    msdyn_componenttype: component.type,
    msdyn_componenttypename: componentTypeLabels[component.type] ?? `Customization.Type_${component.type}`,
    msdyn_componentlogicalname: backingName(component, context),
    msdyn_primaryentityname: component.table ?? null,
    msdyn_logicalcollectionname: isTable ? collectionName(component, properties) : null,
    msdyn_primaryidattribute: isTable ? (text(properties.primaryidattribute) ?? `${component.key}id`) : null,
    msdyn_description: text(properties.description),
    msdyn_createdon: component.createdOn,
    msdyn_modifiedon: component.modifiedOn,
    msdyn_synctoexternalsearchindex: "False",
    msdyn_version: text(properties.version),
    msdyn_fieldtype: component.type === ComponentType.Attribute ? text(properties.attributetype) : null,
    ...typed(component, properties, context),
  };
  return context.options.habits.summaryValues === "text" ? asText(row) : row;
}
