import * as React from "react";
import { DEFAULT_THRESHOLDS, THRESHOLDS, type HealthThresholds } from "../../domain/health/thresholds";
import { Button } from "../../ui/Button";
import { DialogBox } from "../../ui/DialogBox";
import { TextInput } from "../../ui/TextInput";
import { useProduct } from "../product";
import { useHealth } from "./health";

const NAMES: Readonly<Record<keyof HealthThresholds, string>> = {
  failedWithinDays: "Health_Threshold_FailedWithinDays",
  stuckAfterHours: "Health_Threshold_StuckAfterHours",
  reinstalledWithinDays: "Health_Threshold_ReinstalledWithinDays",
  importsWithinDays: "Health_Threshold_ImportsWithinDays",
  patchesAtMost: "Health_Threshold_PatchesAtMost",
  reviewGraceDays: "Health_Threshold_ReviewGraceDays",
  shadowedAtLeast: "Health_Threshold_ShadowedAtLeast",
};

const KEYS = Object.keys(NAMES) as (keyof HealthThresholds)[];

type Texts = Readonly<Record<keyof HealthThresholds, string>>;

const textsOf = (thresholds: HealthThresholds): Texts =>
  Object.fromEntries(KEYS.map((key) => [key, String(thresholds[key])])) as Texts;

/** Where the rules draw their lines; changed, everything is judged anew without a call. */
export function ThresholdsDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = useHealth();
  const [texts, setTexts] = React.useState(() => textsOf(state.thresholds));
  const wrong = KEYS.filter((key) => !isGood(key, texts[key]));
  const apply = (): void => {
    store.setThresholds(Object.fromEntries(KEYS.map((key) => [key, Number(texts[key])])));
    onClose();
  };
  return (
    <DialogBox
      title={t("Health_Thresholds")}
      onClose={onClose}
      buttons={
        <>
          <Button primary text={t("Health_ThresholdsApply")} disabled={wrong.length > 0} onClick={apply} />
          <Button text={t("Health_ThresholdsReset")} onClick={() => setTexts(textsOf(DEFAULT_THRESHOLDS))} />
        </>
      }
    >
      <div>{t("Health_ThresholdsText")}</div>
      {KEYS.map((key) => {
        const { least, most, byDefault } = THRESHOLDS[key];
        const range = t("Health_ThresholdRange", String(least), String(most), String(byDefault));
        return (
          <TextInput
            key={key}
            label={t(NAMES[key])}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
            {...(wrong.includes(key) ? { error: range } : { description: range })}
          />
        );
      })}
    </DialogBox>
  );
}

function isGood(key: keyof HealthThresholds, text: string): boolean {
  const { least, most } = THRESHOLDS[key];
  return /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
