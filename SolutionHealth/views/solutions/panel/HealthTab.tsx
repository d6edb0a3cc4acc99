import * as React from "react";
import type { JudgedFinding, SolutionHealth } from "../../../domain/health/healthReport";
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
import { STATE_LOOKS } from "../../health/looks";
import { NotJudged } from "../../health/NotJudged";
import type { Place } from "../../host";
import { useProduct } from "../../product";

export interface HealthTabProps {
  readonly solution: InstalledSolution;
  readonly go: (place: Place) => void;
}

/** What is unhealthy about one solution: the same findings as on the page of the whole environment. */
export function HealthTab({ solution, go }: HealthTabProps): React.ReactElement {
  const { t } = useProduct();
  const { report } = useHealth().state;
  const [asked, setAsked] = React.useState<{ readonly finding: JudgedFinding; readonly decision: Decision }>();
  const key = nameKey(solution.uniqueName);
  const own = report.solutions.get(key);
  // What is not managed has no state of its own, but may be what is found.
  const findings = own?.findings ?? report.findings.filter((finding) => nameKey(finding.solution ?? "") === key);
  return (
    <Column gap={8}>
      <Row spread>
        {own && <StatusMark tone={STATE_LOOKS[own.state].tone} word={t(STATE_LOOKS[own.state].word)} />}
        <TextButton onClick={() => go({ page: "health" })}>{t("Health_ToPage")}</TextButton>
      </Row>
      {findings.length === 0 && <Nothing health={own} />}
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

function Nothing({ health }: { readonly health: SolutionHealth | undefined }): React.ReactElement {
  const { t } = useProduct();
  return (
    <EmptyState
      shape={health?.state === "healthy" ? "circleCheck" : "question"}
      title={t("Health_TabNothing")}
      text={t(health ? "Health_NothingText" : "Health_TabUnmanaged")}
    />
  );
}
