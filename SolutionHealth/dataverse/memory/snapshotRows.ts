import type { HealthSnapshot, SnapshotContent, SnapshotCounts } from "../../domain/plan/healthSnapshot";
import { dayOf } from "../../domain/plan/day";
import { readSnapshotText, writeSnapshotText } from "../../domain/plan/snapshotText";
import { queryText } from "../odata";
import { type WireRow, dateOf, guidOf, labelOf, numberOf, textOf } from "../wire";
import { MEMORY_TABLES } from "./memoryTables";
import type { RowBody } from "./memoryWrites";

const { entitySet, key } = MEMORY_TABLES.snapshot;

const COUNT_COLUMNS: Readonly<Record<keyof SnapshotCounts, string>> = {
  solutionsAtRisk: "shl_solutionsatrisk",
  solutionsAttention: "shl_solutionsattention",
  solutionsHealthy: "shl_solutionshealthy",
  solutionsUnknown: "shl_solutionsunknown",
  findingsAtRisk: "shl_findingsatrisk",
  findingsAttention: "shl_findingsattention",
  findingsInfo: "shl_findingsinfo",
  findingsAccepted: "shl_findingsaccepted",
};
const COUNTS = Object.keys(COUNT_COLUMNS) as (keyof SnapshotCounts)[];

const COLUMNS = [key, "shl_takenon", "createdon", "_modifiedby_value", ...Object.values(COUNT_COLUMNS)];

/** Snapshots whose findings are read: today's, the one it is compared with, and one to spare. */
const WITH_FINDINGS = 3;

/** All of them in numbers: findings of a year would be megabytes. */
export const snapshotsQuery = (): string =>
  `${entitySet}${queryText({ $select: COLUMNS.join(","), $filter: "statecode eq 0" })}`;

/** The newest ones' findings. */
export const newestFindingsQuery = (): string =>
  `${entitySet}${queryText({
    $select: `${key},shl_findings`,
    $filter: "statecode eq 0",
    $orderby: "shl_takenon desc",
    $top: WITH_FINDINGS,
  })}`;

/**
 * @param rows of `snapshotsQuery`
 * @param newest of `newestFindingsQuery`
 * @returns newest first
 */
export function toSnapshots(rows: readonly WireRow[], newest: readonly WireRow[]): HealthSnapshot[] {
  const texts = new Map(newest.map((row) => [guidOf(row, key), textOf(row, "shl_findings")]));
  return rows
    .map((row) => toSnapshot(row, texts.get(guidOf(row, key))))
    .filter((snapshot) => snapshot !== undefined)
    .sort((a, b) => b.takenOn.getTime() - a.takenOn.getTime());
}

function toSnapshot(row: WireRow, text: string | undefined): HealthSnapshot | undefined {
  const id = guidOf(row, key);
  const takenOn = dateOf(row, "shl_takenon") ?? dateOf(row, "createdon");
  if (id === undefined || takenOn === undefined) return undefined;
  const counts = Object.fromEntries(COUNTS.map((name) => [name, numberOf(row, COUNT_COLUMNS[name]) ?? 0]));
  const takenBy = labelOf(row, "_modifiedby_value");
  const detail = text === undefined ? undefined : readSnapshotText(text);
  return {
    id,
    takenOn,
    counts: counts as unknown as SnapshotCounts,
    ...(detail ?? { findings: [], unknownRules: [], leftOut: 0, unreadable: true }),
    ...(takenBy !== undefined && { takenBy }),
  };
}

export const snapshotBody = (snapshot: SnapshotContent, takenOn: Date): RowBody => ({
  shl_name: dayOf(takenOn),
  shl_takenon: takenOn.toISOString(),
  ...Object.fromEntries(COUNTS.map((name) => [COUNT_COLUMNS[name], snapshot.counts[name]])),
  shl_findings: writeSnapshotText(snapshot),
});
