import * as React from "react";
import type { OverridesState, OverridesStore } from "../../state/overrides/model";
import { useStoreState } from "../useStoreState";

/** What the views of overrides and layers work on. */
export interface Overrides {
  readonly store: OverridesStore;
  readonly state: OverridesState;
}

const OverridesContext = React.createContext<Overrides | undefined>(undefined);

export interface OverridesProviderProps {
  readonly store: OverridesStore;
  readonly children: React.ReactNode;
}

/** Follows the store of overrides for everything inside. */
export function OverridesProvider({ store, children }: OverridesProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const overrides = React.useMemo(() => ({ store, state }), [store, state]);
  return <OverridesContext.Provider value={overrides}>{children}</OverridesContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useOverrides(): Overrides {
  const overrides = React.useContext(OverridesContext);
  if (!overrides) throw new Error("A view of overrides needs OverridesProvider around it");
  return overrides;
}
