import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import type { EngineOptions } from "./contract";
import type { ResolvedOptions } from "./work";

const DEFAULT_ROWS_PER_TABLE = 7;

/** The options with their defaults. */
export function resolveOptions(options: EngineOptions): ResolvedOptions {
  return {
    now: () => new Date(),
    rowsPerTable: DEFAULT_ROWS_PER_TABLE,
    missingDependencies: "createSystem",
    finalProgress: 100,
    lowerOrEqualUpdate: "accept",
    upgradeOfSharedBase: "passes",
    inactiveFormsLeft: "goes",
    phantomShare: 0,
    ...options,
    read: readingOnce(options.read ?? readPackage),
  };
}

/** A zip is read when its import is announced and again when it runs: the same bytes need no second reading. */
function readingOnce(read: (content: Uint8Array) => SolutionPackage): (content: Uint8Array) => SolutionPackage {
  const known = new WeakMap<Uint8Array, SolutionPackage>();
  return (content) => {
    const found = known.get(content) ?? read(content);
    known.set(content, found);
    return found;
  };
}
