/** Holds a state of plain data and tells listeners that it was replaced. */
export interface Cell<T> {
  readonly get: () => T;
  readonly update: (change: Partial<T>) => void;
  /** @returns a function that unsubscribes */
  readonly subscribe: (listener: () => void) => () => void;
  /** Drops every listener; later changes are ignored. */
  readonly close: () => void;
}

export function createCell<T extends object>(initial: T): Cell<T> {
  let state = initial;
  let open = true;
  const listeners = new Set<() => void>();

  return {
    get: () => state,
    update(change) {
      if (!open) return;
      state = { ...state, ...change };
      // A listener may unsubscribe itself or others while being told.
      for (const listener of [...listeners]) if (listeners.has(listener)) listener();
    },
    subscribe(listener) {
      // Wrapped, so that the same function given twice is two subscriptions.
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      open = false;
      listeners.clear();
    },
  };
}
