import { normaliseGuid } from "../../SolutionHealth/domain/model/guid";
import { matchingRows, pageOf } from "../odata/apply";
import { findColumn } from "../odata/column";
import { withoutConditions } from "../odata/conditions";
import { pagingCookie } from "../odata/pagingCookie";
import { includesAnnotation, parsePrefer } from "../odata/prefer";
import type { Presentation } from "../odata/present";
import { contextFragment, expandedNavigation, presentRow, selectedColumns } from "../odata/present";
import type { QueryOptions } from "../odata/query";
import type { PathSegment } from "../odata/resourcePath";
import { segmentArguments } from "../odata/resourcePath";
import { recordNotFound, syntaxFault, unknownProperty } from "../odata/syntaxFault";
import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import type { RowSource } from "./rowSource";
import type { Table } from "./table";
import type { TableRegistry } from "./tableRegistry";
import { requirePrivileges } from "./user";
import type { WebAnswer, WebRequest } from "./webRequest";
import { jsonAnswer } from "./webRequest";

/** The limit of a page, and of `$count`, whatever is asked for (fact sheet §10). */
const PLATFORM_PAGE = 5000;

/** Everything reading a table needs for one request. */
export interface TableReading {
  readonly context: ServerContext;
  readonly tables: TableRegistry;
  readonly source: RowSource;
  readonly request: WebRequest;
  readonly query: QueryOptions;
}

function presentation(reading: TableReading, table: Table): Presentation {
  const { context, tables, source, request } = reading;
  const prefer = parsePrefer(request.headers.prefer);
  const most = Math.min(PLATFORM_PAGE, context.options.pageSize);
  const asked = prefer.maxPageSize ?? most;
  return {
    table,
    tableOf: (entitySet) => tables.bySet(entitySet),
    related: (navigation, row) => source.related(navigation, row),
    nameOf: (logicalName, id) => source.nameOf(logicalName, id),
    ignoreCase: context.options.habits.filterIgnoresCase,
    annotations: prefer.annotations,
    baseUrl: request.baseUrl,
    pageSize: asked > 0 && asked < most ? asked : most,
  };
}

/** Names are checked even where no row matches, so that a wrong column is an error, not an empty list. */
function checkNames(query: QueryOptions, view: Presentation): void {
  selectedColumns(view.table, query.select);
  for (const expansion of query.expand) {
    const target = view.tableOf(expandedNavigation(view.table, expansion).target);
    if (!target) throw unknownProperty(expansion.navigation, view.table.logicalName);
    checkNames(expansion, { ...view, table: target });
  }
}

function preferenceApplied(reading: TableReading): Record<string, string> {
  const { annotations, maxPageSize } = parsePrefer(reading.request.headers.prefer);
  const applied = [
    ...(annotations.length > 0 ? [`odata.include-annotations="${annotations.join(",")}"`] : []),
    ...(maxPageSize === undefined ? [] : [`odata.maxpagesize=${maxPageSize}`]),
  ];
  return applied.length > 0 ? { "Preference-Applied": applied.join(",") } : {};
}

function nextLink(
  reading: TableReading,
  table: Table,
  last: Row | undefined,
  offset: number,
  pageSize: number,
): string {
  const { request } = reading;
  const cookie = pagingCookie(offset, pageSize, last ? table.cookieFiller?.(last) : undefined);
  const kept = request.search.split("&").filter((pair) => pair !== "" && !/^(?:\$|%24)skiptoken=/i.test(pair));
  return `${request.baseUrl}${request.path}?${[...kept, `$skiptoken=${encodeURIComponent(cookie)}`].join("&")}`;
}

