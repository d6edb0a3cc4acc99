import * as React from "react";
import type { RollbackState, RollbackStore } from "../../state/rollbacks/model";
import { useStoreState } from "../useStoreState";

/** What the views of taking back work on. */
export interface Rollbacks {
  readonly store: RollbackStore;
  readonly state: RollbackState;
}

const RollbacksContext = React.createContext<Rollbacks | undefined>(undefined);

export interface RollbacksProviderProps {
  readonly store: RollbackStore;
  readonly children: React.ReactNode;
}

/** Follows the store of rollbacks for everything inside. */
export function RollbacksProvider({ store, children }: RollbacksProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const value = React.useMemo(() => ({ store, state }), [store, state]);
  return <RollbacksContext.Provider value={value}>{children}</RollbacksContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useRollbacks(): Rollbacks {
  const rollbacks = React.useContext(RollbacksContext);
  if (!rollbacks) throw new Error("A view of rollbacks needs RollbacksProvider around it");
  return rollbacks;
}
