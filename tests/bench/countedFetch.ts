import type { Fetch } from "../../SolutionHealth/dataverse/exchange";

/** What went over the wire. */
export interface Traffic {
  /** Requests, each try counted; a batch is one. */
  readonly requests: number;
  /** Reads of layers, by themselves or as parts of a batch: the work of the server, which batching does not save. */
  readonly layerReads: number;
  /** Answers of service protection. */
  readonly throttled: number;
}

export interface CountedFetch {
  readonly fetch: Fetch;
  traffic(): Traffic;
}

const LAYER_READ = /msdyn_componentlayers\b/g;

/** Sends as the given `fetch` does, and counts. */
export function createCountedFetch(send: Fetch): CountedFetch {
  let requests = 0;
  let layerReads = 0;
  let throttled = 0;
  return {
    async fetch(url, init) {
      requests += 1;
      const { body } = init;
      layerReads += [url, typeof body === "string" ? body : ""].join(" ").match(LAYER_READ)?.length ?? 0;
      const response = await send(url, init);
      if (response.status === 429) throttled += 1;
      return response;
    },
    traffic: () => ({ requests, layerReads, throttled }),
  };
}
