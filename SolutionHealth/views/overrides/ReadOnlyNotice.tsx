import * as React from "react";
import { Notice } from "../../ui/Notice";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { failureOf, isLoading } from "../resource";
import { useMayWrite, WRITE_PRIVILEGE } from "./writing";

/** Why nothing can be changed from this page, where that is so. */
export function ReadOnlyNotice(): React.ReactElement | null {
  const { t, state, store } = useProduct();
  const may = useMayWrite();
  const failure = failureOf(state.privileges);
  if (may === "granted" || isLoading(state.privileges) || state.privileges.status === "idle") return null;
  if (failure && may === "unknown") {
    return (
      <FailureNotice title={t("ReadOnly_Unchecked")} failure={failure} onRetry={() => store.retry("privileges")} />
    );
  }
  return (
    <Notice kind="info" title={t("ReadOnly_Title")}>
      {t(may === "missing" ? "ReadOnly_Missing" : "ReadOnly_Unknown", WRITE_PRIVILEGE)}
    </Notice>
  );
}
