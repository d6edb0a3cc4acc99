import * as React from "react";
import type { RemovalOutcome, RemovalReport, RemovalResult } from "../../../domain/overrides/removalReport";
import { Button } from "../../../ui/Button";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { DialogBox } from "../../../ui/DialogBox";
import { Notice } from "../../../ui/Notice";
import { StatusMark } from "../../../ui/StatusMark";
import { Lines, Muted } from "../../../ui/Text";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { useNames } from "../names";
import { useOverrides } from "../overrides";
import { OUTCOME_LOOKS } from "./removalTexts";

/** Worst first: what needs somebody stands on top. */
const ORDER: readonly RemovalOutcome[] = ["refused", "stillThere", "reappeared", "unknown", "skipped", "removed"];

/** What became of each item, found by reading it again. */
export function RemovalReportView({ report }: { readonly report: RemovalReport }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store } = useOverrides();
  const columns = useReportColumns();
  const close = (): void => store.closeRemoval();
  const { results } = report;
  const sorted = [...results].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const good = results.every(({ outcome }) => outcome === "removed");
  return (
    <DialogBox
      title={t("Report_Title")}
      onClose={close}
      wide
      buttons={
        <>
          <Button primary text={t("Report_Save")} icon="Download" onClick={() => store.saveReport()} />
          <Button text={t("Ui_Close")} onClick={close} />
        </>
      }
    >
      <Notice kind={good ? "info" : "warning"} title={countsText(results, product)}>
        {t("Report_Backup", report.backupFile)}
      </Notice>
      <DataTable label={t("Report_Title")} items={sorted} columns={columns} getKey={({ component }) => component.key} />
    </DialogBox>
  );
}

/** "2 removed, 1 refused": only what there is. */
function countsText(results: readonly RemovalResult[], { t, host }: Product): string {
  return [...ORDER]
    .reverse()
    .map((outcome) => ({ outcome, count: results.filter((result) => result.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => t("Report_Count", host.formatNumber(count), t(OUTCOME_LOOKS[outcome].word)))
    .join(", ");
}

function useReportColumns(): DataColumn<RemovalResult>[] {
  const { t } = useProduct();
  const names = useNames();
  return [
    {
      key: "name",
      name: t("Overrides_Column_Name"),
      rowHeader: true,
      render: ({ component }) => (
        <Lines>
          <span>{component.displayName || component.name}</span>
          <Muted>{[names.type(component), component.table].filter(Boolean).join(" · ")}</Muted>
        </Lines>
      ),
    },
    {
      key: "outcome",
      name: t("Report_Outcome"),
      render: ({ outcome }) => <StatusMark tone={OUTCOME_LOOKS[outcome].tone} word={t(OUTCOME_LOOKS[outcome].word)} />,
    },
    {
      key: "why",
      name: t("Report_Why"),
      render: ({ outcome, serverText, code }) => (
        <Lines>
          <span>{t(OUTCOME_LOOKS[outcome].sentence)}</span>
          {serverText && <span>{t("Report_ServerSaid", serverText)}</span>}
          {code && <Muted>{code}</Muted>}
        </Lines>
      ),
    },
  ];
}
