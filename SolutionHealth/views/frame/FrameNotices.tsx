import * as React from "react";
import { Notice } from "../../ui/Notice";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { failureOf } from "../resource";

/** What concerns the whole product: the server's brake, and an environment that would not say who it is. */
export function FrameNotices(): React.ReactElement {
  const { t, plural, state, store } = useProduct();
  const environment = failureOf(state.environment);
  const user = failureOf(state.user);
  return (
    <>
      {state.throttledFor !== undefined && (
        <Notice kind="warning" title={plural("Throttled_Title", Math.ceil(state.throttledFor))}>
          {t("Throttled_Text")}
        </Notice>
      )}
      {environment && (
        <FailureNotice
          title={t("Environment_Failed")}
          failure={environment}
          onRetry={() => store.retry("environment")}
        />
      )}
      {user && <FailureNotice title={t("User_Failed")} failure={user} onRetry={() => store.retry("user")} />}
    </>
  );
}
