import * as React from "react";
import type { JudgedFinding } from "../../domain/health/healthReport";
import { addDays, dayOf, isDay } from "../../domain/plan/day";
import type { Decision } from "../../domain/plan/acceptedFinding";
import { Button } from "../../ui/Button";
import { DateInput } from "../../ui/DateInput";
import { DialogBox } from "../../ui/DialogBox";
import { Muted } from "../../ui/Text";
import { TextInput } from "../../ui/TextInput";
import { useProduct } from "../product";
import { useFindingWords, useHealth } from "./health";

export interface DecisionDialogProps {
  readonly finding: JudgedFinding;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Days after which a finding comes back, unless told otherwise. */
const SNOOZE_DAYS = 14;

const WORDS: Readonly<Record<Decision, { readonly title: string; readonly text: string; readonly button: string }>> = {
  accept: { title: "Health_AcceptTitle", text: "Health_AcceptText", button: "Health_AcceptButton" },
  snooze: { title: "Health_SnoozeTitle", text: "Health_SnoozeText", button: "Health_SnoozeButton" },
};

/** Why a finding may stay, or is put off, and until when. */
export function DecisionDialog({ finding, decision, onClose }: DecisionDialogProps): React.ReactElement {
  const { t, host } = useProduct();
  const { store, state } = useHealth();
  const found = useFindingWords().found(finding);
  const today = dayOf(host.now());
  const [reason, setReason] = React.useState("");
  const [note, setNote] = React.useState("");
  const [until, setUntil] = React.useState(decision === "snooze" ? addDays(today, SNOOZE_DAYS) : "");
  const past = until === "" ? decision === "snooze" : !isDay(until) || until < today;
  const decide = (): void => {
    store.decide(
      finding,
      {
        decision,
        reason: reason.trim(),
        ...(note.trim() === "" ? {} : { note: note.trim() }),
        ...(until === "" ? {} : { until }),
      },
      found,
    );
    onClose();
  };
  return (
    <DialogBox
      title={t(WORDS[decision].title)}
      onClose={onClose}
      buttons={
        <>
          <Button primary text={t(WORDS[decision].button)} disabled={reason.trim() === "" || past} onClick={decide} />
          <Button text={t("Ui_Cancel")} onClick={onClose} />
        </>
      }
    >
      <strong>{found}</strong>
      <div>{t(WORDS[decision].text)}</div>
      {state.memory.status === "absent" && <Muted>{t("Health_SessionOnly")}</Muted>}
      <TextInput label={t("Health_Reason")} value={reason} onChange={setReason} lines={2} required />
      <DateInput
        label={t("Health_UntilField")}
        value={until}
        onChange={setUntil}
        {...(decision === "accept" ? { description: t("Health_UntilText") } : {})}
        error={past ? t("Health_UntilPast") : undefined}
      />
      <TextInput label={t("Health_Note")} value={note} onChange={setNote} lines={2} />
    </DialogBox>
  );
}
