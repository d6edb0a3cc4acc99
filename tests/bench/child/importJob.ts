import { readFileSync } from "node:fs";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { emptyState } from "../../../sandbox/engine/emptyState";
import { importBytes } from "../../../sandbox/start/environment";

export interface ImportInput {
  /** Path of a package. */
  readonly zip: string;
}

/** Times in milliseconds. */
export interface ImportReport {
  readonly read: number;
  /** Everything after the package was read: checks, layers, dependencies. */
  readonly install: number;
  readonly components: number;
}

/** Imports a package into an empty environment, in memory. */
export function runImport({ zip }: ImportInput): ImportReport {
  const content = readFileSync(zip);
  let read = 0;
  const environment = createEnvironment(emptyState(), {
    read: (bytes) => {
      const started = performance.now();
      const result = readPackage(bytes);
      read += performance.now() - started;
      return result;
    },
  });
  const started = performance.now();
  importBytes(environment, content, zip);
  return { read, install: performance.now() - started - read, components: environment.state.components.length };
}
