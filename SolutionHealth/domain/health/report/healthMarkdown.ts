import { markdownTable, markdownText } from "../../markdownText";
import type { HealthReport } from "../healthReport";
import { shownState } from "../shownState";
import { findingCells, type FindingColumn } from "./findingCells";
import type { HealthWords } from "./healthWords";
import type { ReportContent } from "./reportContent";
import { countsOf, goneText, placeText, solutionRows } from "./reportParts";

const COLUMNS: readonly FindingColumn[] = ["solution", "severity", "finding", "since", "action", "acceptance"];

/** The report that people keep and hand on, as Markdown. */
export function healthMarkdown({ report, freshness, about }: ReportContent, words: HealthWords): string {
  const { heading } = words;
  return [
    `# ${markdownText(heading("title"))}\n`,
    list([
      `${heading("environment")}: ${placeText(about)}`,
      `${heading("createdOn")}: ${words.date(about.createdOn)}`,
      `${heading("state")}: ${words.state(shownState(report.state, report))}`,
      words.counts(countsOf(report)),
    ]),
    ...changesPart(report, words),
    section(
      heading("solutions"),
      markdownTable([heading("solution"), words.column("uniqueName"), heading("state")], solutionRows(report, words)),
    ),
    section(heading("findings"), findingsPart(report, words)),
    ...(report.unknowns.length > 0 ? [section(heading("unknown"), list(report.unknowns.map(words.unknown)))] : []),
    section(
      heading("read"),
      markdownTable(
        [heading("part"), heading("readOn")],
        freshness.map(({ part, status, readAt }) => [
          words.part(part),
          status === "read" ? (readAt ? words.date(readAt) : "") : words.notRead(status),
        ]),
      ),
    ),
  ].join("\n");
}

function findingsPart({ findings }: HealthReport, words: HealthWords): string {
  if (findings.length === 0) return `${markdownText(words.heading("nothingFound"))}\n`;
  return markdownTable(
    COLUMNS.map(words.column),
    findings.map((finding) => findingCells(finding, COLUMNS, words)),
  );
}

function changesPart({ change }: HealthReport, words: HealthWords): string[] {
  if (!change) return [];
  const told = [
    words.changes({ ...change, gone: change.gone.length }),
    ...change.gone.map((gone) => goneText(gone, words)),
  ];
  return [section(words.heading("changes"), list(told))];
}

const section = (title: string, content: string): string => `## ${markdownText(title)}\n\n${content}`;

const list = (items: readonly string[]): string => items.map((item) => `- ${markdownText(item)}\n`).join("");
