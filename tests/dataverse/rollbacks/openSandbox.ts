import { systemClock } from "../../../SolutionHealth/dataverse/clock";
import { createTransport, type Transport } from "../../../SolutionHealth/dataverse/transport";
import type { Environment } from "../../../sandbox/engine/contract";
import { defaultHabits, defaultOptions, type UnconfirmedHabits } from "../../../sandbox/server/options";
import { createServer } from "../../../sandbox/server/server";

/** Waits of seconds take milliseconds; time-outs stay what they are. */
const HASTY = {
  now: () => Date.now(),
  after: (milliseconds: number, run: () => void) =>
    systemClock.after(milliseconds > 60_000 ? milliseconds : milliseconds / 1000, run),
};

/** Comes between the product and the environment. @returns an answer of its own, or nothing to let it through */
export type Intercept = (request: string) => Promise<Response | undefined> | Response | undefined;

export interface OpenSandbox {
  readonly transport: Transport;
  /** Everything sent, single reads of batches too: address, decoded. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The embedded environment's Web API, over HTTP. */
export async function openSandbox(
  environment: Environment,
  { intercept, ...habits }: Partial<UnconfirmedHabits> & { readonly intercept?: Intercept } = {},
): Promise<OpenSandbox> {
  const server = createServer({
    environment,
    options: { ...defaultOptions, jobDuration: 5, habits: { ...defaultHabits, ...habits } },
  });
  const asked: string[] = [];
  const baseUrl = `http://127.0.0.1:${await server.listen(0)}`;
  const transport = createTransport({
    baseUrl,
    clock: HASTY,
    fetch: async (url, init) => {
      const text = typeof init.body === "string" ? init.body : "";
      const parts = [...text.matchAll(/^GET (\S+) HTTP/gm)].map(([, address]) => address ?? "");
      const requests = (parts.length > 0 ? parts : [url]).map(decodeURIComponent);
      asked.push(...requests.map((request) => request.slice(request.indexOf("/v9.2/") + "/v9.2/".length)));
      return (await intercept?.(`${init.method ?? "GET"} ${requests.join("\n")}`)) ?? fetch(url, init);
    },
  });
  return { transport, asked, close: () => server.close() };
}
