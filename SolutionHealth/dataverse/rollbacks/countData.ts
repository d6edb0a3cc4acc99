import type { DataAtRisk, DataCount, DataItem } from "../../domain/consequences/dataAtRisk";
import { forEachAtOnce } from "../atOnce";
import { concernsOneRead, DataverseError } from "../errors";
import { retrieveTableDefinitions, type TableDefinition } from "../retrieveTableDefinitions";
import type { Transport } from "../transport";
import { isRow, numberOf } from "../wire";
import {
  type DataQuestion,
  dataQuestions,
  type JudgedComponent,
  rowCountQuery,
  valueCountQuery,
} from "./dataQuestions";
import { toNotKnown } from "./notKnown";
import { columnKey, type ColumnProperty, retrieveColumnProperties } from "./retrieveColumnProperties";
import { retrieveSnapshotCounts } from "./retrieveSnapshotCounts";

export interface CountOptions {
  readonly signal?: AbortSignal;
  /** Tables and columns counted at most, 200 unless told; `total` tells that there are more. */
  readonly limit?: number;
  /** Told what is known so far: how much is to be counted, then after each count. */
  readonly onProgress?: (data: DataAtRisk, done: number, total: number) => void;
}

/** Where the server stops counting (fact sheet §10, §16). */
const COUNTED_AT_MOST = 5000;
/** Counts at once: each may be a long look at a large table. */
const COUNTS_AT_ONCE = 4;

/**
 * Counts what would be lost with the components that a preview says will be deleted: rows of tables, and filled values
 * of columns whose tables stay. What cannot be counted is told as not known, never as nothing.
 * @returns what has been counted until it was done or the signal aborted
 * @throws DataverseError "signedOut"
 */
export async function countData(
  fates: readonly JudgedComponent[],
  transport: Transport,
  { signal = new AbortController().signal, limit = 200, onProgress }: CountOptions = {},
): Promise<DataAtRisk> {
  const questions = dataQuestions(fates);
  const counting = new Counting(questions, limit, transport, signal, onProgress);
  try {
    await counting.run();
  } catch (error) {
    if (!(error instanceof DataverseError) || error.kind !== "cancelled") throw error;
  }
  return counting.result();
}

class Counting {
  private readonly counts = new Map<DataQuestion, DataCount>();
  private readonly asked: readonly DataQuestion[];

  constructor(
    private readonly questions: readonly DataQuestion[],
    limit: number,
    private readonly transport: Transport,
    private readonly signal: AbortSignal,
    private readonly onProgress: CountOptions["onProgress"],
  ) {
    this.asked = questions.slice(0, limit);
  }

  async run(): Promise<void> {
    if (this.asked.length === 0) return;
    const { transport, signal } = this;
    this.onProgress?.(this.result(), 0, this.asked.length);
    const tables = await retrieveTableDefinitions(
      [...new Set(this.asked.map(({ table }) => table))],
      transport,
      signal,
    );
    const columns = await retrieveColumnProperties(columnsByTable(this.asked), transport, signal);
    await forEachAtOnce(this.asked, COUNTS_AT_ONCE, async (question) => {
      this.counts.set(question, await this.count(question, tables, columns));
      this.onProgress?.(this.result(), this.counts.size, this.asked.length);
    });
    await this.lookBeyond();
  }

  /** What has been counted, and what was tried in vain; `total` says how much more there is. */
  result(): DataAtRisk {
    const items = this.questions.flatMap((question): DataItem[] => {
      const { component, kind } = question;
      const count = this.counts.get(question);
      return count ? [{ component, kind, count }] : [];
    });
    return { items, complete: items.length === this.questions.length, total: this.questions.length };
  }

  private async count(
    { component, kind, table }: DataQuestion,
    tables: ReadonlyMap<string, TableDefinition>,
    columns: ReadonlyMap<string, ColumnProperty>,
  ): Promise<DataCount> {
    const definition = tables.get(table);
    if (definition?.status !== "read") return unknown(definition?.error ?? missing("table"));
    if (kind === "rows") return this.ask(rowCountQuery(definition));
    const column = columns.get(columnKey(table, component.name));
    if (column?.status === "notFilterable") {
      return { status: "unknown", why: { reason: "unreadable", text: column.kind } };
    }
    if (column?.status !== "read") return unknown(column?.error ?? missing("column"));
    return this.ask(valueCountQuery(definition, column.property));
  }

  private async ask(path: string): Promise<DataCount> {
    try {
      const answer = await this.transport.get(path, { signal: this.signal });
      const count = isRow(answer) ? numberOf(answer, "@odata.count") : undefined;
      if (count === undefined || count < 0) return { status: "unknown", why: { reason: "unreadable" } };
      return { status: count < COUNTED_AT_MOST ? "exact" : "atLeast", count };
    } catch (error) {
      if (!concernsOneRead(error)) throw error;
      return unknown(error);
    }
  }

  /** Where the server has stopped counting rows, its snapshot may know more. */
  private async lookBeyond(): Promise<void> {
    const large = this.asked.filter(
      (question) => question.kind === "rows" && this.counts.get(question)?.status === "atLeast",
    );
    if (large.length === 0) return;
    const names = large.map(({ table }) => table);
    const snapshot = await retrieveSnapshotCounts(names, this.transport, this.signal);
    for (const question of large) {
      const count = snapshot.get(question.table);
      // A smaller number is older than what has just been counted.
      if (count !== undefined && count > COUNTED_AT_MOST) this.counts.set(question, { status: "snapshot", count });
    }
    this.onProgress?.(this.result(), this.counts.size, this.asked.length);
  }
}

const unknown = (error: DataverseError): DataCount => ({ status: "unknown", why: toNotKnown(error) });

const missing = (what: string): DataverseError =>
  new DataverseError("notFound", `The environment does not name this ${what}.`);

function columnsByTable(questions: readonly DataQuestion[]): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, string[]>();
  for (const { kind, table, component } of questions) {
    if (kind === "values") columns.set(table, [...(columns.get(table) ?? []), component.name]);
  }
  return columns;
}
