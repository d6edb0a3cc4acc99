import { htmlText } from "../../htmlText";
import { htmlList, htmlPage, htmlTable } from "../../reports/htmlPage";
import type { HealthReport, JudgedFinding } from "../healthReport";
import { shownState } from "../shownState";
import { subjectText } from "./findingCells";
import type { HealthWords } from "./healthWords";
import type { ReportContent } from "./reportContent";
import { countsOf, goneText, placeText, solutionRows } from "./reportParts";

/**
 * The report as one file that any browser shows, from a disk or a mail: nothing is loaded, nothing runs – the policy
 * inside it forbids both – and every text of the environment stays text.
 */
export function healthHtml({ report, freshness, about }: ReportContent, words: HealthWords): string {
  const { heading } = words;
  const state = shownState(report.state, report);
  const title = [heading("title"), about.name].filter(Boolean).join(" – ");
  const read = freshness.map(({ part, status, readAt }) => [
    words.part(part),
    status === "read" ? (readAt ? words.date(readAt) : "") : words.notRead(status),
  ]);
  const body = `<h1>${htmlText(heading("title"))}</h1>
<p>${htmlText(placeText(about))}<br>${htmlText(`${heading("createdOn")}: ${words.date(about.createdOn)}`)}</p>
<p class="state ${state}">${htmlText(words.state(state))}</p>
<p>${htmlText(words.counts(countsOf(report)))}</p>
${changesPart(report, words)}${section(heading("findings"), findingsPart(report, words))}
${section(heading("solutions"), htmlTable([heading("solution"), words.column("uniqueName"), heading("state")], solutionRows(report, words)))}
${report.unknowns.length > 0 ? section(heading("unknown"), htmlList(report.unknowns.map(words.unknown))) : ""}
${section(heading("read"), htmlTable([heading("part"), heading("readOn")], read))}`;
  return htmlPage({ language: words.language, title, body });
}

function findingsPart({ findings }: HealthReport, words: HealthWords): string {
  if (findings.length === 0) return `<p>${htmlText(words.heading("nothingFound"))}</p>`;
  const solutions = new Map<string, JudgedFinding[]>();
  for (const finding of findings) {
    const key = finding.solution ?? "";
    solutions.set(key, [...(solutions.get(key) ?? []), finding]);
  }
  return [...solutions]
    .map(([solution, own]) => `<h3>${htmlText(words.solution(solution || undefined))}</h3>\n${entries(own, words)}`)
    .join("\n");
}

const entries = (findings: readonly JudgedFinding[], words: HealthWords): string =>
  `<ul class="findings">\n${findings.map((finding) => entry(finding, words)).join("")}</ul>`;

function entry(finding: JudgedFinding, words: HealthWords): string {
  const { severity, since, subjects, acceptance, decision, ruleId, action } = finding;
  const counts = acceptance !== "accepted" && acceptance !== "snoozed";
  const notes = [
    words.severity(severity),
    ...(since ? [words.date(since)] : []),
    ...(acceptance === "open" ? [] : [words.acceptance(acceptance)]),
    ...(decision ? [decision.reason] : []),
  ];
  const named = subjects.length > 0 ? `<br><small>${htmlText(subjects.map(subjectText).join("; "))}</small>` : "";
  return (
    `<li class="${counts ? severity : "accepted"}"><strong>${htmlText(words.found(finding))}</strong> ` +
    `<small>${htmlText(notes.join(" · "))}</small><br>` +
    `${htmlText(words.meaning(ruleId))} ${htmlText(words.action(action))}${named}</li>\n`
  );
}

function changesPart({ change }: HealthReport, words: HealthWords): string {
  if (!change) return "";
  const told = [
    words.changes({ ...change, gone: change.gone.length }),
    ...change.gone.map((gone) => goneText(gone, words)),
  ];
  return `${section(words.heading("changes"), htmlList(told))}\n`;
}

const section = (title: string, content: string): string =>
  `<section>\n<h2>${htmlText(title)}</h2>\n${content}\n</section>`;
