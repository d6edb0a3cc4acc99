import { type Clock, systemClock } from "../../SolutionHealth/dataverse/clock";
import type { LayerReadingOptions } from "../../SolutionHealth/dataverse/overrides/layerReading";
import type { OverrideState } from "../../SolutionHealth/domain/overrides/override";
import type { OverridesState, OverridesStore } from "../../SolutionHealth/state/overrides/model";
import { createOverridesStore } from "../../SolutionHealth/state/overrides/overridesStore";
import { createTransport } from "../../SolutionHealth/dataverse/transport";
import { createCountedFetch, type Traffic } from "./countedFetch";
import { sampleHeap } from "./heapSampler";
import type { LargeEnvironment } from "./largeEnvironment";
import { type LargeClient, withLargeServer } from "./largeServer";
import { createVirtualClock } from "./virtualClock";
import { createVirtualServer, VIRTUAL_ADDRESS, type VirtualServerChoice } from "./virtualServer";

/** What it takes to find overrides on a machine that needs no time itself. */
export interface ComputedCost extends Traffic {
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds until the first override was known. */
  readonly firstResult: number;
}

/** What it took to find overrides. */
export interface ScanCost extends ComputedCost {
  /** Bytes by which the heap of client and server grew, at most. */
  readonly heap: number;
}

export interface ScanChoice {
  readonly phantomsFlagged: boolean;
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
    const store = storeOf(client, systemClock, choice.reading);
    try {
      const started = performance.now();
      const firstAt = await finished(store, () => performance.now());
      const cost = { time: performance.now() - started, firstResult: firstAt - started, ...client.traffic() };
      checkFound(store.getState(), large, choice);
      return { ...cost, heap: heap.stop() };
    } finally {
      heap.stop();
      store.dispose();
    }
  });
}

/**
 * The same scan in time that only waiting takes: how long the answers alone make it, on whatever machine.
 * @param server what the environment is like besides
 * @throws Error when it did not find exactly what is there
 */
export async function computeScan(
  large: LargeEnvironment,
  choice: ScanChoice,
  server: VirtualServerChoice = {},
): Promise<ComputedCost> {
  const clock = createVirtualClock();
  const habits = { phantomLayersAreFlagged: choice.phantomsFlagged };
  const { fetch, traffic } = createCountedFetch(createVirtualServer(large.state, clock, { ...server, habits }));
  const transport = createTransport({ baseUrl: VIRTUAL_ADDRESS, fetch, clock });
  const store = storeOf({ address: VIRTUAL_ADDRESS, transport, traffic }, clock, choice.reading);
  try {
    const firstResult = await clock.passUntil(finished(store, () => clock.now()));
    checkFound(store.getState(), large, choice);
    return { time: clock.now(), firstResult, ...traffic() };
  } finally {
    store.dispose();
  }
}

const storeOf = (client: LargeClient, clock: Clock, reading: LayerReadingOptions | undefined): OverridesStore =>
  createOverridesStore({
    transport: client.transport,
    clock,
    environment: () => ({ url: client.address }),
    callsMade: () => client.traffic().requests,
    saveFile: () => undefined,
    ...(reading && { reading }),
  });

/** Scans to the end. @returns when the first override was there. */
function finished(store: OverridesStore, now: () => number): Promise<number> {
  let first = NaN;
  return new Promise((resolve, reject) => {
    store.subscribe(() => {
      const { scan, counts } = store.getState();
      if (Number.isNaN(first) && counts.new > 0) first = now();
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
