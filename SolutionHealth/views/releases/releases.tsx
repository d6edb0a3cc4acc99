import * as React from "react";
import type { ReleaseState, ReleaseStore } from "../../state/releases/model";
import { useStoreState } from "../useStoreState";

/** What the views of releases work on. */
export interface Releases {
  readonly store: ReleaseStore;
  readonly state: ReleaseState;
}

const ReleasesContext = React.createContext<Releases | undefined>(undefined);

export interface ReleasesProviderProps {
  readonly store: ReleaseStore;
  readonly children: React.ReactNode;
}

/** Follows the store of releases for everything inside. */
export function ReleasesProvider({ store, children }: ReleasesProviderProps): React.ReactElement {
  const state = useStoreState(store);
  const value = React.useMemo(() => ({ store, state }), [store, state]);
  return <ReleasesContext.Provider value={value}>{children}</ReleasesContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useReleases(): Releases {
  const releases = React.useContext(ReleasesContext);
  if (!releases) throw new Error("A view of releases needs ReleasesProvider around it");
  return releases;
}
