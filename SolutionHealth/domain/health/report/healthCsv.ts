import { csvText } from "../../csv";
import { FINDING_COLUMNS, findingCells } from "./findingCells";
import type { HealthWords } from "./healthWords";
import type { ReportContent } from "./reportContent";

/** Every finding, one row each, and after them what could not be judged: for spreadsheets. */
export function healthCsv({ report }: ReportContent, words: HealthWords): string {
  const unknown = report.unknowns.map((entry) =>
    FINDING_COLUMNS.map((column) => {
      if (column === "solution") return words.solution(entry.solution);
      if (column === "uniqueName") return entry.solution ?? "";
      if (column === "severity") return words.state("unknown");
      if (column === "rule") return words.rule(entry.ruleId);
      return column === "finding" ? words.unknown(entry) : "";
    }),
  );
  return csvText([
    FINDING_COLUMNS.map(words.column),
    ...report.findings.map((finding) => findingCells(finding, FINDING_COLUMNS, words)),
    ...unknown,
  ]);
}
