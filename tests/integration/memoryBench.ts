import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Stores } from "../../SolutionHealth/state/stores";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import type { Environment, ImportRequest } from "../../sandbox/engine/contract";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { emptyState } from "../../sandbox/engine/emptyState";
import { callerOf } from "../../sandbox/start/environment";
import { demoRows } from "../../sandbox/start/demoRows";
import { builtProduct } from "../pipeline/fakes/builtProduct";
import { openProduct, until, type ProductBench, type ProductOptions } from "./productBench";

const CONTROL = "shl_SolutionHealth.SolutionHealth";

/** This product's own solution, managed, of one version. */
export async function productZip(version: string): Promise<Uint8Array> {
  const built = join(await builtProduct(), "out", "controls", "SolutionHealth");
  const folder = join(__dirname, "../../Solutions/SolutionHealth");
  return packFolder(folder, { managed: true, version, mappings: [{ from: built, to: `Controls/${CONTROL}` }] });
}

export const importOf = (content: Uint8Array): ImportRequest => ({
  content,
  importJobId: randomUUID(),
  overwriteUnmanagedCustomizations: false,
  publishWorkflows: true,
  holdingSolution: false,
  componentParameters: [],
});

export function emptyEnvironment(): Environment {
  return createEnvironment(emptyState({ friendlyName: "Memory test" }), { rowsPerTable: demoRows });
}

/** An environment with the product's solution. */
export function environmentWith(zip: Uint8Array): Environment {
  const environment = emptyEnvironment();
  environment.importSolution(importOf(zip), callerOf(environment.state));
  return environment;
}

export type Opened = ProductBench & Pick<Stores, "memory" | "plan" | "healthMemory" | "overrides">;

/** Opens the page of one person, and waits until it knows what is remembered. */
export async function openPage(environment: Environment, options: ProductOptions = {}): Promise<Opened> {
  const bench = await openProduct(environment, options);
  bench.stores.store.refresh();
  await until(bench.stores.memory, ({ status }) => status !== "idle" && status !== "loading");
  return { ...bench, ...bench.stores };
}

export const rowsOf = (environment: Environment, table: string): readonly Readonly<Record<string, unknown>>[] =>
  environment.rowsOf(table);
