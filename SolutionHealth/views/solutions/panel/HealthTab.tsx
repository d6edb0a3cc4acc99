import * as React from "react";
import type { JudgedFinding } from "../../../domain/health/healthReport";
import type { InstalledSolution } from "../../../domain/model/solution";
import type { Decision } from "../../../domain/plan/acceptedFinding";
import { nameKey } from "../../../domain/solutions/solutionNames";
import { EmptyState } from "../../../ui/EmptyState";
import { EntryList } from "../../../ui/EntryList";
import { Column, Row } from "../../../ui/Layout";
import { StatusMark } from "../../../ui/StatusMark";
import { TextButton } from "../../../ui/Text";
import { DecisionDialog } from "../../health/DecisionDialog";
import { FindingView } from "../../health/FindingView";
import { useHealth } from "../../health/health";
import { NotJudged } from "../../health/NotJudged";
import type { Place } from "../../host";
import { useProduct } from "../../product";
import { lookText, type StateLook, useStateLook } from "../stateLook";

export interface HealthTabProps {
  readonly solution: InstalledSolution;
  readonly go: (place: Place) => void;
}

/** What is unhealthy about one solution: the same findings as on the page of the whole environment. */
export function HealthTab({ solution, go }: HealthTabProps): React.ReactElement {
  const { t } = useProduct();
  const { report, standingOf } = useHealth().state;
  const [asked, setAsked] = React.useState<{ readonly finding: JudgedFinding; readonly decision: Decision }>();
  const key = nameKey(solution.uniqueName);
  const look = useStateLook()(standingOf(solution));
  const own = report.solutions.get(key);
  // What is not managed has no state of its own, but may be what is found.
  const findings = own?.findings ?? report.findings.filter((finding) => nameKey(finding.solution ?? "") === key);
  return (
    <Column gap={8}>
      <Row spread>
        <StatusMark tone={look.tone} word={look.word} reason={look.sentences.join("\n")} />
        <TextButton onClick={() => go({ page: "health" })}>{t("Health_ToPage")}</TextButton>
      </Row>
      {findings.length === 0 && <Nothing look={look} />}
      <EntryList
        label={t("Health_Findings")}
        items={findings}
        getKey={({ ruleId, subject }) => `${ruleId} ${subject}`}
        render={(finding) => (
          <FindingView
            finding={finding}
            withSolution={false}
            go={go}
            onDecide={(chosen, decision) => setAsked({ finding: chosen, decision })}
          />
        )}
      />
      <NotJudged unknowns={own?.unknowns ?? []} />
      {asked && <DecisionDialog {...asked} onClose={() => setAsked(undefined)} />}
    </Column>
  );
}

/** That nothing was found, and what that does not say. */
function Nothing({ look }: { readonly look: StateLook }): React.ReactElement {
  const { t } = useProduct();
  return (
    <EmptyState
      shape={look.tone === "good" ? "circleCheck" : "question"}
      title={t("Health_TabNothing")}
      text={lookText(look)}
    />
  );
}
