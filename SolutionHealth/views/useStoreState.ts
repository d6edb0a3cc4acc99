import * as React from "react";

/** A store that replaces its state as a whole. */
export interface FollowedStore<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

const never = (): boolean => false;

/**
 * The store's state, followed. (React 16 has no `useSyncExternalStore`.)
 * @param looksSame whether the change of one state to the other may be passed over; a function of a module, not of a render
 */
export function useStoreState<S>(store: FollowedStore<S>, looksSame: (before: S, after: S) => boolean = never): S {
  const [state, setState] = React.useState(() => store.getState());
  React.useEffect(() => {
    const take = (): void => setState((before) => (looksSame(before, store.getState()) ? before : store.getState()));
    const stop = store.subscribe(take);
    // Something may have changed between the first rendering and this subscription.
    take();
    return stop;
  }, [store, looksSame]);
  return state;
}