/** GET of an entity set, or of a collection-valued navigation (`rows` given). */
export function readCollection(reading: TableReading, table: Table, rows?: readonly Row[]): WebAnswer {
  const { context, request } = reading;
  requirePrivileges(context.user, table.readPrivileges, table.logicalName);
  const query: QueryOptions = table.ignoresSelect ? withoutSelect(reading.query) : reading.query;
  const view = presentation(reading, table);
  checkNames(query, view);
  const matching = matchingRows(rows ?? table.rows(context, query), withoutApplied(query, table), view);
  const page = pageOf(matching, query, view.pageSize);
  const body: Row = { "@odata.context": `${request.baseUrl}$metadata#${contextFragment(table, query)}` };
  const counted = query.count ? Math.min(page.total, PLATFORM_PAGE) : -1;
  if (query.count) body["@odata.count"] = counted;
  if (includesAnnotation(view.annotations, "Microsoft.Dynamics.CRM.totalrecordcount")) {
    body["@Microsoft.Dynamics.CRM.totalrecordcount"] = counted;
    body["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"] = query.count && page.total > PLATFORM_PAGE;
  }
  body.value = page.rows.map((row) => presentRow(row, query, view));
  if (page.nextOffset !== undefined) {
    body["@odata.nextLink"] = nextLink(reading, table, page.rows.at(-1), page.nextOffset, view.pageSize);
  }
  return jsonAnswer(body, 200, preferenceApplied(reading));
}

function withoutSelect({ select: _ignored, ...rest }: QueryOptions): QueryOptions {
  return rest;
}

function withoutApplied(query: QueryOptions, table: Table): QueryOptions {
  if (!query.filter || !table.appliedFilterColumns) return query;
  return { ...query, filter: withoutConditions(query.filter, table.appliedFilterColumns) };
}

/** GET of one row. */
export function readRow(reading: TableReading, table: Table, row: Row): WebAnswer {
  const view = presentation(reading, table);
  checkNames(reading.query, view);
  const context = `${reading.request.baseUrl}$metadata#${contextFragment(table, reading.query)}/$entity`;
  const body = { "@odata.context": context, ...presentRow(row, reading.query, view) };
  return jsonAnswer(body, 200, preferenceApplied(reading));
}

/** GET of `set/$count`: plain text, at most 5,000 (fact sheet §16). */
export function readCount(reading: TableReading, table: Table, rows?: readonly Row[]): WebAnswer {
  requirePrivileges(reading.context.user, table.readPrivileges, table.logicalName);
  const view = presentation(reading, table);
  const total = matchingRows(rows ?? table.rows(reading.context, reading.query), reading.query, view).length;
  return {
    status: 200,
    headers: { "Content-Type": "text/plain", "OData-Version": "4.0" },
    body: String(Math.min(total, PLATFORM_PAGE)),
  };
}

function unquoted(text: string): string {
  return /^'(.*)'$/s.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
}

function rowWithKey(reading: TableReading, table: Table, id: string, among?: readonly Row[]): Row | undefined {
  if (among) return among.find((candidate) => candidate[table.primaryKey] === id);
  if (table.find) return table.find(reading.context, id);
  return reading.source.where(table, table.primaryKey, id)[0];
}

/**
 * The row a key leads to: `(guid)`, or `(column='value',…)` where the table has such an alternate key.
 * @param among the rows of a navigation, when the key stands behind one; default: all rows of the table.
 * @throws PlatformFault 404 when there is no such row; 400 for a key the table does not have.
 */
export function findRow(reading: TableReading, table: Table, segment: PathSegment, among?: readonly Row[]): Row {
  requirePrivileges(reading.context.user, table.readPrivileges, table.logicalName);
  const keys = segmentArguments(segment, reading.query.aliases);
  const single = keys.get("") ?? (keys.size === 1 ? keys.get(table.primaryKey) : undefined);
  if (single !== undefined) {
    const id = normaliseGuid(unquoted(single));
    if (id === undefined) throw syntaxFault(`Error in query syntax: '${single}' is not a valid key.`);
    const row = rowWithKey(reading, table, id, among);
    if (!row) throw recordNotFound(table.logicalName, id);
    return row;
  }
  const known = table.alternateKeys?.some(
    (key) => key.length === keys.size && key.every((name) => keys.has(name) && findColumn(table, name)),
  );
  if (!known) throw syntaxFault("The specified key properties are not a key of the table.");
  const wanted = [...keys].map(([name, value]) => [name, unquoted(value).toLowerCase()] as const);
  const row = (among ?? reading.source.all(table)).find((candidate) =>
    wanted.every(([name, value]) => String(candidate[name] as string).toLowerCase() === value),
  );
  if (!row) throw recordNotFound(table.logicalName, [...keys].map(([name, value]) => `${name}=${value}`).join(","));
  return row;
}
