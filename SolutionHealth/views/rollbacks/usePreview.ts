import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import { useRollbacks } from "./rollbacks";
import { isRunning, stateOf, targetsKey } from "./targets";

/**
 * Begins the preview when these solutions are opened. One that is there already stays – also when the person comes
 * back from a component's layers –, and nothing takes the place of an uninstall that is being followed.
 */
export function usePreview(targets: readonly Guid[], keepBack: boolean): void {
  const { store } = useRollbacks();
  const latest = React.useRef({ targets, keepBack });
  React.useEffect(() => {
    latest.current = { targets, keepBack };
  });
  const key = targetsKey(targets);
  React.useEffect(() => {
    const { targets: wanted, keepBack: stay } = latest.current;
    const state = store.getState();
    if (stay || isRunning(state) || stateOf(state, wanted).status !== "idle") return;
    store.preview(wanted);
  }, [store, key]);
}
