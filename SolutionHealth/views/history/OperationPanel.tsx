import * as React from "react";
import type { OperationGroup } from "../../domain/history/operationGroups";
import type { SolutionOperation } from "../../domain/model/operation";
import { nameKey } from "../../domain/solutions/solutionNames";
import { Button } from "../../ui/Button";
import { Facts } from "../../ui/Facts";
import type { Fact } from "../../ui/Facts";
import { Column, Row } from "../../ui/Layout";
import { SidePanel } from "../../ui/SidePanel";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Muted } from "../../ui/Text";
import { Timeline } from "../../ui/Timeline";
import { ErrorBoundary } from "../ErrorBoundary";
import type { Place } from "../host";
import type { Product } from "../product";
import { useProduct } from "../product";
import { shown } from "../resource";
import { durationText } from "../solutions/panel/durationText";
import { solutionTitle } from "./columns";
import { FailureReading } from "./FailureReading";
import { ACT_LOOKS, RESULT_LOOKS } from "./looks";

export interface OperationPanelProps {
  readonly group: OperationGroup;
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly onClose: () => void;
}

/** One operation: when, what, how it went step by step, and of a failed one what it means. */
export function OperationPanel({ group, place, go, onClose }: OperationPanelProps): React.ReactElement {
  const product = useProduct();
  const { t, state } = product;
  const solution = shown(state.solutions)?.find(({ uniqueName }) => nameKey(uniqueName) === nameKey(group.solution));
  const { failed } = group;
  return (
    <SidePanel
      title={t("HistoryPage_Operation", t(ACT_LOOKS[group.act].word), solutionTitle(group))}
      subtitle={t("Panel_Subtitle", group.solution, group.version)}
      onClose={onClose}
      wide={failed !== undefined}
    >
      <ErrorBoundary key={group.key}>
        <Column gap={16}>
          <StatusMark tone={RESULT_LOOKS[group.result].tone} word={t(RESULT_LOOKS[group.result].word)} />
          {failed && (
            <FailureReading
              operation={failed}
              onOpenComponent={({ typeName, id }) => go({ ...place, component: { typeName, id } })}
            />
          )}
          {solution && (
            <Row gap={8}>
              <Button
                text={t("HistoryPage_OpenSolution")}
                onClick={() => go({ page: "solutions", solution: solution.id, panelTab: "overview" })}
              />
              {group.act === "uninstall" && solution.managed && (
                <Button
                  text={t("HistoryPage_PreviewUninstall")}
                  onClick={() => go({ page: "solutions", rollback: [solution.id] })}
                />
              )}
            </Row>
          )}
          <Facts facts={factsOf(group, product)} />
          {group.steps.length > 1 && <Steps steps={group.steps} />}
        </Column>
      </ErrorBoundary>
    </SidePanel>
  );
}

function factsOf(group: OperationGroup, product: Product): Fact[] {
  const { t, host } = product;
  const { head, startedOn, endedOn } = group;
  const date = (value: Date | undefined): string => (value ? host.formatDate(value, true) : t("Value_Unknown"));
  const copied = (label: string, copy: string | undefined): Fact[] =>
    copy === undefined ? [] : [{ label: t(label), value: copy, copy }];
  return [
    { label: t("HistoryPage_Started"), value: date(startedOn) },
    { label: t("HistoryPage_Ended"), value: group.result === "running" ? t("History_Running") : date(endedOn) },
    { label: t("HistoryPage_Duration"), value: durationText(group, product) },
    { label: t("Solutions_Column_Publisher"), value: head.publisherName || t("Value_Unknown") },
    { label: t("HistoryPage_ServerWords"), value: [head.operation, head.suboperation].filter(Boolean).join(" · ") },
    ...(head.overwrite === undefined || group.act === "uninstall"
      ? []
      : [{ label: t("HistoryPage_Overwrite"), value: t(head.overwrite ? "Value_Yes" : "Value_No") }]),
    ...copied("Detail_ActivityId", head.activityId),
    ...copied("Detail_CorrelationId", head.correlationId),
  ];
}

/** The rows that the platform wrote for the one operation, oldest first. */
function Steps({ steps }: { readonly steps: readonly SolutionOperation[] }): React.ReactElement {
  const { t } = useProduct();
  return (
    <Column gap={4}>
      <Heading level={3}>{t("HistoryPage_Steps")}</Heading>
      <Timeline
        label={t("HistoryPage_Steps")}
        items={steps}
        getKey={({ id }) => id}
        render={(step) => <Step step={step} />}
      />
    </Column>
  );
}

function Step({ step }: { readonly step: SolutionOperation }): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const { tone, word } = RESULT_LOOKS[step.result];
  const start = step.startedOn ? host.formatDate(step.startedOn, true) : t("Value_Unknown");
  return (
    <Column gap={4}>
      <Row spread>
        <span>{t("HistoryPage_Operation", step.operation, step.solutionUniqueName)}</span>
        <StatusMark tone={tone} word={t(word)} />
      </Row>
      <Muted>{t("History_Facts", step.version, start, durationText(step, product))}</Muted>
    </Column>
  );
}
