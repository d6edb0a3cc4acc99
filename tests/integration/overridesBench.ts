import type { OverridesState, OverridesStore } from "../../SolutionHealth/state/overrides/model";
import type { Environment } from "../../sandbox/engine/contract";
import type { ServerOptions, UnconfirmedHabits } from "../../sandbox/server/options";
import { type Intercept, openProduct, until } from "./productBench";

export interface OverridesBench {
  readonly store: OverridesStore;
  /** Everything sent: method, address and body, decoded. */
  readonly asked: readonly string[];
  readonly saved: { readonly name: string; readonly content: string }[];
  /** Waits until the state is as told. */
  until(what: (state: OverridesState) => boolean): Promise<OverridesState>;
  close(): Promise<void>;
}

/** The store of overrides, over HTTP, on an embedded environment. */
export async function openOverrides(
  environment: Environment,
  habits: Partial<UnconfirmedHabits> = {},
  options: Partial<ServerOptions> & { readonly intercept?: Intercept } = {},
): Promise<OverridesBench> {
  const { stores, saved, asked, close } = await openProduct(environment, { ...options, habits });
  const store = stores.overrides;
  return { store, saved, asked, until: (what) => until(store, what), close };
}

export const isDone = ({ scan }: OverridesState): boolean => scan.status !== "running" && scan.status !== "idle";
