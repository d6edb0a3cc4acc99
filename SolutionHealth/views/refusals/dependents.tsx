import * as React from "react";
import type { DependentsState, DependentsStore } from "../../state/dependents/model";
import { useStoreState } from "../useStoreState";

export interface Dependents {
  readonly store: DependentsStore;
  readonly state: DependentsState;
}

const DependentsContext = React.createContext<Dependents | undefined>(undefined);

export interface DependentsProviderProps {
  readonly store: DependentsStore;
  readonly children: React.ReactNode;
}

/** Follows the store of dependents for everything inside. */
export function DependentsProvider({ store, children }: DependentsProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const dependents = React.useMemo(() => ({ store, state }), [store, state]);
  return <DependentsContext.Provider value={dependents}>{children}</DependentsContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useDependents(): Dependents {
  const dependents = React.useContext(DependentsContext);
  if (!dependents) throw new Error("A view of dependents needs DependentsProvider around it");
  return dependents;
}
