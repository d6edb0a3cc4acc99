import { percentDecoded } from "../odata/percentDecoded";
import { plainText } from "../odata/plainText";
import { methodNotAllowed, retrieveNotSupported, unknownProperty, unknownResource } from "../odata/syntaxFault";
import type { Navigation } from "../odata/column";
import { findColumn } from "../odata/column";
import { parseQuery } from "../odata/query";
import type { PathSegment } from "../odata/resourcePath";
import { parsePath } from "../odata/resourcePath";
import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import { faultAnswer } from "./faultAnswer";
import type { Message } from "./message";
import { actionArguments, functionArguments } from "./messageArguments";
import { findMessage } from "./messages";
import type { TableReading } from "./readTable";
import { findRow, readCollection, readCount, readRow } from "./readTable";
import { createRow, requireMatch, upsertRow, writtenAnswer } from "./writeRow";
import { RowSource } from "./rowSource";
import type { Table } from "./table";
import { TableRegistry } from "./tableRegistry";
import { requirePrivileges } from "./user";
import type { WebAnswer, WebRequest } from "./webRequest";
import { emptyAnswer, jsonAnswer, jsonBody } from "./webRequest";

const NAMESPACE = "Microsoft.Dynamics.CRM.";

/** Answers single requests of the Web API. `$batch` and everything about HTTP lie outside. */
export class WebApi {
  private readonly tables: TableRegistry;

  constructor(private readonly context: ServerContext) {
    this.tables = new TableRegistry(context);
  }

  /** Never rejects: a fault becomes the platform's error body. */
  async answer(request: WebRequest): Promise<WebAnswer> {
    try {
      return await this.dispatch(request);
    } catch (error) {
      return faultAnswer(error, request.headers.prefer);
    }
  }

  private dispatch(request: WebRequest): WebAnswer | Promise<WebAnswer> {
    const query = parseQuery(request.search);
    const segments = parsePath(percentDecoded(request.path));
    const [first, ...rest] = segments;
    const source = new RowSource(this.context, this.tables);
    const reading: TableReading = { context: this.context, tables: this.tables, source, request, query };
    if (!first) return this.serviceDocument(request);
    const message = findMessage(first.name.replace(NAMESPACE, ""));
    if (message && !message.boundTo) {
      if (rest[0]) throw unknownResource(rest[0].name);
      return this.call(message, first, reading);
    }
    const table = this.tables.bySet(first.name);
    if (!table) throw unknownResource(first.name);
    return first.arguments === undefined ? this.onSet(table, rest, reading) : this.onRow(table, first, rest, reading);
  }

  private serviceDocument(request: WebRequest): WebAnswer {
    const value = this.tables.names().map((name) => ({ name, kind: "EntitySet", url: name }));
    return jsonAnswer({ "@odata.context": `${request.baseUrl}$metadata`, value });
  }

  private onSet(table: Table, rest: readonly PathSegment[], reading: TableReading): WebAnswer {
    const { method } = reading.request;
    const [next, ...more] = rest;
    if (method === "POST" && !next) return createRow(reading, table);
    if (method !== "GET") throw methodNotAllowed(method);
    if (!next) return readCollection(reading, table);
    if (next.name === "$count" && more.length === 0) return readCount(reading, table);
    // `savedqueries/…RetrieveUnpublishedMultiple()` (§16): nothing stays unpublished here, so it answers the rows.
    if (next.name === `${NAMESPACE}RetrieveUnpublishedMultiple`) return readCollection(reading, table);
    throw unknownResource(next.name);
  }

  private onRow(
    table: Table,
    key: PathSegment,
    rest: readonly PathSegment[],
    reading: TableReading,
  ): WebAnswer | Promise<WebAnswer> {
    if (table.onlyMultiple) throw retrieveNotSupported(table.logicalName);
    const [next, ...more] = rest;
    const upserted = next ? undefined : upsertRow(reading, table, key);
    if (upserted) return upserted;
    const row = findRow(reading, table, key);
    return next ? this.below(table, row, next, more, reading) : this.oneRow(table, row, reading);
  }

