import { systemClock } from "../../SolutionHealth/dataverse/clock";
import type { LayerReadingOptions } from "../../SolutionHealth/dataverse/overrides/layerReading";
import type { OverrideState } from "../../SolutionHealth/domain/overrides/override";
import type { OverridesState, OverridesStore } from "../../SolutionHealth/state/overrides/model";
import { createOverridesStore } from "../../SolutionHealth/state/overrides/overridesStore";
import type { Traffic } from "./countedFetch";
import { sampleHeap } from "./heapSampler";
import type { LargeEnvironment } from "./largeEnvironment";
import { type LargeServerChoice, type LargeClient, withLargeServer } from "./largeServer";

/** What it took to find overrides. */
export interface ScanCost extends Traffic {
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds until the first override was known. */
  readonly firstResult: number;
  /** Bytes by which the heap of client and server grew, at most. */
  readonly heap: number;
}

export interface ScanChoice extends LargeServerChoice {
  /** As the product has it unless told. */
  readonly reading?: LayerReadingOptions;
}

/**
 * The product's own scan of the whole environment, as its page does it: flags, layers, who changed what last.
 * @throws Error when it did not find exactly what is there
 */
export function measureScan(large: LargeEnvironment, choice: ScanChoice): Promise<ScanCost> {
  return withLargeServer(large, choice, async (client) => {
    const heap = sampleHeap();
    const store = storeOf(client, choice.reading);
    try {
      const started = performance.now();
      const firstAt = await finished(store);
      const cost = { time: performance.now() - started, firstResult: firstAt - started, ...client.traffic() };
      checkFound(store.getState(), large, choice);
      return { ...cost, heap: heap.stop() };
    } finally {
      heap.stop();
      store.dispose();
    }
  });
}

const storeOf = (client: LargeClient, reading: LayerReadingOptions | undefined): OverridesStore =>
  createOverridesStore({
    transport: client.transport,
    clock: systemClock,
    environment: () => ({ url: client.address }),
    callsMade: () => client.traffic().requests,
    saveFile: () => undefined,
    ...(reading && { reading }),
  });

/** Scans to the end. @returns when the first override was there. */
function finished(store: OverridesStore): Promise<number> {
  let first = NaN;
  return new Promise((resolve, reject) => {
    store.subscribe(() => {
      const { scan, counts } = store.getState();
      if (Number.isNaN(first) && counts.new > 0) first = performance.now();
      if (scan.status === "finished") resolve(first);
      if (scan.status === "failed") reject(new Error(`The scan failed: ${scan.failure?.kind ?? "no reason"}.`));
    });
    store.scan({ kind: "environment" });
  });
}

function checkFound({ scan, rows }: OverridesState, large: LargeEnvironment, { phantomsFlagged }: ScanChoice): void {
  const idsOf = (state: OverrideState): string =>
    rows
      .flatMap(({ component, facts }) => (facts.state === state ? [component.id] : []))
      .sort()
      .join();
  const there = (ids: readonly string[]): string => [...ids].sort().join();
  const same =
    idsOf("real") === there(large.realOverrides) &&
    idsOf("stateOnly") === there(large.stateOnly) &&
    idsOf("phantom") === there(phantomsFlagged ? large.phantoms : []) &&
    idsOf("unknown") === "";
  if (!same) throw new Error("The scan did not find exactly the overrides of the environment.");
  if (!scan.complete) throw new Error("The scan found everything but does not say so.");
}
