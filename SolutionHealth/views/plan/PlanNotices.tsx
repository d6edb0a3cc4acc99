import * as React from "react";
import { Notice } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { usePlans } from "./plans";

/** What stands in the way, and how the making of several plans goes. */
export function PlanNotices(): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = usePlans();
  return (
    <>
      {state.failure && (
        <FailureNotice title={t("Plan_Failed")} failure={state.failure} onRetry={() => store.refresh()} />
      )}
      {state.missing.length > 0 && (
        <Notice kind="info" title={t("Plan_ReadOnly")}>
          {t("Plan_ReadOnlyText", state.missing.join(", "))}
        </Notice>
      )}
      <Making />
    </>
  );
}

function Making(): React.ReactElement | null {
  const { t, plural, host } = useProduct();
  const { store, state } = usePlans();
  const { making } = state;
  if (!making) return null;
  if (making.status === "running") {
    return (
      <ProgressLine
        label={t("Plan_Making", host.formatNumber(making.done), host.formatNumber(making.total))}
        share={making.total === 0 ? 0 : making.done / making.total}
      />
    );
  }
  const [first] = making.failed;
  const done = plural("Plan_Made", making.done);
  if (first)
    return <FailureNotice title={`${done} ${plural("Plan_NotMade", making.failed.length)}`} failure={first.failure} />;
  return <Notice kind="info" title={done} onDismiss={() => store.closeMaking()} />;
}
