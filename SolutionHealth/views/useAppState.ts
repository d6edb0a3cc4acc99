import * as React from "react";
import type { AppState, AppStore } from "../state/model";

/** The store's state, followed. (React 16 has no `useSyncExternalStore`.) */
export function useAppState(store: AppStore): AppState {
  const [state, setState] = React.useState(() => store.getState());
  React.useEffect(() => {
    const take = (): void => setState(store.getState());
    const stop = store.subscribe(take);
    // Something may have changed between the first rendering and this subscription.
    take();
    return stop;
  }, [store]);
  return state;
}
