import * as React from "react";

/** A store that replaces its state as a whole. */
export interface FollowedStore<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

/** The store's state, followed. (React 16 has no `useSyncExternalStore`.) */
export function useStoreState<S>(store: FollowedStore<S>): S {
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
