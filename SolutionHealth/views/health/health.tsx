import * as React from "react";
import type { HealthStore, HealthStoreState } from "../../state/health/model";
import { useStoreState } from "../useStoreState";
import { type FindingWords, useNewFindingWords } from "./findingWords";

/** What the views of health work on. */
export interface Health {
  readonly store: HealthStore;
  readonly state: HealthStoreState;
  readonly words: FindingWords;
}

const HealthContext = React.createContext<Health | undefined>(undefined);

export interface HealthProviderProps {
  readonly store: HealthStore;
  readonly children: React.ReactNode;
}

/** Follows the store of health for everything inside. */
export function HealthProvider({ store, children }: HealthProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const words = useNewFindingWords();
  const health = React.useMemo(() => ({ store, state, words }), [store, state, words]);
  return <HealthContext.Provider value={health}>{children}</HealthContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useHealth(): Health {
  const health = React.useContext(HealthContext);
  if (!health) throw new Error("A view of health needs HealthProvider around it");
  return health;
}

/** Names of solutions, and findings in words. */
export const useFindingWords = (): FindingWords => useHealth().words;
