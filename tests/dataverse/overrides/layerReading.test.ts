import { createTransport } from "../../../SolutionHealth/dataverse/transport";
import {
  type LayerReadingOptions,
  type LayersOutcome,
  readLayers,
} from "../../../SolutionHealth/dataverse/overrides/layerReading";
import { createWorkList } from "../../../SolutionHealth/dataverse/overrides/workList";
import type { ComponentRef } from "../../../SolutionHealth/domain/layers/componentLayer";
import { guidFor } from "../../../sandbox/store/guidFor";
import { createVirtualClock, type VirtualClock } from "../../bench/virtualClock";
import { BASE_URL, failure } from "../fakeServer";
import { createLayerServer, type LayerServer, type LayerServerChoice } from "./layerServer";

const SLOW = { latency: 80, layerLatency: 260, throttle: 1 };

interface Reading {
  readonly components: readonly ComponentRef[];
  readonly outcomes: readonly { readonly id: string; readonly outcome: LayersOutcome; readonly at: number }[];
  readonly server: LayerServer;
  readonly clock: VirtualClock;
  readonly failure?: unknown;
}

/** Reads the layers of so many components. @param whenTold called after each that is told */
async function reading(
  count: number,
  choice: LayerServerChoice,
  options?: LayerReadingOptions,
  whenTold: (told: number, abort: AbortController) => void = () => undefined,
): Promise<Reading> {
  const clock = createVirtualClock();
  const server = createLayerServer(clock, choice);
  const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock });
  const components = Array.from({ length: count }, (_unused, index): ComponentRef => {
    return { id: guidFor("read", index), typeName: "Attribute" };
  });
  const outcomes: { id: string; outcome: LayersOutcome; at: number }[] = [];
  const work = createWorkList<ComponentRef>();
  work.add(components);
  work.end();
  const abort = new AbortController();
  const tell = ({ id }: ComponentRef, outcome: LayersOutcome): void => {
    outcomes.push({ id, outcome, at: clock.now() });
    whenTold(outcomes.length, abort);
  };
  const done = readLayers(work, transport, abort.signal, tell, options);
  const ended: unknown = await clock.passUntil(
    done.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
  return { components, outcomes, server, clock, ...(ended !== undefined && { failure: ended }) };
}

const sorted = (ids: readonly string[]): string[] => [...ids].sort();
const idsOf = (items: readonly { readonly id: string }[]): string[] => sorted(items.map(({ id }) => id));
const readOnes = ({ outcomes }: Reading): string[] =>
  idsOf(outcomes.filter(({ outcome }) => outcome.status === "read"));
const refusals = ({ server }: Reading): number => server.log.filter(({ refused }) => refused).length;

describe("readLayers", () => {
  it("tells each component once, the first after one call", async () => {
    const done = await reading(300, SLOW);
    expect(idsOf(done.outcomes)).toEqual(idsOf(done.components));
    expect(readOnes(done)).toEqual(sorted(done.server.given));
    expect(done.outcomes[0]?.at).toBe(340);
    expect(refusals(done)).toBe(0);
  });

  it("leaves no batch for the end that others with nothing to do would wait for", async () => {
    const { outcomes } = await reading(300, SLOW, { batchSize: 100 });
    const half = outcomes[150]?.at ?? 0;
    expect(outcomes[299]?.at).toBeLessThan(2 * half);
  });

  it("trips no limit of the platform however many there are", async () => {
    const done = await reading(5_000, SLOW);
    expect(readOnes(done)).toHaveLength(5_000);
    expect(refusals(done)).toBe(0);
    expect(Math.max(...done.server.log.map(({ underWay }) => underWay))).toBe(24);
    // At the end of a long one it is down to what the limits allow for ever.
    const late = done.server.log.filter(({ at }) => at > done.clock.now() / 2);
    expect(Math.max(...late.map(({ underWay }) => underWay))).toBeLessThanOrEqual(4);
  });

  it.each([
    ["requests at once", 0.3],
    ["execution time", 0.1],
  ])(
    "loses nothing when the limit of %s is met in the middle, and goes on narrower after the rest",
    async (_name, throttle) => {
      const done = await reading(600, { ...SLOW, throttle });
      expect(refusals(done)).toBeGreaterThan(0);
      expect(readOnes(done)).toEqual(idsOf(done.components));
      expect(sorted(done.server.given)).toEqual(idsOf(done.components));
      const first = done.server.log.findIndex(({ refused }) => refused);
      const burst = done.server.log[first]?.at ?? 0;
      const before = Math.max(...done.server.log.slice(0, first).map(({ underWay }) => underWay));
      // Nothing is sent while the server asks for rest.
      const after = done.server.log.slice(first).filter(({ at }) => at > burst);
      expect(after[0]?.at).toBeGreaterThanOrEqual(burst + 1_000);
      expect(Math.max(...after.map(({ underWay }) => underWay))).toBeLessThanOrEqual(Math.ceil(before / 2) + 1);
    },
  );

  it("tells what the server would not give as failed, and nothing else as read", async () => {
    const answer = (): Response => failure(429, "0x80072321", "", { "Retry-After": "1" });
    const done = await reading(60, { ...SLOW, after: { requests: 30, answer } });
    expect(idsOf(done.outcomes)).toEqual(idsOf(done.components));
    expect(readOnes(done)).toEqual(sorted(done.server.given));
    const failed = done.outcomes.flatMap(({ outcome }) => (outcome.status === "failed" ? [outcome.error.kind] : []));
    expect(failed).toHaveLength(60 - done.server.given.length);
    expect(new Set(failed)).toEqual(new Set(["throttled"]));
  });

  it("stops when the session has ended, having told what was read until then", async () => {
    const done = await reading(600, { ...SLOW, after: { requests: 60, answer: () => failure(401, "") } });
    expect(done.failure).toMatchObject({ kind: "signedOut" });
    expect(idsOf(done.outcomes)).toEqual(sorted(done.server.given));
    // What was under way or in line then, and no more of the 600.
    expect(done.server.log.length).toBeLessThanOrEqual(60 + 24);
  });

  it("sends nothing more after a cancel, and tells only what was read", async () => {
    const done = await reading(600, SLOW, {}, (told, abort) => told === 100 && abort.abort());
    expect(done.failure).toMatchObject({ kind: "cancelled" });
    expect(done.outcomes.every(({ outcome }) => outcome.status === "read")).toBe(true);
    const cancelled = done.outcomes[99]?.at ?? 0;
    expect(done.server.log.every(({ at }) => at <= cancelled)).toBe(true);
  });
});
