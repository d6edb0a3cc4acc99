import * as React from "react";
import type { RollbackState } from "../../state/rollbacks/model";
import { Button } from "../../ui/Button";
import { Check } from "../../ui/Check";
import { DialogBox } from "../../ui/DialogBox";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { TextInput } from "../../ui/TextInput";
import { useProduct } from "../product";
import { shown } from "../resource";
import { useRollbacks } from "./rollbacks";
import { useLock } from "./useLock";
import { unknownCount } from "./verdict";
import { WhatGoes } from "./WhatGoes";

export interface UninstallDialogProps {
  readonly state: Extract<RollbackState, { status: "previewed" }>;
  readonly onClose: () => void;
}

/** Class by which the focus finds Cancel: the harmless button. */
const CANCEL = "shl-uninstall-cancel";

/** The last word before it happens: what goes, that it cannot be stopped, and the name to type. */
export function UninstallDialog({ state, onClose }: UninstallDialogProps): React.ReactElement {
  const product = useProduct();
  const { t, plural } = product;
  const { store } = useRollbacks();
  const [typed, setTyped] = React.useState("");
  const [waits, setWaits] = React.useState(false);
  const lock = useLock();
  const { preview } = state;
  const { targets } = preview;
  const confirmation = useConfirmation(state);
  const environment = shown(product.state.environment)?.name;
  const unknown = unknownCount(preview);
  const run = (): void => {
    store.run({ waitForLock: waits });
    onClose();
  };
  return (
    <DialogBox
      title={plural("Uninstall_Title", targets.length, targets[0]?.displayName ?? "")}
      onClose={onClose}
      firstFocus={CANCEL}
      wide
      buttons={
        <>
          <Button className={CANCEL} text={t("Ui_Cancel")} onClick={onClose} />
          <Button
            primary
            text={plural("Uninstall_Button", targets.length, targets[0]?.displayName ?? "")}
            disabled={typed.trim() !== confirmation}
            onClick={run}
          />
        </>
      }
    >
      <div>
        <strong>{environment === undefined ? t("Uninstall_Text") : t("Uninstall_TextIn", environment)}</strong>{" "}
        {t("Uninstall_NoWayBack")}
      </div>
      {unknown > 0 && (
        <Notice kind="warning" title={plural("Rollback_Uncertain", unknown)}>
          {t("Uninstall_Uncertain")}
        </Notice>
      )}
      <WhatGoes state={state} />
      <Column gap={4}>
        {lock !== undefined && <div>{t("Uninstall_Locked", lock)}</div>}
        <Check label={t("Uninstall_Wait")} checked={waits} onChange={() => setWaits(!waits)} />
      </Column>
      <TextInput
        label={t(targets.length === 1 ? "Uninstall_Type" : "Uninstall_TypeEnvironment", confirmation)}
        value={typed}
        onChange={setTyped}
      />
    </DialogBox>
  );
}

/** What has to be typed: the unique name; for several the environment's name, since it is the place that must be right. */
function useConfirmation({ preview: { targets } }: UninstallDialogProps["state"]): string {
  const { state, host } = useProduct();
  const [first] = targets;
  if (targets.length === 1 && first) return first.uniqueName;
  return shown(state.environment)?.name ?? host.clientUrl.replace(/^https?:\/\//, "");
}
