import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { defaultHabits } from "../../sandbox/server/options";
import { createServer } from "../../sandbox/server/server";
import { type Transport, createTransport } from "../../SolutionHealth/dataverse/transport";
import { systemClock } from "../../SolutionHealth/dataverse/clock";
import { type Traffic, createCountedFetch } from "./countedFetch";
import type { LargeEnvironment } from "./largeEnvironment";
import { LATENCY, LAYER_LATENCY } from "./latency";

/** A client of a fresh server: what earlier work has asked for counts against nobody. */
export interface LargeClient {
  readonly address: string;
  readonly transport: Transport;
  traffic(): Traffic;
}

export interface LargeServerChoice {
  readonly phantomsFlagged: boolean;
  /** Requests of the page's lane at once; as the product has it unless told. */
  readonly concurrency?: number;
}

/** Serves the environment with the platform's service protection on, gives the work a client, and closes it all. */
export async function withLargeServer<T>(
  { state }: LargeEnvironment,
  { phantomsFlagged, concurrency }: LargeServerChoice,
  work: (client: LargeClient) => Promise<T>,
): Promise<T> {
  const server = createServer({
    environment: createEnvironment(state),
    options: {
      latency: LATENCY,
      layerLatency: LAYER_LATENCY - LATENCY,
      throttle: 1,
      habits: { ...defaultHabits, phantomLayersAreFlagged: phantomsFlagged },
    },
  });
  const address = `http://127.0.0.1:${String(await server.listen(0))}`;
  const counted = createCountedFetch((url, init) => fetch(url, init));
  const transport = createTransport({
    baseUrl: address,
    fetch: counted.fetch,
    clock: systemClock,
    ...(concurrency !== undefined && { concurrency }),
  });
  try {
    return await work({ address, transport, traffic: counted.traffic });
  } finally {
    await server.close();
  }
}
