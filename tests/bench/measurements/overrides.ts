import { type EveryComponentCost, measureEveryComponent } from "../everyComponent";
import { largeEnvironment, largeSizes, type LargeEnvironment } from "../largeEnvironment";
import { LATENCY, LAYER_LATENCY } from "../latency";
import { atMost, type Figure, type Findings, type Measurement } from "../measurement";
import { type ComputedCost, computeScan, measureScan, type ScanChoice, type ScanCost } from "../overrideScans";
import { type ProtectedReading, readProtected } from "../protectedReading";
import type { VirtualServerChoice } from "../virtualServer";

/** Components read one by one: reading all of them would take minutes. */
const SAMPLE = 600;
const TOOLS_AT_ONCE = 20;
const MB = 1_000_000;
/** Percent of the calls, and of the time, of reading every component. */
const AIM = atMost(6);
/** Fewer than service protection allows. */
const BELOW_THE_LIMIT = atMost(51);

interface NamedScan {
  readonly name: string;
  readonly choice: ScanChoice;
  readonly server?: VirtualServerChoice;
}

/** As the product has it. */
const SCANS: readonly NamedScan[] = [
  { name: "scan as shipped", choice: { phantomsFlagged: true } },
  { name: "scan as shipped, phantoms not flagged", choice: { phantomsFlagged: false } },
];

/** What else the product could do, or may meet: computed only. */
const VARIANTS: readonly NamedScan[] = [
  { name: "scan without batches", choice: { phantomsFlagged: true, reading: { batchSize: 1 } } },
  { name: "scan in batches of 8", choice: { phantomsFlagged: true, reading: { batchSize: 8 } } },
  { name: "scan 4 at once", choice: { phantomsFlagged: true, reading: { concurrency: 4 } } },
  {
    name: "scan as shipped, over 6 connections",
    choice: { phantomsFlagged: true },
    server: { connections: 6 },
  },
];

/** The product's scan for overrides beside the way of today's tools, which read the layers of every component. */
export const overrides: Measurement = {
  name: "overrides",
  title:
    `Overrides among ${largeSizes.components.toLocaleString("en-US")} components of ${largeSizes.solutions} ` +
    `solutions at ${LATENCY} ms a call, ${LAYER_LATENCY} ms a layer call`,
  measure: () => compare(largeEnvironment()),
};

/** All that reading every component costs. */
interface Everything {
  readonly requests: number;
  readonly layerReads: number;
  readonly time: number;
  /** Milliseconds that the answers alone take, on a machine that needs none. */
  readonly latency: number;
  readonly protectedBy: ProtectedReading;
}

async function compare(large: LargeEnvironment): Promise<Findings> {
  const scans: { readonly name: string; readonly measured: ScanCost; readonly computed: ComputedCost }[] = [];
  for (const { name, choice } of SCANS) {
    // Computed first: by then everything has been compiled, which a browser would have done as well.
    const computed = await computeScan(large, choice);
    scans.push({ name, computed, measured: await measureScan(large, choice) });
  }
  const variants: { readonly name: string; readonly computed: ComputedCost }[] = [];
  for (const { name, choice, server } of VARIANTS) {
    variants.push({ name, computed: await computeScan(large, choice, server) });
  }
  // Last, when everything has been compiled: what it is compared with must not look slow.
  const sample = await measureEveryComponent(large, SAMPLE);
  const everything = await extrapolate(sample);
  const figures = [
    ...everythingFigures(sample, everything),
    ...scans.flatMap(({ name, measured, computed }) => scanFigures(name, measured, computed, everything)),
    ...variants.flatMap(({ name, computed }) => variantFigures(name, computed, everything)),
  ];
  return { figures, notes: notesOn(large) };
}

/** Calls are certain, since each component costs one; time is that of the sample, times as many. */
async function extrapolate({ components, sample, listing, time }: EveryComponentCost): Promise<Everything> {
  return {
    requests: listing.requests + components,
    layerReads: components,
    time: listing.time + ((time - listing.time) * components) / sample,
    latency: Math.ceil(components / TOOLS_AT_ONCE) * LAYER_LATENCY,
    protectedBy: await readProtected(components, TOOLS_AT_ONCE),
  };
}

