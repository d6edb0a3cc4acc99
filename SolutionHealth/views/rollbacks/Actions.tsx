import * as React from "react";
import type { RollbackState } from "../../state/rollbacks/model";
import { mayRun } from "../../state/rollbacks/rollbackRun";
import { Button } from "../../ui/Button";
import { Column, Row } from "../../ui/Layout";
import { MenuButton } from "../../ui/MenuButton";
import { StatusMark } from "../../ui/StatusMark";
import { Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { reportFile } from "./report";
import type { ReportFormat } from "./report";
import { useRollbackNames } from "./rollbackNames";
import { useRollbacks } from "./rollbacks";
import { UninstallDialog } from "./UninstallDialog";
import { useMayUninstall } from "./uninstalling";
import { useRunningJob } from "./useRunningJob";

type Previewed = Extract<RollbackState, { status: "previewed" }>;

/** The report, and then the uninstall: the one is the condition of the other. */
export function Actions({ state }: { readonly state: Previewed }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store } = useRollbacks();
  const names = useRollbackNames();
  const save = (format: ReportFormat): void => store.saveReport(reportFile(state, format, product, names));
  return (
    <Column gap={8}>
      <ReadOnlyNotice />
      <Row gap={8}>
        <MenuButton<ReportFormat>
          text={t("Rollback_Save")}
          icon="Download"
          choices={[
            { key: "markdown", text: t("Rollback_SaveMarkdown") },
            { key: "csv", text: t("Rollback_SaveCsv") },
            { key: "json", text: t("Rollback_SaveJson") },
          ]}
          onChoose={save}
        />
        <Uninstall state={state} />
      </Row>
    </Column>
  );
}

/** The button, or why there is none, or why it cannot be pressed yet. */
function Uninstall({ state }: { readonly state: Previewed }): React.ReactElement | null {
  const { t, plural } = useProduct();
  const may = useMayUninstall();
  const job = useRunningJob(state.targets);
  const [asking, setAsking] = React.useState(false);
  const { preview, reportSaved } = state;
  const { refused, targets } = preview;
  if (may !== "granted" || refused.length > 0) return null;
  if (!mayRun(preview)) return <Muted>{t("Rollback_NoButton")}</Muted>;
  const [first] = targets;
  const text =
    targets.length === 1 && first
      ? t("Rollback_Uninstall", first.displayName, first.version)
      : plural("Rollback_UninstallAll", targets.length);
  const reason = job
    ? t("Rollback_JobFirst")
    : state.data.status === "counting"
      ? t("Rollback_CountFirst")
      : reportSaved
        ? undefined
        : t("Rollback_SaveFirst");
  return (
    <>
      <Button primary text={text} disabled={reason !== undefined} onClick={() => setAsking(true)} />
      {reason === undefined ? <StatusMark tone="good" word={t("Rollback_Saved")} /> : <Muted>{reason}</Muted>}
      {asking && <UninstallDialog state={state} onClose={() => setAsking(false)} />}
    </>
  );
}
