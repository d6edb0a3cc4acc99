import * as React from "react";
import type { RestoreOutcome, RestoreResult, RestoreState } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { DialogBox } from "../../../ui/DialogBox";
import { StatusMark } from "../../../ui/StatusMark";
import { Lines, Muted } from "../../../ui/Text";
import type { Tone } from "../../../ui/tone";
import { FailureNotice } from "../../FailureNotice";
import { meaningOf } from "../../failureTexts";
import { useProduct } from "../../product";
import { useOverrides } from "../overrides";

const LOOKS: Readonly<
  Record<RestoreOutcome, { readonly tone: Tone; readonly word: string; readonly sentence: string }>
> = {
  restored: { tone: "good", word: "Restored_Restored", sentence: "Restored_Restored_Text" },
  different: { tone: "warning", word: "Restored_Different", sentence: "Restored_Different_Text" },
  refused: { tone: "bad", word: "Outcome_Refused", sentence: "Restored_Refused_Text" },
  unknown: { tone: "unknown", word: "Outcome_Unknown", sentence: "Restored_Unknown_Text" },
  skipped: { tone: "neutral", word: "Outcome_Skipped", sentence: "Restored_Skipped_Text" },
};

export interface RestoreReportProps {
  readonly restore: Extract<RestoreState, { status: "finished" }>;
}

/** What became of each item, found by reading it again. */
export function RestoreReport({ restore }: RestoreReportProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store } = useOverrides();
  const close = (): void => store.closeRestore();
  const columns: DataColumn<RestoreResult>[] = [
    {
      key: "name",
      name: t("Overrides_Column_Name"),
      rowHeader: true,
      render: ({ component }) => component.displayName || component.name,
    },
    {
      key: "outcome",
      name: t("Report_Outcome"),
      render: ({ outcome }) => <StatusMark tone={LOOKS[outcome].tone} word={t(LOOKS[outcome].word)} />,
    },
    {
      key: "why",
      name: t("Report_Why"),
      render: ({ outcome, failure }) => (
        <Lines>
          <span>{t(LOOKS[outcome].sentence)}</span>
          {failure && <span>{meaningOf(failure, product)}</span>}
          {failure?.serverText && <span>{t("Report_ServerSaid", failure.serverText)}</span>}
          {failure?.code && <Muted>{failure.code}</Muted>}
        </Lines>
      ),
    },
  ];
  return (
    <DialogBox
      title={t("Restore_ReportTitle")}
      onClose={close}
      wide
      buttons={<Button primary text={t("Ui_Close")} onClick={close} />}
    >
      {restore.publishFailure && <FailureNotice title={t("Restore_NotPublished")} failure={restore.publishFailure} />}
      <DataTable
        label={t("Restore_ReportTitle")}
        items={restore.results}
        columns={columns}
        getKey={({ component }) => component.key}
      />
    </DialogBox>
  );
}
