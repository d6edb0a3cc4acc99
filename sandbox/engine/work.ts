import type { EnvironmentStore } from "../store/environmentStore";
import type { Caller, EngineOptions, ProgressListener } from "./contract";
import { utcText } from "./clock";

export type ResolvedOptions = Required<EngineOptions>;

/** One operation going on: what it works on, for whom, and by which settings. */
export interface Work {
  readonly store: EnvironmentStore;
  readonly options: ResolvedOptions;
  readonly caller: Caller;
  /** Start of the operation, as stamped on everything it writes. */
  readonly at: string;
  readonly progress: ProgressListener;
}

const FIRST_OWN_TYPE = 10000;

/**
 * The number of a component kind. Kinds known by name only get a number of this environment, from 10000 up (§2.3), and
 * keep it.
 */
export function typeNumber(store: EnvironmentStore, type: number | string): number {
  if (typeof type === "number") return type;
  const name = type.toLowerCase();
  if (/^\d+$/.test(name)) return Number(name);
  const known = store.state.environmentTypes[name];
  if (known !== undefined) return known;
  const next = Math.max(FIRST_OWN_TYPE, ...Object.values(store.state.environmentTypes)) + 1;
  store.state.environmentTypes = { ...store.state.environmentTypes, [name]: next };
  return next;
}

/** The same, without giving a number to a kind this environment has not met. */
export function knownTypeNumber(store: EnvironmentStore, type: number | string): number | undefined {
  if (typeof type === "number") return type;
  const name = type.toLowerCase();
  return /^\d+$/.test(name) ? Number(name) : store.state.environmentTypes[name];
}

export function startWork(
  store: EnvironmentStore,
  options: ResolvedOptions,
  caller: Caller,
  progress: ProgressListener = () => undefined,
): Work {
  return { store, options, caller, progress, at: utcText(options.now()) };
}
