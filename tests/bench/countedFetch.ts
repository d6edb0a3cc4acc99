import type { Fetch } from "../../SolutionHealth/dataverse/exchange";

/** What went over the wire. */
export interface Traffic {
  /** Requests, each try counted; a batch is one. */
  readonly requests: number;
  /** Reads, by themselves or as parts of a batch. */
  readonly reads: number;
  /** Reads of layers, by themselves or as parts of a batch: the work of the server, which batching does not save. */
  readonly layerReads: number;
  /** Answers of service protection. */
  readonly throttled: number;
  /** Requests under way at the same time, at most. */
  readonly atOnce: number;
}

export interface CountedFetch {
  readonly fetch: Fetch;
  traffic(): Traffic;
}

const LAYER_READ = /msdyn_componentlayers\b/g;
const PART = /^GET /gm;

/** Sends as the given `fetch` does, and counts. */
export function createCountedFetch(send: Fetch): CountedFetch {
  let requests = 0;
  let reads = 0;
  let layerReads = 0;
  let throttled = 0;
  let underWay = 0;
  let atOnce = 0;
  return {
    async fetch(url, init) {
      requests += 1;
      underWay += 1;
      atOnce = Math.max(atOnce, underWay);
      const body = typeof init.body === "string" ? init.body : "";
      reads += url.endsWith("$batch") ? (body.match(PART)?.length ?? 0) : 1;
      layerReads += [url, body].join(" ").match(LAYER_READ)?.length ?? 0;
      try {
        const response = await send(url, init);
        if (response.status === 429) throttled += 1;
        return response;
      } finally {
        underWay -= 1;
      }
    },
    traffic: () => ({ requests, reads, layerReads, throttled, atOnce }),
  };
}
