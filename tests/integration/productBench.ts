import { type Clock, systemClock } from "../../SolutionHealth/dataverse/clock";
import { createStores, type Stores } from "../../SolutionHealth/state/stores";
import type { Environment } from "../../sandbox/engine/contract";
import {
  defaultHabits,
  defaultOptions,
  type ServerOptions,
  type UnconfirmedHabits,
} from "../../sandbox/server/options";
import { createServer } from "../../sandbox/server/server";

/** Waits are shortened; time-outs stay what they are. @param times shorter */
export const hastyClock = (times: number): Clock => ({
  now: () => Date.now(),
  after: (milliseconds, run) => systemClock.after(milliseconds > 60_000 ? milliseconds : milliseconds / times, run),
});

/**
 * Comes between the product and the environment. @param request method, address and body, decoded
 * @returns an answer of its own, or nothing to let the request through
 */
export type Intercept = (
  request: string,
  send: () => Promise<Response>,
) => Promise<Response | undefined> | Response | undefined;

export interface ProductOptions extends Partial<Omit<ServerOptions, "habits">> {
  readonly habits?: Partial<UnconfirmedHabits>;
  readonly intercept?: Intercept;
  /** How many times shorter waits are, 100 unless told. */
  readonly haste?: number;
}

export interface ProductBench {
  readonly stores: Stores;
  readonly server: ReturnType<typeof createServer>;
  /** Everything sent: method, address and body, decoded. */
  readonly asked: readonly string[];
  readonly saved: { readonly name: string; readonly content: string }[];
  close(): Promise<void>;
}

/** The product's own stores, over HTTP, on an embedded environment. */
export async function openProduct(environment: Environment, options: ProductOptions = {}): Promise<ProductBench> {
  const { intercept, habits, haste = 100, ...serverOptions } = options;
  const asked: string[] = [];
  const saved: ProductBench["saved"] = [];
  const server = createServer({
    environment,
    options: { ...defaultOptions, jobDuration: 5, ...serverOptions, habits: { ...defaultHabits, ...habits } },
  });
  const port = await server.listen(0);
  const stores = createStores({
    clientUrl: `http://127.0.0.1:${port}`,
    fetch: async (url, init) => {
      const text = typeof init.body === "string" ? init.body : "";
      const request = decodeURIComponent(`${init.method ?? "GET"} ${url} ${text}`);
      asked.push(request);
      return (await intercept?.(request, () => fetch(url, init))) ?? fetch(url, init);
    },
    clock: hastyClock(haste),
    saveFile: (name, content) => saved.push({ name, content }),
  });
  return {
    stores,
    server,
    asked,
    saved,
    close: async () => {
      stores.plan.dispose();
      stores.memory.dispose();
      stores.dependents.dispose();
      stores.rollback.dispose();
      stores.jobs.dispose();
      stores.overrides.dispose();
      stores.store.dispose();
      await server.close();
    },
  };
}

/** Waits until the state of a store is as told. */
export function until<S>(
  store: { getState(): S; subscribe(listener: () => void): () => void },
  what: (state: S) => boolean,
): Promise<S> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = store.getState();
      if (!what(state)) return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}
