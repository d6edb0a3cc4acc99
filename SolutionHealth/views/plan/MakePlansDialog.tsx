import * as React from "react";
import { isDay } from "../../domain/plan/day";
import type { PlanRow } from "../../domain/plan/planList";
import { Button } from "../../ui/Button";
import { DateInput } from "../../ui/DateInput";
import { DialogBox } from "../../ui/DialogBox";
import { TextInput } from "../../ui/TextInput";
import { useProduct } from "../product";
import { usePlans } from "./plans";

export interface MakePlansDialogProps {
  /** Solutions without a plan. */
  readonly rows: readonly PlanRow[];
  readonly onClose: () => void;
}

/** Plans for all that have none, with what is the same for all of them; the rest is filled in one by one. */
export function MakePlansDialog({ rows, onClose }: MakePlansDialogProps): React.ReactElement {
  const { t, plural } = useProduct();
  const { store } = usePlans();
  const [responsible, setResponsible] = React.useState("");
  const [nextReview, setNextReview] = React.useState("");
  const wrong = nextReview !== "" && !isDay(nextReview);
  const make = (): void => {
    store.makePlans(
      rows.map(({ solution }) => solution),
      {
        ...(responsible.trim() !== "" && { responsible: responsible.trim() }),
        ...(nextReview !== "" && { nextReview }),
      },
    );
    onClose();
  };
  return (
    <DialogBox
      title={plural("Plan_MakeTitle", rows.length)}
      onClose={onClose}
      buttons={
        <>
          <Button primary text={plural("Plan_MakeButton", rows.length)} disabled={wrong} onClick={make} />
          <Button text={t("Ui_Cancel")} onClick={onClose} />
        </>
      }
    >
      <div>{t("Plan_MakeText")}</div>
      <TextInput label={t("Plan_Responsible")} value={responsible} onChange={setResponsible} />
      <DateInput
        label={t("Plan_NextReview")}
        value={nextReview}
        onChange={setNextReview}
        error={wrong ? t("Plan_NotADay") : undefined}
      />
    </DialogBox>
  );
}
