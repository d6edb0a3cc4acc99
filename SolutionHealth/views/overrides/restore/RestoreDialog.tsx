import * as React from "react";
import type { RestoreState } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { DialogBox } from "../../../ui/DialogBox";
import { Notice } from "../../../ui/Notice";
import { ProgressLine } from "../../../ui/ProgressLine";
import { FailureNotice } from "../../FailureNotice";
import { useProduct } from "../../product";
import { fileProblemText } from "../fileProblemText";
import { useOverrides } from "../overrides";
import { RestorePlan } from "./RestorePlan";
import { RestoreReport } from "./RestoreReport";

/** Putting back from a backup file. Shown while the store has a file in hand. */
export function RestoreDialog(): React.ReactElement | null {
  const { restore } = useOverrides().state;
  switch (restore.status) {
    case "idle":
      return null;
    case "badFile":
      return <BadFile restore={restore} />;
    case "checking":
      return <Under restore={restore} stage="Restore_Checking" />;
    case "ready":
      return <RestorePlan restore={restore} />;
    case "running":
      return <Under restore={restore} stage="Restore_Running" />;
    case "finished":
      return <RestoreReport restore={restore} />;
    case "failed":
      return <Failed restore={restore} />;
  }
}

interface Of<S extends RestoreState["status"]> {
  readonly restore: Extract<RestoreState, { status: S }>;
}

function BadFile({ restore }: Of<"badFile">): React.ReactElement {
  const product = useProduct();
  const { store } = useOverrides();
  const close = (): void => store.closeRestore();
  return (
    <DialogBox
      title={product.t("Restore_Title")}
      onClose={close}
      buttons={<Button text={product.t("Ui_Close")} onClick={close} />}
    >
      <Notice kind="error" title={product.t("File_NotTaken")}>
        {fileProblemText(restore.problem, product)} {product.t("Restore_NothingWritten")}
      </Notice>
    </DialogBox>
  );
}

function Under({ restore, stage }: Of<"checking" | "running"> & { readonly stage: string }): React.ReactElement {
  const { t, host } = useProduct();
  const { store } = useOverrides();
  const { done, total, status } = restore;
  const close = (): void => store.closeRestore();
  return (
    <DialogBox
      title={t("Restore_Title")}
      {...(status === "checking" ? { onClose: close } : {})}
      buttons={status === "checking" ? <Button text={t("Ui_Cancel")} onClick={close} /> : null}
    >
      <ProgressLine
        label={t(stage, host.formatNumber(done), host.formatNumber(total))}
        {...(total > 0 ? { share: done / total } : {})}
      />
    </DialogBox>
  );
}

function Failed({ restore }: Of<"failed">): React.ReactElement {
  const { t } = useProduct();
  const { store } = useOverrides();
  const close = (): void => store.closeRestore();
  return (
    <DialogBox title={t("Restore_Title")} onClose={close} buttons={<Button text={t("Ui_Close")} onClick={close} />}>
      <FailureNotice title={t("Restore_Failed")} failure={restore.failure} />
    </DialogBox>
  );
}
