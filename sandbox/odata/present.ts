import { plainText } from "./plainText";
import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Row } from "../store/model";
import { matchingRows, pageOf } from "./apply";
import type { Column, Navigation, TableShape } from "./column";
import { findColumn } from "./column";
import type { FilterScope } from "./evaluate";
import { formattedValue } from "./formattedValue";
import { includesAnnotation } from "./prefer";
import type { Expansion, QueryOptions } from "./query";
import { unknownProperty } from "./syntaxFault";

const FORMATTED = "OData.Community.Display.V1.FormattedValue";
const LOOKUP_NAME = "Microsoft.Dynamics.CRM.lookuplogicalname";
const NAVIGATION_NAME = "Microsoft.Dynamics.CRM.associatednavigationproperty";

/** What turning rows into an answer needs besides the query. */
export interface Presentation extends FilterScope {
  /** Patterns of `odata.include-annotations`. */
  readonly annotations: readonly string[];
  /** Address of the service, with the slash at its end. */
  readonly baseUrl: string;
  readonly pageSize: number;
  /** Primary name of a row of another table, for formatted lookups. */
  readonly nameOf: (logicalName: string, id: string) => string | undefined;
}

/**
 * Columns of the answer: those selected, with the primary key always among them, as the platform does.
 * @throws PlatformFault 400 for a name that the table does not have.
 */
export function selectedColumns(table: TableShape, select: readonly string[] | undefined): readonly Column[] {
  if (!select) return table.columns.filter((column) => !column.hidden);
  const chosen = new Set<Column>();
  for (const name of select) {
    const column = findColumn(table, name);
    if (!column) throw unknownProperty(name, table.logicalName);
    chosen.add(column);
  }
  const key = findColumn(table, table.primaryKey);
  if (key) chosen.add(key);
  return [...chosen];
}

/** Columns of one query, worked out once and not for each row. */
const columnsOfQuery = new WeakMap<QueryOptions, { readonly table: TableShape; readonly columns: readonly Column[] }>();

function columnsFor(table: TableShape, query: QueryOptions): readonly Column[] {
  const known = columnsOfQuery.get(query);
  if (known?.table === table) return known.columns;
  const columns = selectedColumns(table, query.select);
  columnsOfQuery.set(query, { table, columns });
  return columns;
}

function annotate(answer: Row, column: Column, value: PropertyValue, view: Presentation): void {
  const wants = (name: string) => includesAnnotation(view.annotations, name);
  if (column.type === "lookup") {
    if (value === null) return;
    const target = column.target ?? "";
    if (wants(FORMATTED)) {
      const name = view.nameOf(target, plainText(value));
      if (name !== undefined) answer[`${column.name}@${FORMATTED}`] = name;
    }
    if (wants(NAVIGATION_NAME)) answer[`${column.name}@${NAVIGATION_NAME}`] = column.name.slice(1, -"_value".length);
    if (wants(LOOKUP_NAME)) answer[`${column.name}@${LOOKUP_NAME}`] = target;
    return;
  }
  const text = wants(FORMATTED) ? formattedValue(value, column) : undefined;
  if (text !== undefined) answer[`${column.name}@${FORMATTED}`] = text;
}

/** Dates go out as UTC without milliseconds (fact sheet §1.2). */
function outgoing(value: PropertyValue | undefined, column: Column): PropertyValue {
  if (value === undefined) return null;
  if (column.type === "date" && typeof value === "string") return value.replace(/\.\d+Z$/, "Z");
  return value;
}

/** `W/"123"`, where the row has a version. */
export function etagOf(row: Row): string | undefined {
  const version = row.versionnumber;
  return typeof version === "number" ? `W/"${version}"` : undefined;
}

function targetOf(navigation: Navigation, view: Presentation): TableShape {
  const target = view.tableOf(navigation.target);
  if (!target) throw unknownProperty(navigation.name, view.table.logicalName);
  return target;
}

/** Finds the navigation of an expansion. @throws PlatformFault 400 when the table has none of that name. */
export function expandedNavigation(table: TableShape, expansion: Expansion): Navigation {
  const navigation = table.navigations.find((known) => known.name === expansion.navigation);
  if (!navigation) throw unknownProperty(expansion.navigation, table.logicalName);
  return navigation;
}

function expandInto(answer: Row, row: Row, expansion: Expansion, view: Presentation): void {
  const navigation = expandedNavigation(view.table, expansion);
  const inner: Presentation = { ...view, table: targetOf(navigation, view) };
  const related = view.related(navigation, row);
  if (navigation.kind === "single") {
    const [first] = related;
    answer[navigation.name] = first ? presentRow(first, expansion, inner) : null;
    return;
  }
  const page = pageOf(matchingRows(related, expansion, inner), expansion, view.pageSize);
  answer[navigation.name] = page.rows.map((child) => presentRow(child, expansion, inner));
  const select = expansion.select ? `?$select=${expansion.select.join(",")}` : "";
  const key = plainText(row[view.table.primaryKey]);
  // The platform gives a link here even where nothing is left to read.
  answer[`${navigation.name}@odata.nextLink`] =
    `${view.baseUrl}${view.table.entitySet}(${key})/${navigation.name}${select}`;
}

/** One row as JSON: etag, columns with nulls kept, annotations asked for, expansions. */
export function presentRow(row: Row, query: QueryOptions, view: Presentation): Row {
  const answer: Row = {};
  const etag = etagOf(row);
  if (etag !== undefined) answer["@odata.etag"] = etag;
  for (const column of columnsFor(view.table, query)) {
    if (column.derived && row[column.name] === undefined) continue;
    const value = outgoing(row[column.name], column);
    answer[column.name] = value;
    if (view.annotations.length > 0) annotate(answer, column, value, view);
  }
  for (const expansion of query.expand) expandInto(answer, row, expansion, view);
  return answer;
}

/** `solutions(solutionid,publisherid(friendlyname))`: what follows `$metadata#` in `@odata.context`. */
export function contextFragment(table: TableShape, query: QueryOptions): string {
  const describe = (options: QueryOptions): string =>
    [
      ...(options.select ?? []),
      ...options.expand.map((expansion) => `${expansion.navigation}(${describe(expansion)})`),
    ].join(",");
  const inner = describe(query);
  return inner === "" ? table.entitySet : `${table.entitySet}(${inner})`;
}
