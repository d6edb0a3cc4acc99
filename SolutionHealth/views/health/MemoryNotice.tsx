import * as React from "react";
import { Notice } from "../../ui/Notice";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { useHealth } from "./health";

/** What cannot be kept here, and why. */
export function MemoryNotice(): React.ReactElement | null {
  const { t } = useProduct();
  const { store, state } = useHealth();
  const { status, failure, notWritten } = state.memory;
  return (
    <>
      {status === "absent" && (
        <Notice kind="info" title={t("Health_MemoryAbsent")}>
          {t("Health_MemoryAbsentText")}
        </Notice>
      )}
      {status === "failed" && failure && (
        <FailureNotice title={t("Health_MemoryFailed")} failure={failure} onRetry={() => store.refresh()} />
      )}
      {notWritten && <FailureNotice title={t("Health_DecisionFailed")} failure={notWritten} />}
    </>
  );
}
