import * as React from "react";
import type { RemovalState } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { DialogBox } from "../../../ui/DialogBox";
import { ProgressLine } from "../../../ui/ProgressLine";
import { FailureNotice } from "../../FailureNotice";
import { useProduct } from "../../product";
import { useOverrides } from "../overrides";
import { Preflight } from "./Preflight";
import { RemovalReportView } from "./RemovalReportView";

/** Taking overrides back, from the pre-flight to the report. Shown while the store has something under way. */
export function RemovalDialog(): React.ReactElement | null {
  const { removal } = useOverrides().state;
  switch (removal.status) {
    case "idle":
      return null;
    case "preparing":
      return <Preparing removal={removal} />;
    case "prepared":
      return <Preflight plan={removal.plan} backupSaved={removal.backupSaved} />;
    case "running":
      return <Running removal={removal} />;
    case "finished":
      return <RemovalReportView report={removal.report} />;
    case "failed":
      return <Failed removal={removal} />;
  }
}

interface Of<S extends RemovalState["status"]> {
  readonly removal: Extract<RemovalState, { status: S }>;
}

function Preparing({ removal }: Of<"preparing">): React.ReactElement {
  const { t, host } = useProduct();
  const { store } = useOverrides();
  const { done, total } = removal;
  const leave = (): void => store.cancelRemoval();
  return (
    <DialogBox
      title={t("Removal_PreparingTitle")}
      onClose={leave}
      buttons={<Button text={t("Ui_Cancel")} onClick={leave} />}
    >
      <ProgressLine
        label={t("Removal_Preparing", host.formatNumber(done), host.formatNumber(total))}
        {...(total > 0 ? { share: done / total } : {})}
      />
    </DialogBox>
  );
}

const STAGE_WORDS: Readonly<Record<Extract<RemovalState, { status: "running" }>["stage"], string>> = {
  job: "Removal_Job",
  oneByOne: "Removal_OneByOne",
  checking: "Removal_Checking",
};

function Running({ removal }: Of<"running">): React.ReactElement {
  const { t, host } = useProduct();
  const { store } = useOverrides();
  const { stage, done, total } = removal;
  // The server's own job tells no number on the way.
  const share = stage === "job" || total === 0 ? {} : { share: done / total };
  return (
    <DialogBox
      title={t("Removal_RunningTitle")}
      buttons={stage === "checking" ? null : <Button text={t("Removal_Stop")} onClick={() => store.cancelRemoval()} />}
    >
      <ProgressLine label={t(STAGE_WORDS[stage], host.formatNumber(done), host.formatNumber(total))} {...share} />
      <div>{t(stage === "checking" ? "Removal_CheckingText" : "Removal_RunningText")}</div>
    </DialogBox>
  );
}

function Failed({ removal }: Of<"failed">): React.ReactElement {
  const { t } = useProduct();
  const { store } = useOverrides();
  const close = (): void => store.closeRemoval();
  return (
    <DialogBox
      title={t("Removal_PreparingTitle")}
      onClose={close}
      buttons={<Button text={t("Ui_Close")} onClick={close} />}
    >
      <FailureNotice title={t("Removal_Failed")} failure={removal.failure} />
    </DialogBox>
  );
}
