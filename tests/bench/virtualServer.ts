import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { answerBatch } from "../../sandbox/server/batch";
import { createContext } from "../../sandbox/server/createContext";
import { faultAnswer } from "../../sandbox/server/faultAnswer";
import { defaultHabits, defaultOptions, type UnconfirmedHabits } from "../../sandbox/server/options";
import { Throttle } from "../../sandbox/server/throttle";
import { WebApi } from "../../sandbox/server/webApi";
import type { WebAnswer, WebRequest } from "../../sandbox/server/webRequest";
import type { EnvironmentState } from "../../sandbox/store/model";
import type { Clock } from "../../SolutionHealth/dataverse/clock";
import type { Fetch } from "../../SolutionHealth/dataverse/exchange";
import { LATENCY, LAYER_LATENCY } from "./latency";

export const VIRTUAL_ADDRESS = "http://127.0.0.1";
const SERVICE = `${VIRTUAL_ADDRESS}/api/data/v9.2/`;
const LAYER_READ = /\bmsdyn_componentlayers\b/;
const PART = /^GET \S+/gm;

export interface VirtualServerChoice {
  readonly habits?: Partial<UnconfirmedHabits>;
  /** Scales the limits of service protection; 1 = the platform's. */
  readonly throttle?: number;
  /** Connections at once: what exceeds them waits on the client's side, as in a browser without HTTP/2. */
  readonly connections?: number;
}

/**
 * The sandbox's Web API with its service protection, in time that passes at once: no machine is too slow for it, and
 * nothing but the waiting takes time.
 * @returns what is to be used in place of `fetch`
 */
export function createVirtualServer(state: EnvironmentState, clock: Clock, choice: VirtualServerChoice = {}): Fetch {
  const options = { ...defaultOptions, clock, habits: { ...defaultHabits, ...choice.habits } };
  const api = new WebApi(createContext(createEnvironment(state), options));
  const throttle = new Throttle(clock, choice.throttle ?? 1);
  const connections = createConnections(choice.connections ?? Infinity);

  return async (url, init) => {
    await connections.take();
    try {
      const web = webRequest(url, init);
      return toResponse(await answer(web, api, throttle, clock));
    } finally {
      connections.give();
    }
  };
}

async function answer(web: WebRequest, api: WebApi, throttle: Throttle, clock: Clock): Promise<WebAnswer> {
  let done: () => void;
  try {
    done = throttle.admit();
  } catch (fault) {
    return faultAnswer(fault, web.headers.prefer);
  }
  await new Promise<void>((resolve) => clock.after(latencyOf(web), resolve));
  done();
  return web.path === "$batch" ? answerBatch(api, web) : api.answer(web);
}

/** Parts of a batch run one after the other, so each costs its time. */
function latencyOf({ path, body }: WebRequest): number {
  const reads = path === "$batch" ? (body.match(PART) ?? []) : [path];
  const layerReads = reads.filter((read) => LAYER_READ.test(read)).length;
  return LATENCY + layerReads * (LAYER_LATENCY - LATENCY);
}

function webRequest(url: string, { method = "GET", headers, body }: RequestInit): WebRequest {
  const [path = "", search = ""] = url.slice(SERVICE.length).split(/\?(.*)/s);
  const named = [...new Headers(headers)].map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method,
    path,
    search,
    headers: Object.fromEntries(named),
    body: typeof body === "string" ? body : "",
    baseUrl: SERVICE,
  };
}

const toResponse = ({ status, headers, body }: WebAnswer): Response => new Response(body, { status, headers });

function createConnections(most: number): { take(): Promise<void>; give(): void } {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    async take() {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else free -= 1;
    },
    give() {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
