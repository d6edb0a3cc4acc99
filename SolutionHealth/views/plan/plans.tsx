import * as React from "react";
import type { PlanState, PlanStore } from "../../state/plan/model";
import { useStoreState } from "../useStoreState";

/** What the views of the plan work on. */
export interface Plans {
  readonly store: PlanStore;
  readonly state: PlanState;
}

const PlansContext = React.createContext<Plans | undefined>(undefined);

export interface PlansProviderProps {
  readonly store: PlanStore;
  readonly children: React.ReactNode;
}

/** Follows the store of plans for everything inside. */
export function PlansProvider({ store, children }: PlansProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const value = React.useMemo(() => ({ store, state }), [store, state]);
  return <PlansContext.Provider value={value}>{children}</PlansContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function usePlans(): Plans {
  const plans = React.useContext(PlansContext);
  if (!plans) throw new Error("A view of plans needs PlansProvider around it");
  return plans;
}
