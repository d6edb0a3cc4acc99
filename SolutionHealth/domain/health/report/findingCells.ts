import type { FindingSubject } from "../finding";
import type { JudgedFinding } from "../healthReport";
import type { HealthWords } from "./healthWords";

/** Columns of the list of findings, in their order. */
export const FINDING_COLUMNS = [
  "solution",
  "uniqueName",
  "severity",
  "group",
  "rule",
  "finding",
  "subjects",
  "since",
  "meaning",
  "action",
  "acceptance",
  "reason",
  "until",
  "change",
] as const;

export type FindingColumn = (typeof FINDING_COLUMNS)[number];

/** The cells of one finding. Dates are ISO 8601 in UTC. */
export const findingCells = (
  finding: JudgedFinding,
  columns: readonly FindingColumn[],
  words: HealthWords,
): readonly string[] => columns.map((column) => CELLS[column](finding, words) ?? "");

const CELLS: Readonly<Record<FindingColumn, (finding: JudgedFinding, words: HealthWords) => string | undefined>> = {
  solution: ({ solution }, words) => words.solution(solution),
  uniqueName: ({ solution }) => solution,
  severity: ({ severity }, words) => words.severity(severity),
  group: ({ group }, words) => words.group(group),
  rule: ({ ruleId }, words) => words.rule(ruleId),
  finding: (finding, words) => words.found(finding),
  subjects: ({ subjects }) => subjects.map(subjectText).join("; "),
  since: ({ since }) => since?.toISOString(),
  meaning: ({ ruleId }, words) => words.meaning(ruleId),
  action: ({ action }, words) => words.action(action),
  acceptance: ({ acceptance }, words) => words.acceptance(acceptance),
  reason: ({ decision }) => decision?.reason,
  until: ({ decision }) => decision?.until,
  change: ({ change }, words) => change && words.change(change),
};

/** "Account (account): Ann Beck". */
export function subjectText({ name, table, note }: FindingSubject): string {
  const where = table !== undefined && table !== name ? ` (${table})` : "";
  return `${name}${where}${note ? `: ${note}` : ""}`;
}