  private oneRow(table: Table, row: Row, reading: TableReading): WebAnswer | Promise<WebAnswer> {
    const { request } = reading;
    const { "mscrm.solutionuniquename": solution, "mscrm.mergelabels": mergeLabels } = request.headers;
    const id = plainText(row[table.primaryKey]);
    if (request.method !== "GET") requireMatch(reading, row);
    switch (request.method) {
      case "GET":
        return readRow(reading, table, row);
      case "PATCH":
        if (!table.update) throw methodNotAllowed("PATCH");
        table.update(this.context, id, jsonBody(request), solution);
        return writtenAnswer(reading, table, id, 200);
      case "PUT":
        if (!table.replace) throw methodNotAllowed("PUT");
        table.replace(this.context, id, jsonBody(request), { solution, mergeLabels: mergeLabels === "true" });
        return writtenAnswer(reading, table, id, 200);
      case "DELETE":
        if (!table.remove) throw methodNotAllowed("DELETE");
        return this.remove(table, id);
      default:
        throw methodNotAllowed(request.method);
    }
  }

  private async remove(table: Table, id: string): Promise<WebAnswer> {
    await table.remove?.(this.context, id);
    return emptyAnswer();
  }

  /** What follows a row: a bound message, a navigation, or one of its columns. */
  private below(
    table: Table,
    row: Row,
    next: PathSegment,
    more: readonly PathSegment[],
    reading: TableReading,
  ): WebAnswer | Promise<WebAnswer> {
    const message = next.name.startsWith(NAMESPACE) ? findMessage(next.name.slice(NAMESPACE.length)) : undefined;
    if (message?.boundTo === table.entitySet) {
      return this.call(message, next, reading, plainText(row[table.primaryKey]));
    }
    const navigation = table.navigations.find((known) => known.name === next.name);
    // Columns are written where they are addressed: below their table.
    const isOneRow = navigation !== undefined && next.arguments !== undefined && more.length === 0;
    if (reading.request.method !== "GET" && !isOneRow) throw methodNotAllowed(reading.request.method);
    if (navigation) return this.along(navigation, row, next, more, reading);
    const column = findColumn(table, next.name);
    if (!column || more.length > 0) throw unknownProperty(next.name, table.logicalName);
    const path = `${table.entitySet}(${plainText(row[table.primaryKey])})/${next.name}`;
    const value = row[column.name] ?? null;
    return jsonAnswer({ "@odata.context": `${reading.request.baseUrl}$metadata#${path}`, value });
  }

  /** `solutions(id)/solution_solutioncomponent`, with a key or `$count` behind it, or `solutions(id)/publisherid`. */
  private along(
    navigation: Navigation,
    row: Row,
    segment: PathSegment,
    more: readonly PathSegment[],
    reading: TableReading,
  ): WebAnswer | Promise<WebAnswer> {
    const target = this.tables.bySet(navigation.target);
    if (!target) throw unknownResource(segment.name);
    const rows = reading.source.related(navigation, row);
    if (segment.arguments !== undefined) return this.oneRow(target, findRow(reading, target, segment, rows), reading);
    if (more[0]?.name === "$count") return readCount(reading, target, rows);
    if (navigation.kind === "collection") return readCollection(reading, target, rows);
    return rows[0] ? readRow(reading, target, rows[0]) : emptyAnswer();
  }

  private call(message: Message, segment: PathSegment, reading: TableReading, boundId?: string): WebAnswer {
    const { request, query } = reading;
    if (request.method !== (message.kind === "function" ? "GET" : "POST")) throw methodNotAllowed(request.method);
    const values =
      message.kind === "function"
        ? functionArguments(message, segment, query.aliases)
        : actionArguments(message, jsonBody(request));
    requirePrivileges(this.context.user, message.privileges, "solution");
    const result = message.run({
      context: this.context,
      arguments: values,
      baseUrl: request.baseUrl,
      ...(boundId === undefined ? {} : { boundId }),
    });
    if (!result) return emptyAnswer();
    const type = message.contextOf ?? `${NAMESPACE}${message.name}Response`;
    return jsonAnswer({ "@odata.context": `${request.baseUrl}$metadata#${type}`, ...result });
  }
}
