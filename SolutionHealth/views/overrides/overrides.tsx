import * as React from "react";
import type { OverridesState, OverridesStore } from "../../state/overrides/model";
import type { Host } from "../host";
import { useProduct } from "../product";

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
  const { host } = useProduct();
  const state = usePacedState(store, host.after);
  const overrides = React.useMemo(() => ({ store, state }), [store, state]);
  return <OverridesContext.Provider value={overrides}>{children}</OverridesContext.Provider>;
}

/** Drawing the list takes time, and a scan tells of each component: thousands of redraws would stop the page. */
const PACE_WHILE_SCANNING = 200;

/** The store's state, followed; at most every 200 ms while a scan goes on, at once otherwise. */
function usePacedState(store: OverridesStore, after: Host["after"]): OverridesState {
  const [state, setState] = React.useState(() => store.getState());
  // The host is renewed whenever the page is measured; a change that waits must not be lost by that.
  const later = React.useRef(after);
  later.current = after;
  React.useEffect(() => {
    let callOff: (() => void) | undefined;
    let scanning = false;
    const take = (): void => {
      callOff?.();
      callOff = undefined;
      setState(store.getState());
    };
    const follow = (): void => {
      const goesOn = scanning && isScanning(store);
      scanning = isScanning(store);
      if (goesOn) callOff ??= later.current(PACE_WHILE_SCANNING, take);
      else take();
    };
    const stop = store.subscribe(follow);
    // Something may have changed between the first rendering and this subscription.
    follow();
    return () => {
      callOff?.();
      stop();
    };
  }, [store]);
  return state;
}

const isScanning = (store: OverridesStore): boolean => store.getState().scan.status === "running";

/** @throws Error where a view is used outside the app. */
export function useOverrides(): Overrides {
  const overrides = React.useContext(OverridesContext);
  if (!overrides) throw new Error("A view of overrides needs OverridesProvider around it");
  return overrides;
}
