import { Throttle, ThrottleFault } from "../../sandbox/server/throttle";
import { componentLayersQuery } from "../../SolutionHealth/dataverse/overrides/retrieveComponentLayers";
import { createTransport } from "../../SolutionHealth/dataverse/transport";
import { guidFor } from "../../sandbox/store/guidFor";
import { LAYER_LATENCY } from "./latency";
import { createVirtualClock, type VirtualClock } from "./virtualClock";

export interface ProtectedReading {
  /** Milliseconds that it would take. */
  readonly time: number;
  /** Answers of service protection. */
  readonly throttled: number;
}

/**
 * How long it takes to read so many layers by single calls when service protection is on: the sandbox's own, met by the
 * product's transport, in time that does not have to be waited for. Nothing but the waiting takes time.
 * @param concurrency calls at once
 */
export async function readProtected(calls: number, concurrency: number): Promise<ProtectedReading> {
  const clock = createVirtualClock();
  const throttle = new Throttle(clock, 1);
  let throttled = 0;
  const transport = createTransport({
    baseUrl: "http://127.0.0.1",
    clock,
    concurrency,
    // A client that gives up would have an incomplete list.
    maxTries: Infinity,
    fetch: async () => {
      const answer = await answerLayers(throttle, clock);
      if (answer.status === 429) throttled += 1;
      return answer;
    },
  });
  const ids = Array.from({ length: calls }, (_unused, index) => guidFor("protected", index));
  const reads = ids.map((id) => transport.get(componentLayersQuery({ id, typeName: "Attribute" })));
  await clock.passUntil(Promise.all(reads));
  return { time: clock.now(), throttled };
}

async function answerLayers(throttle: Throttle, clock: VirtualClock): Promise<Response> {
  let done: () => void;
  try {
    done = throttle.admit();
  } catch (fault) {
    if (!(fault instanceof ThrottleFault)) throw fault;
    const { code, message, retryAfter } = fault;
    const headers = { "Retry-After": String(retryAfter) };
    return new Response(JSON.stringify({ error: { code, message } }), { status: 429, headers });
  }
  await new Promise<void>((resolve) => clock.after(LAYER_LATENCY, resolve));
  done();
  return new Response('{"value":[]}', { status: 200 });
}
