import { normaliseGuid } from "../../SolutionHealth/domain/model/guid";
import { PlatformFault } from "../engine/fault";
import { parsePrefer } from "../odata/prefer";
import { etagOf } from "../odata/present";
import { plainText } from "../odata/plainText";
import type { PathSegment } from "../odata/resourcePath";
import { segmentArguments } from "../odata/resourcePath";
import { methodNotAllowed, recordNotFound } from "../odata/syntaxFault";
import type { Row } from "../store/model";
import type { TableReading } from "./readTable";
import { readRow } from "./readTable";
import { RowSource } from "./rowSource";
import type { Table } from "./table";
import type { WebAnswer } from "./webRequest";
import { emptyAnswer, jsonBody } from "./webRequest";

/** The row as it is now: what was read before the write is of no use any more. */
function rowNow(reading: TableReading, table: Table, id: string): Row | undefined {
  const source = new RowSource(reading.context, reading.tables);
  return table.find?.(reading.context, id) ?? source.where(table, table.primaryKey, id)[0];
}

/**
 * What a write answers: 204 with the row's address, or the row itself where `Prefer: return=representation` asks for it.
 * @param status of an answer with a body: 201 for a new row, 200 for a changed one
 */
export function writtenAnswer(reading: TableReading, table: Table, id: string, status: 200 | 201): WebAnswer {
  const { context, request } = reading;
  const address = `${request.baseUrl}${table.entitySet}(${id})`;
  const current = reading.tables.bySet(table.entitySet) ?? table;
  const row = parsePrefer(request.headers.prefer).returnRepresentation ? rowNow(reading, current, id) : undefined;
  if (!row) return emptyAnswer({ "OData-EntityId": address });
  const source = new RowSource(context, reading.tables);
  const answer = readRow({ ...reading, source }, current, row);
  const location: Record<string, string> = status === 201 ? { Location: address } : {};
  return {
    ...answer,
    status,
    headers: { ...answer.headers, ...location, "Preference-Applied": "return=representation" },
  };
}

/** POST of an entity set. */
export function createRow(reading: TableReading, table: Table): WebAnswer {
  if (!table.create) throw methodNotAllowed("POST");
  const row = table.create(reading.context, jsonBody(reading.request));
  return writtenAnswer(reading, table, plainText(row[table.primaryKey]), 201);
}

/**
 * PATCH and DELETE with `If-Match`, PATCH with `If-None-Match: *`.
 * @throws PlatformFault 412 when the row is another version than the client knows, or is there and must not be
 */
export function requireMatch(reading: TableReading, row: Row): void {
  const { "if-match": match, "if-none-match": none } = reading.request.headers;
  if (none?.trim() === "*" && reading.request.method === "PATCH") {
    throw new PlatformFault("0x80040237", "A record with matching key values already exists.", 412);
  }
  if (match === undefined || match.trim() === "*" || match.trim() === etagOf(row)) return;
  throw new PlatformFault(
    "0x80060882",
    "The version of the existing record doesn't match the RowVersion property provided.",
    412,
  );
}

/**
 * PATCH of a row that is not there creates it under the key of the address, unless `If-Match` says that it must be there.
 * @returns undefined where the address names a row that is there, or is no plain id: the usual way goes on
 */
export function upsertRow(reading: TableReading, table: Table, key: PathSegment): WebAnswer | undefined {
  const { context, request } = reading;
  if (request.method !== "PATCH" || !table.create) return undefined;
  const id = normaliseGuid(segmentArguments(key, reading.query.aliases).get("") ?? "");
  if (id === undefined || rowNow(reading, table, id)) return undefined;
  if (request.headers["if-match"] !== undefined) throw recordNotFound(table.logicalName, id);
  table.create(context, { ...jsonBody(request), [table.primaryKey]: id });
  return writtenAnswer(reading, table, id, 201);
}
