import type { OverrideScan } from "../../dataverse/overrides/overrideScan";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { InstalledSolution } from "../../domain/model/solution";
import type { ScanScope } from "./model";

/** One scan, over all its runs. */
export interface ScanSession {
  readonly scope: ScanScope;
  /** Components the scan came across. */
  readonly seen: Set<ComponentKey>;
  scan?: OverrideScan;
  solutions: readonly InstalledSolution[];
  /** Version and time of update of the solutions, as of its beginning. */
  stamps: ReadonlyMap<string, string>;
  /** Components that did not have to be read. */
  reused: number;
  calls: number;
  /** Milliseconds of running. */
  duration: number;
}

export const newSession = (scope: ScanScope): ScanSession => ({
  scope,
  seen: new Set(),
  solutions: [],
  stamps: new Map(),
  reused: 0,
  calls: 0,
  duration: 0,
});
