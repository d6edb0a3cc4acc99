import * as React from "react";
import type { HealthState, SolutionHealth } from "../../domain/health/healthReport";
import { type ShownState, shownState } from "../../domain/health/shownState";
import { DEEP_PARTS } from "../../domain/health/healthFacts";
import { Column, Row } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Muted } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { Changes } from "./Changes";
import type { FindingWords } from "./findingWords";
import { useFindingWords, useHealth } from "./health";
import { counts } from "../../domain/health/judgeFindings";
import { PART_WORDS, SHOWN_LOOKS } from "./looks";

const HEADLINES: Readonly<Record<ShownState, string>> = {
  atRisk: "Health_Headline_AtRisk",
  attention: "Health_Headline_Attention",
  unknown: "Health_Headline_Unknown",
  noProblemFound: "Health_Headline_NoProblem",
  healthy: "Health_Headline_Healthy",
};

/** The environment in one sentence, with the reasons behind it; never a score. */
export function Glance(): React.ReactElement {
  const product = useProduct();
  const { t, plural } = product;
  const { report, reading } = useHealth().state;
  const words = useFindingWords();
  const nothingYet = reading && report.findings.length === 0 && report.solutions.size === 0;
  if (nothingYet) return <ProgressLine label={t("Health_Judging")} />;
  const notYet = report.notLookedAt.filter((part) => (DEEP_PARTS as readonly string[]).includes(part));
  const shown = shownState(report.state, report);
  const because = reasonsOf(report.state, product, words, [...report.solutions.values()], report.environment);
  return (
    <Row spread gap={24}>
      <Column gap={4}>
        <Heading level={2}>
          <StatusMark tone={SHOWN_LOOKS[shown].tone} word={t(HEADLINES[shown])} />
        </Heading>
        {because !== "" && <span>{t("Health_Because", because)}</span>}
        {notYet.length > 0 && (
          <Muted>
            {plural("Health_NotLookedAt", notYet.length, notYet.map((part) => t(PART_WORDS[part])).join(", "))}
          </Muted>
        )}
      </Column>
      <Changes />
    </Row>
  );
}

/** So many reasons are named; the list below has them all. */
const NAMED = 3;

type Findings = SolutionHealth["findings"];

/** "Contoso Sales: Upgrade failed (4.3.0.0); …" of what decides the state. */
function reasonsOf(
  state: HealthState,
  { t }: Product,
  words: FindingWords,
  solutions: readonly SolutionHealth[],
  environment: Findings,
): string {
  if (state === "healthy") return "";
  const own = solutions.filter((one) => one.state === state);
  const reasons = [
    ...environment.filter((finding) => counts(finding) && finding.severity === state).map(words.found),
    ...own.map((one) => {
      const first = one.findings.find((finding) => counts(finding) && finding.severity === state);
      const name = words.solution(one.solution);
      return first ? t("Health_Mark", name, words.found(first)) : name;
    }),
  ];
  const more = reasons.length - NAMED;
  return [...reasons.slice(0, NAMED), ...(more > 0 ? [t("Health_More", String(more))] : [])].join("; ");
}
