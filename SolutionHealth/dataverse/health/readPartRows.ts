import { type Fact, readFact } from "../../domain/health/fact";
import type { ConnectionReference, EnvironmentVariable } from "../../domain/health/workingParts";
import type { DataverseError } from "../errors";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import type { WireRow } from "../wire";
import { PART_QUERIES, type PartQuery } from "./partQueries";
import { type SwitchRow, toConnection, toProcess, toStep, toSwitch, toVariable } from "./partRows";
import { failedFact } from "./readAsFact";

/** What the rows say, before anybody has asked whose they are. */
export interface PartRows {
  readonly steps: Fact<readonly SwitchRow[]>;
  readonly processes: Fact<readonly SwitchRow[]>;
  readonly owners: Fact<readonly SwitchRow[]>;
  readonly serviceRules: Fact<readonly SwitchRow[]>;
  readonly connections: Fact<readonly ConnectionReference[]>;
  readonly variables: Fact<readonly EnvironmentVariable[]>;
}

/**
 * Reads all lists in one round trip; each part fails by itself.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readPartRows(transport: Transport, now: () => Date, signal?: AbortSignal): Promise<PartRows> {
  const paths = PART_QUERIES.map(({ path }) => path);
  // Short lists that the first page waits for: one call for all of them.
  const options = { formattedValues: true, batchSize: paths.length, ...(signal && { signal }) };
  const items = await retrieveRowsOfMany(paths, transport, options);
  const at = now();
  const answers = PART_QUERIES.map((query, index) => ({ query, item: items[index] }));
  const fact = <T>(part: PartQuery["part"], toRow: (row: WireRow, query: PartQuery) => T | undefined) =>
    partFact(
      answers.filter(({ query }) => query.part === part),
      toRow,
      at,
    );
  return {
    steps: fact("steps", toStep),
    processes: fact("processes", toProcess),
    owners: fact("owners", toProcess),
    serviceRules: fact("serviceRules", toServiceRule),
    connections: fact("connections", toConnection),
    variables: fact("variables", toVariable),
  };
}

const toServiceRule = (row: WireRow, { key = "", kind = "sla", type = 0 }: PartQuery): SwitchRow | undefined =>
  toSwitch(row, key, kind, type, 1);

interface PartAnswer {
  readonly query: PartQuery;
  readonly item: RowsItem | undefined;
}

/** A part of several lists is only as well known as the worst of them. */
function partFact<T>(
  answers: readonly PartAnswer[],
  toRow: (row: WireRow, query: PartQuery) => T | undefined,
  at: Date,
): Fact<readonly T[]> {
  const found: T[] = [];
  let failure: DataverseError | undefined;
  let absent = 0;
  for (const { query, item } of answers) {
    if (item?.status === "read") found.push(...item.rows.flatMap((row) => toRow(row, query) ?? []));
    else if (item?.error.kind === "notFound" && query.optional) absent += 1;
    else failure ??= item?.error;
  }
  if (failure) return failedFact(failure, at);
  return absent === answers.length ? { status: "absent" } : readFact(found, at);
}
