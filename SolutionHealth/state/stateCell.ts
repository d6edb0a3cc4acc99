import type { AppState } from "./model";

/** Holds the state and tells listeners that it changed. */
export interface StateCell {
  readonly get: () => AppState;
  update(change: Partial<AppState>): void;
  /** Takes a property away. */
  forget(property: "throttledFor"): void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Drops every listener; later changes are ignored. */
  close(): void;
}

export function createStateCell(initial: AppState): StateCell {
  let state = initial;
  let open = true;
  const listeners = new Set<() => void>();

  function replace(next: AppState): void {
    if (!open) return;
    state = next;
    // A listener may unsubscribe itself or others while being told.
    for (const listener of [...listeners]) if (listeners.has(listener)) listener();
  }

  return {
    get: () => state,
    update: (change) => replace({ ...state, ...change }),
    forget: (property) => {
      const { [property]: _gone, ...rest } = state;
      replace(rest);
    },
    subscribe: (listener) => {
      // Wrapped, so that the same function given twice is two subscriptions.
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close: () => {
      open = false;
      listeners.clear();
    },
  };
}
