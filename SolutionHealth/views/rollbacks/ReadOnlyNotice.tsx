import * as React from "react";
import { Notice } from "../../ui/Notice";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { failureOf, isLoading } from "../resource";
import { UNINSTALL_PRIVILEGE, useMayUninstall } from "./uninstalling";

/** Why there is no button to uninstall, where it is for want of a privilege. */
export function ReadOnlyNotice(): React.ReactElement | null {
  const { t, state, store } = useProduct();
  const may = useMayUninstall();
  const failure = failureOf(state.privileges);
  if (may === "granted" || isLoading(state.privileges) || state.privileges.status === "idle") return null;
  if (failure && may === "unknown") {
    return (
      <FailureNotice title={t("Rollback_Unchecked")} failure={failure} onRetry={() => store.retry("privileges")} />
    );
  }
  return (
    <Notice kind="info" title={t("Rollback_ReadOnly")}>
      {t(may === "missing" ? "Rollback_ReadOnlyMissing" : "Rollback_ReadOnlyUnknown", UNINSTALL_PRIVILEGE)}
    </Notice>
  );
}
