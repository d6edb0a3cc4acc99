import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { Properties, PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { ColumnType } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { DataColumn, LookupTarget } from "./dataColumn";

/** What packages call the types of columns, and what their values are in JSON. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  bigint: "integer",
  bit: "boolean",
  customer: "lookup",
  datetime: "date",
  decimal: "decimal",
  float: "decimal",
  int: "integer",
  lookup: "lookup",
  memo: "string",
  money: "decimal",
  multiselectpicklist: "string",
  ntext: "string",
  nvarchar: "string",
  owner: "lookup",
  partylist: "lookup",
  picklist: "picklist",
  primarykey: "guid",
  state: "picklist",
  status: "picklist",
  uniqueidentifier: "guid",
};

/** `<Behavior>` of a date without time. 1 is in the user's own zone, 3 the same everywhere; both travel as UTC. */
const DATE_ONLY = "2";

function textOf(value: PropertyValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The JSON type of the column's values; undefined where its definition has no type that is known here. */
function columnType(properties: Row): ColumnType | undefined {
  const kind = textOf(properties.type).toLowerCase();
  if (kind === "datetime" && textOf(properties.behavior) === DATE_ONLY) return "dateonly";
  return TYPES[kind];
}

/** Options of the column itself, or of the global option set that it names. */
function optionsOf(column: StoredComponent, properties: Row, context: ServerContext): readonly Properties[] {
  const own = context.environment.effectiveChildren(column.id).AttributePicklistValues;
  if (own && own.length > 0) return own;
  const global = context.environment.store.find(
    ComponentType.OptionSet,
    textOf(properties.optionsetname).toLowerCase(),
  );
  return global ? (context.environment.effectiveChildren(global.id).AttributePicklistValues ?? []) : [];
}

function labelled(column: StoredComponent, properties: Row, context: ServerContext): Partial<DataColumn> {
  const options = optionsOf(column, properties, context);
  if (options.length === 0) return {};
  const stated = options.filter(({ state }) => state !== undefined && state !== null);
  return {
    labels: Object.fromEntries(options.map(({ value, label }) => [Number(value), textOf(label)])),
    ...(stated.length > 0
      ? { stateOf: Object.fromEntries(stated.map(({ value, state }) => [Number(value), Number(state)])) }
      : {}),
  };
}

/** Relationships of the environment by the column that holds them: which tables a lookup points to. */
function targetsByColumn(context: ServerContext): ReadonlyMap<string, readonly string[]> {
  return context.index.of(context.environment.state.components, "lookup targets", () => {
    const targets = new Map<string, string[]>();
    for (const { id } of context.index.componentsOfType(ComponentType.EntityRelationship)) {
      const relationship = context.index.effectiveProperties(id);
      const column = `${textOf(relationship.referencingentityname)}.${textOf(relationship.referencingattributename)}`;
      const table = textOf(relationship.referencedentityname).toLowerCase();
      if (table !== "") targets.set(column.toLowerCase(), [...(targets.get(column.toLowerCase()) ?? []), table]);
    }
    return targets;
  });
}

/** Owners are users here: this environment has no teams. */
const NAMED: Readonly<Record<string, string>> = { owner: "systemuser" };

/**
 * Navigations of a publisher's own lookups are spelt like their schema names, those of the platform's in lower case; a
 * lookup to several tables has one for each, with the table's name behind.
 */
function lookupTargets(column: StoredComponent, properties: Row, context: ServerContext): LookupTarget[] {
  const name = column.key.slice(column.key.indexOf(".") + 1);
  const schemaName = textOf(properties.schemaname);
  const navigation = name.includes("_") && schemaName !== "" ? schemaName : name;
  const tables = (targetsByColumn(context).get(column.key) ?? []).map((table) => NAMED[table] ?? table);
  return tables.map((table) => ({ navigation: tables.length > 1 ? `${navigation}_${table}` : navigation, table }));
}

/**
 * A column as its definition says. @returns undefined for a type that holds no plain value (files, images, computed
 * names) or is not known.
 */
export function definedColumn(column: StoredComponent, context: ServerContext): DataColumn | undefined {
  const properties = context.index.effectiveProperties(column.id);
  const type = columnType(properties);
  if (type === undefined) return undefined;
  const name = column.key.slice(column.key.indexOf(".") + 1);
  const rights = {
    creatable: properties.validforcreateapi !== false,
    updatable: properties.validforupdateapi !== false && type !== "guid",
  };
  if (type === "lookup") {
    const targets = lookupTargets(column, properties, context);
    return { name: `_${name}_value`, type, ...rights, targets, ...(targets[0] ? { target: targets[0].table } : {}) };
  }
  const maxLength = Number(properties.maxlength);
  return {
    name,
    type,
    ...rights,
    ...(maxLength > 0 && type === "string" ? { maxLength } : {}),
    ...(type === "picklist" || type === "boolean" ? labelled(column, properties, context) : {}),
  };
}
