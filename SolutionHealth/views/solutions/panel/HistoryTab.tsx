import * as React from "react";
import { solutionHistory } from "../../../domain/history/solutionHistory";
import type { OperationRole } from "../../../domain/history/solutionHistory";
import type { SolutionOperation } from "../../../domain/model/operation";
import type { RollbackComponent } from "../../../domain/rollbacks/rollbackFacts";
import type { InstalledSolution } from "../../../domain/model/solution";
import { EmptyState } from "../../../ui/EmptyState";
import { Column, Row } from "../../../ui/Layout";
import { ProgressLine } from "../../../ui/ProgressLine";
import { StatusMark } from "../../../ui/StatusMark";
import { Timeline } from "../../../ui/Timeline";
import { Heading, Muted } from "../../../ui/Text";
import { FailureNotice } from "../../FailureNotice";
import { FailureReading } from "../../history/FailureReading";
import { RESULT_LOOKS } from "../../history/looks";
import { useProduct } from "../../product";
import { failureOf, isLoading, shown } from "../../resource";
import { durationText } from "./durationText";

const ROLE_WORDS: Readonly<Record<Exclude<OperationRole, "own">, string>> = {
  patch: "History_OfPatch",
  upgrade: "History_OfUpgrade",
};

export interface HistoryTabProps {
  readonly solution: InstalledSolution;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** What was done to this solution, newest first. */
export function HistoryTab({ solution, onOpenComponent }: HistoryTabProps): React.ReactElement {
  const { t, state, store } = useProduct();
  const failure = failureOf(state.history);
  const all = shown(state.history);
  const installed = shown(state.solutions);
  const own = React.useMemo(
    () => all && solutionHistory(solution, installed ?? [solution], all),
    [all, installed, solution],
  );
  return (
    <Column>
      {failure && (
        <FailureNotice title={t("History_FailedTitle")} failure={failure} onRetry={() => store.retry("history")} />
      )}
      {isLoading(state.history) && !own && <ProgressLine label={t("History_Reading")} />}
      {own?.length === 0 && <EmptyState shape="clock" title={t("History_NoneTitle")} text={t("History_NoneText")} />}
      {own && own.length > 0 && (
        <Timeline
          label={t("Panel_History")}
          items={own}
          getKey={({ operation }) => operation.id}
          render={({ operation, role }) => (
            <Operation operation={operation} role={role} onOpenComponent={onOpenComponent} />
          )}
        />
      )}
    </Column>
  );
}

interface OperationProps {
  readonly operation: SolutionOperation;
  readonly role: OperationRole;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

function Operation({ operation, role, onOpenComponent }: OperationProps): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const { tone, word } = RESULT_LOOKS[operation.result];
  const what = operation.suboperation
    ? t("History_Operation", operation.operation, operation.suboperation)
    : operation.operation;
  const start = operation.startedOn ? host.formatDate(operation.startedOn, true) : t("Value_Unknown");
  return (
    <Column gap={4}>
      <Row spread>
        <Heading level={3}>{what}</Heading>
        <StatusMark tone={tone} word={t(word)} />
      </Row>
      {role !== "own" && <Muted>{t(ROLE_WORDS[role], operation.solutionUniqueName)}</Muted>}
      <Muted>{t("History_Facts", operation.version, start, durationText(operation, product))}</Muted>
      {operation.result === "failed" && <FailureReading operation={operation} onOpenComponent={onOpenComponent} />}
    </Column>
  );
}