function everythingFigures(sample: EveryComponentCost, everything: Everything): Figure[] {
  const { protectedBy } = everything;
  return [
    { name: `every component, ${TOOLS_AT_ONCE} at once: requests`, value: everything.requests, unit: "requests" },
    { name: `  time of ${sample.sample} components`, value: sample.time, unit: "ms", runs: 1 },
    { name: "  time, extrapolated", value: everything.time, unit: "ms" },
    { name: "  time of the answers alone, computed", value: everything.latency, unit: "ms" },
    { name: "  time with service protection, computed", value: protectedBy.time, unit: "ms" },
    { name: "  answers 429 of all, computed", value: protectedBy.throttled, unit: "requests" },
    { name: "  until the first Active layer", value: sample.firstResult, unit: "ms", runs: 1 },
    { name: `  heap of ${sample.sample} components, at most`, value: sample.heap / MB, unit: "MB", runs: 1 },
  ];
}

const share = (part: number, whole: number): number => (100 * part) / whole;

function scanFigures(name: string, measured: ScanCost, computed: ComputedCost, everything: Everything): Figure[] {
  const { requests, layerReads, time, latency, protectedBy } = everything;
  return [
    { name: `${name}: requests`, value: measured.requests, unit: "requests", runs: 1 },
    { name: "  reads, parts of batches counted", value: measured.reads, unit: "requests", runs: 1 },
    { name: "  layers read", value: measured.layerReads, unit: "components", runs: 1 },
    { name: "  under way at once, at most", value: measured.atOnce, unit: "requests", aim: BELOW_THE_LIMIT, runs: 1 },
    { name: "  answers 429", value: measured.throttled, unit: "requests", aim: atMost(0), runs: 1 },
    { name: "  time", value: measured.time, unit: "ms", runs: 1 },
    { name: "  time of the answers alone, computed", value: computed.time, unit: "ms" },
    { name: "  until the first override", value: measured.firstResult, unit: "ms", runs: 1 },
    { name: "  the same, of the answers alone", value: computed.firstResult, unit: "ms" },
    { name: "  heap, at most", value: measured.heap / MB, unit: "MB", runs: 1 },
    { name: "  share of the requests", value: share(measured.requests, requests), unit: "%", aim: AIM },
    { name: "  share of the layers read", value: share(measured.layerReads, layerReads), unit: "%", aim: AIM },
    { name: "  share of the time, extrapolated", value: share(measured.time, time), unit: "%", aim: AIM },
    { name: "  share of the time of the answers alone", value: share(computed.time, latency), unit: "%", aim: AIM },
    {
      name: "  share of the time with service protection",
      value: share(computed.time, protectedBy.time),
      unit: "%",
      aim: AIM,
    },
  ];
}

function variantFigures(name: string, computed: ComputedCost, { latency }: Everything): Figure[] {
  return [
    { name: `${name}, computed: requests`, value: computed.requests, unit: "requests" },
    { name: "  under way at once, at most", value: computed.atOnce, unit: "requests", aim: BELOW_THE_LIMIT },
    { name: "  answers 429", value: computed.throttled, unit: "requests", aim: atMost(0) },
    { name: "  time of the answers alone", value: computed.time, unit: "ms" },
    { name: "  until the first override", value: computed.firstResult, unit: "ms" },
    { name: "  share of the time of the answers alone", value: share(computed.time, latency), unit: "%" },
  ];
}

const notesOn = ({ realOverrides, stateOnly, phantoms }: LargeEnvironment): string[] => [
  `There are ${realOverrides.length} real overrides, ${stateOnly.length} of state only, ${phantoms.length} phantoms; each ` +
    "scan has found exactly these, or the measurement fails.",
  "All in one process with the server, whose service protection is on as on the platform; heap is that of both.",
  `Every component: the first ${SAMPLE} listed are read; the time of all is extrapolated from them and takes no service ` +
    "protection into account. A busy machine makes it longer, never shorter than the answers alone.",
  "Computed: the product's own code against the same server and the same service protection, in time that only " +
    "waiting takes, so that answers alone are compared with answers alone on whatever machine.",
];
