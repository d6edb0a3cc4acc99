import * as React from "react";
import type { ComponentKey } from "../../../domain/layers/componentLayer";
import { Button } from "../../../ui/Button";
import { DateInput } from "../../../ui/DateInput";
import { DialogBox } from "../../../ui/DialogBox";
import { TextInput } from "../../../ui/TextInput";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { useOverrides } from "../overrides";

export interface AcceptDialogProps {
  /** Chosen rows; those that could not be judged are left out. */
  readonly keys: readonly ComponentKey[];
  readonly onClose: () => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why some overrides may stay, and until when. */
export function AcceptDialog({ keys, onClose }: AcceptDialogProps): React.ReactElement {
  const { t, plural, host, state } = useProduct();
  const { store, state: overrides } = useOverrides();
  const [reason, setReason] = React.useState("");
  const [expiresOn, setExpiresOn] = React.useState("");
  const today = host.now().toISOString().slice(0, 10);
  const chosen = new Set(keys);
  const judged = overrides.rows
    .filter(({ component, facts }) => chosen.has(component.key) && facts.state !== "unknown")
    .map(({ component }) => component.key);
  const past = expiresOn !== "" && (!DAY.test(expiresOn) || expiresOn < today);
  const acceptedBy = shown(state.user)?.name ?? host.userName;
  const accept = (): void => {
    store.accept(judged, {
      reason: reason.trim(),
      ...(acceptedBy ? { acceptedBy } : {}),
      ...(expiresOn === "" ? {} : { expiresOn }),
    });
    onClose();
  };
  return (
    <DialogBox
      title={plural("Accept_Title", judged.length)}
      onClose={onClose}
      buttons={
        <>
          <Button
            primary
            text={plural("Accept_Button", judged.length)}
            disabled={reason.trim() === "" || past || judged.length === 0}
            onClick={accept}
          />
          <Button text={t("Ui_Cancel")} onClick={onClose} />
        </>
      }
    >
      <div>{t("Accept_Text")}</div>
      {judged.length < keys.length && <div>{plural("Accept_LeftOut", keys.length - judged.length)}</div>}
      <TextInput label={t("Accept_Reason")} value={reason} onChange={setReason} lines={3} required />
      <DateInput
        label={t("Accept_Expires")}
        value={expiresOn}
        onChange={setExpiresOn}
        description={t("Accept_ExpiresText")}
        error={past ? t("Accept_ExpiresPast") : undefined}
      />
    </DialogBox>
  );
}
