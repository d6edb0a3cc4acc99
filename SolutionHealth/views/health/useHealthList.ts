import * as React from "react";
import type { JudgedFinding } from "../../domain/health/healthReport";
import { SEVERITIES } from "../../domain/health/finding";
import { subjectText } from "../../domain/health/report/findingCells";
import { nameKey } from "../../domain/solutions/solutionNames";
import { useProduct } from "../product";
import type { FindingWords } from "./findingWords";
import { useFindingWords, useHealth } from "./health";
import { counts } from "../../domain/health/judgeFindings";

import { matches, type FindingSetting, type HealthQuery } from "./query";
import { RULE_WORDS } from "./words/ruleWords";

/** Findings that belong together, gravest first. */
export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  /** Of the solution, which tells a patch from its base where both have one name. */
  readonly version?: string;
  readonly findings: readonly JudgedFinding[];
}

/** The list as it stands on the page. */
export interface HealthList {
  readonly groups: readonly FindingGroup[];
  readonly shown: number;
  readonly total: number;
  /** Accepted or put off, and hidden. */
  readonly hidden: number;
}

/** Ties the report to what the person asked for. @param search of the query, as it was when the person stopped typing */
export function useHealthList(query: HealthQuery, search: string): HealthList {
  const { report } = useHealth().state;
  const { t, collator } = useProduct();
  const words = useFindingWords();
  const settings = React.useMemo(() => {
    return new Map(report.findings.map((finding) => [finding, settingOf(finding, report, words, t)]));
  }, [report, words, t]);
  const found = React.useMemo(
    () =>
      report.findings.filter((finding) => {
        const setting = settings.get(finding);
        return setting !== undefined && matches(finding, setting, query, search);
      }),
    [report, settings, query, search],
  );
  const groups = React.useMemo(
    () => arrange(found, query.grouping, words, t, collator),
    [found, query.grouping, words, t, collator],
  );
  const accepted = report.findings.filter((finding) => !counts(finding)).length;
  const hidden = query.showAccepted || query.pills.has("accepted") ? 0 : accepted;
  return { groups, shown: found.length, total: report.findings.length, hidden };
}

type Report = ReturnType<typeof useHealth>["state"]["report"];

function settingOf(
  finding: JudgedFinding,
  report: Report,
  words: FindingWords,
  t: (key: string) => string,
): FindingSetting {
  const { solution = "", ruleId, subjects, decision } = finding;
  const state = report.solutions.get(nameKey(solution))?.state ?? severityState(finding);
  const publisher = words.installed(solution)?.publisher.displayName ?? "";
  const text = (): string =>
    [
      words.found(finding),
      t(RULE_WORDS[ruleId].title),
      t(RULE_WORDS[ruleId].meaning),
      words.solution(finding.solution),
      solution,
      publisher,
      ...subjects.map(subjectText),
      ...(decision ? [decision.reason, decision.note ?? ""] : []),
    ].join("\n");
  return { state, publisher, text };
}

/** What is said of the environment as such stands in the state that it makes. */
const severityState = ({ severity }: JudgedFinding): FindingSetting["state"] =>
  severity === "info" ? "healthy" : severity;

function arrange(
  findings: readonly JudgedFinding[],
  grouping: HealthQuery["grouping"],
  words: FindingWords,
  t: (key: string) => string,
  collator: Intl.Collator,
): FindingGroup[] {
  const groups = new Map<string, JudgedFinding[]>();
  for (const finding of findings) {
    const key = grouping === "rule" ? finding.ruleId : nameKey(finding.solution ?? "");
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const titled = [...groups].map(([key, own]): FindingGroup => {
    const [first] = own;
    const version = words.installed(first?.solution ?? "")?.version;
    const title = grouping === "rule" && first ? t(RULE_WORDS[first.ruleId].title) : words.solution(first?.solution);
    const solution = grouping === "solution" ? first?.solution : undefined;
    return { key, title, findings: own, ...(solution !== undefined && version !== undefined && { version }) };
  });
  const rank = ({ findings: own }: FindingGroup): number =>
    Math.min(...own.map((finding) => (counts(finding) ? SEVERITIES.indexOf(finding.severity) : SEVERITIES.length)));
  return titled.sort((a, b) => rank(a) - rank(b) || collator.compare(a.title, b.title));
}
