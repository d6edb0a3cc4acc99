import { Throttle, ThrottleFault } from "../../../sandbox/server/throttle";
import type { Fetch } from "../../../SolutionHealth/dataverse/exchange";
import type { VirtualClock } from "../../bench/virtualClock";
import { failure, json } from "../fakeServer";

export interface LayerServerChoice {
  /** Milliseconds of a request, and of each read of layers in it. */
  readonly latency: number;
  readonly layerLatency: number;
  /** Scales the limits of the sandbox's own service protection; 1 = the platform's. */
  readonly throttle: number;
  /** What is answered once so many requests have been let in. */
  readonly after?: { readonly requests: number; readonly answer: () => Response };
}

export interface LayerServer {
  readonly fetch: Fetch;
  /** Ids of components whose layers it has given, in the order it did. */
  readonly given: string[];
  /** When requests came in, and how many were under way then, each with itself. */
  readonly log: { readonly at: number; readonly underWay: number; readonly refused: boolean }[];
}

const READ = /msdyn_componentid%20eq%20'([^']+)'/g;
const LAYER = { msdyn_solutionname: "Base", msdyn_order: 1, msdyn_componentjson: "{}", msdyn_changes: "{}" };

/** A server that knows nothing but layers: each component has one. */
export function createLayerServer(clock: VirtualClock, choice: LayerServerChoice): LayerServer {
  const throttle = new Throttle(clock, choice.throttle);
  const given: string[] = [];
  const log: LayerServer["log"] = [];
  let underWay = 0;

  async function serve(ids: readonly string[], isBatch: boolean): Promise<Response> {
    let done: () => void;
    try {
      done = throttle.admit();
    } catch (fault) {
      if (!(fault instanceof ThrottleFault)) throw fault;
      log.push({ at: clock.now(), underWay, refused: true });
      return failure(429, fault.code, fault.message, { "Retry-After": String(fault.retryAfter) });
    }
    log.push({ at: clock.now(), underWay, refused: false });
    if (choice.after && log.length > choice.after.requests) {
      done();
      return choice.after.answer();
    }
    await new Promise<void>((resolve) => clock.after(choice.latency + ids.length * choice.layerLatency, resolve));
    done();
    given.push(...ids);
    return isBatch ? batchOf(ids.length) : json({ value: [LAYER] });
  }

  return {
    given,
    log,
    async fetch(url, { body }) {
      const isBatch = url.endsWith("$batch");
      const text = isBatch && typeof body === "string" ? body : url;
      underWay += 1;
      try {
        return await serve(
          [...text.matchAll(READ)].map(([, id = ""]) => id),
          isBatch,
        );
      } finally {
        underWay -= 1;
      }
    },
  };
}

function batchOf(parts: number): Response {
  const part = `--x\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ value: [LAYER] })}\r\n`;
  return new Response(`${part.repeat(parts)}--x--\r\n`, { headers: { "Content-Type": "multipart/mixed; boundary=x" } });
}
