import type { Memory } from "../../dataverse/memory/readMemory";
import type { MissingRights } from "../../dataverse/memory/memoryRights";
import type { Failure } from "../model";

/**
 * What the environment remembers for this product, as far as it is known.
 * - `absent` its tables are not installed: there is only the control
 */
export type MemoryState =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly previous?: KnownMemory }
  | { readonly status: "absent" }
  | ({ readonly status: "ready" } & KnownMemory)
  | { readonly status: "failed"; readonly failure: Failure; readonly previous?: KnownMemory };

export interface KnownMemory {
  readonly memory: Memory;
  readonly missing: MissingRights;
}

/** The one reading of the tables that plans, decisions, overrides and snapshots share. */
export interface MemorySource {
  getState(): MemoryState;
  /** @returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Reads anew; while a reading is under way, that one is waited for. Never throws. */
  load(): Promise<MemoryState>;
  /** The state once something is known: waits for the first reading, whoever asks for it. */
  settled(): Promise<MemoryState>;
  /** Takes over what a write has made of the rows. */
  put(change: (memory: Memory) => Memory): void;
  dispose(): void;
}

/** What is known, also while it is read again or after that failed. */
export function knownMemory(state: MemoryState): KnownMemory | undefined {
  if (state.status === "ready") return state;
  return state.status === "loading" || state.status === "failed" ? state.previous : undefined;
}
