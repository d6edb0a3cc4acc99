import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { storedLabels } from "../../engine/labelTexts";
import type { Column, ColumnType } from "../../odata/column";
import { columns, lookup, toOne } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import { editOf } from "./componentEdit";
import { backings, type Backing } from "./componentBackings";
import { asStateChange, newOwner, ownersOf, OWNER, OWNING_USER } from "./componentState";
import { variableValueWrites } from "./variableValues";
import { isManaged } from "./summaryRow";

const COMMON: readonly Column[] = [
  ...columns("boolean", "ismanaged"),
  ...columns("date", "createdon", "modifiedon", "overwritetime"),
  ...columns("integer", "componentstate", "versionnumber"),
  ...columns("guid", "solutionid"),
  lookup("modifiedby", "systemuser"),
];

function numberOf(text: string): number | null {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}

function readsAs(value: PropertyValue | undefined, type: ColumnType): PropertyValue {
  if (value === undefined || value === null) return null;
  if (type === "boolean") return TRUE.has(value);
  if (type === "integer" && typeof value === "string") return numberOf(value);
  if (type === "string" && typeof value !== "string") return JSON.stringify(value);
  return value;
}

/** Booleans of packages are written in all these ways. */
const TRUE: ReadonlySet<PropertyValue> = new Set<PropertyValue>([true, 1, "1", "true", "True"]);

/** A managed property as a complex value; layers hold it in several shapes (fact sheet §4.4). */
function managedProperty(name: string, value: PropertyValue | undefined): PropertyValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "object") return value;
  return { Value: TRUE.has(value), CanBeChanged: true, ManagedPropertyLogicalName: name };
}

/** State and status as the package or an edit says, else those of the kind's first state. */
function stateOf(row: Row, states: Backing["states"]): Row {
  if (!states) return {};
  const [state, status] = states.find(([known]) => known === row.statecode) ?? states[0] ?? [0, 1];
  return { statecode: row.statecode ?? state, statuscode: row.statuscode ?? status };
}

function typesOf({ types }: Backing, context: ServerContext): readonly number[] {
  if (typeof types !== "string") return types;
  const type = context.environment.state.environmentTypes[types];
  return type === undefined ? [] : [type];
}

/** Packages write descriptions of some kinds as labels only; the row has the one in the base language. */
function describedIn(properties: Row, { environment: { state } }: ServerContext): string | null {
  const labels = storedLabels(properties["Description - LocalizedLabel"]);
  const own = labels.find(({ LanguageCode }) => LanguageCode === state.organization.baseLanguage)?.Label ?? "";
  return own === "" ? null : own;
}

function rowOf(component: StoredComponent, backing: Backing, own: readonly Column[], context: ServerContext): Row {
  const properties = context.index.effectiveProperties(component.id);
  const row: Row = {};
  for (const { name, type } of own) {
    row[name] = type === "json" ? managedProperty(name, properties[name]) : readsAs(properties[name], type);
  }
  row[backing.primaryKey] = component.id;
  row[backing.primaryName] ??= component.displayName;
  if (own.some((column) => column.name === "description")) row.description ??= describedIn(properties, context);
  if (own.some((column) => column.name === "objecttypecode")) row.objecttypecode ??= component.table ?? null;
  return {
    ...row,
    ...stateOf(row, backing.states),
    ...(backing.owned ? ownersOf(component) : {}),
    ...backing.more?.values(component, context),
    ismanaged: isManaged(component),
    createdon: component.createdOn,
    modifiedon: component.modifiedOn,
    _modifiedby_value: component.modifiedBy,
    overwritetime: "1900-01-01T00:00:00Z",
    componentstate: 0,
    versionnumber: 1,
  };
}

function columnsOf(backing: Backing): Column[] {
  const names = new Set([backing.primaryName, ...(backing.text ?? [])]);
  return [
    ...columns("string", ...names),
    ...columns("integer", ...(backing.numbers ?? []), ...(backing.states ? ["statecode", "statuscode"] : [])),
    ...columns("boolean", ...(backing.flags ?? [])),
    ...columns("json", ...(backing.managed ?? [])),
  ];
}

/** An ordinary edit by a person lands in the Active layer (fact sheet §8.1); whom the row belongs to is no part of it. */
function updating(backing: Backing, own: readonly Column[]): Required<Table>["update"] {
  const name = backing.privilege ?? backing.logicalName;
  return (context, id, values, solution) => {
    requirePrivileges(context.user, [`prvWrite${name}`], backing.logicalName);
    context.jobs.requireIdle("EntityCustomization");
    const effective = context.index.effectiveProperties(id);
    const owner = backing.owned ? newOwner(context, { ...backing, privilege: name }, values) : undefined;
    const edited = asStateChange(editOf(values, { ...backing, own }, effective), backing, effective, context);
    if (owner !== undefined) context.environment.assignOwner(id, owner, context.caller());
    if (owner !== undefined && Object.keys(edited).length === 0) return;
    context.environment.customize(id, edited, context.caller(), solution);
  };
}

function tableOf(backing: Backing): Table {
  const own = columnsOf(backing);
  return {
    entitySet: backing.entitySet,
    logicalName: backing.logicalName,
    primaryKey: backing.primaryKey,
    primaryName: backing.primaryName,
    readPrivileges: [],
    columns: [
      ...columns("guid", backing.primaryKey),
      ...own,
      ...(backing.more?.columns ?? []),
      ...(backing.owned ? [OWNER, OWNING_USER] : []),
      ...COMMON,
    ],
    navigations: [
      ...(backing.navigations ?? []),
      ...(backing.owned ? ["ownerid", "owninguser"].map((name) => toOne(name, "systemusers", "systemuserid")) : []),
    ],
    rows: (context) =>
      typesOf(backing, context)
        .flatMap((type) => context.index.componentsOfType(type))
        .map((component) => rowOf(component, backing, own, context)),
    find: (context, id) => {
      const component = context.environment.store.component(id);
      if (!component || !typesOf(backing, context).includes(component.type)) return undefined;
      return rowOf(component, backing, own, context);
    },
    update: updating(backing, own),
    ...(backing.logicalName === "environmentvariablevalue" ? variableValueWrites : {}),
  };
}

/** Tables by which names of components are resolved (fact sheet §2.5), and in which people edit them. */
export const componentTables: readonly Table[] = backings.map(tableOf);
