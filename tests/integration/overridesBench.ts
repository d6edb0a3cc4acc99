import { systemClock } from "../../SolutionHealth/dataverse/clock";
import type { OverridesState, OverridesStore } from "../../SolutionHealth/state/overrides/model";
import { createStores } from "../../SolutionHealth/state/stores";
import {
  defaultHabits,
  defaultOptions,
  type ServerOptions,
  type UnconfirmedHabits,
} from "../../sandbox/server/options";
import { createServer } from "../../sandbox/server/server";
import type { Environment } from "../../sandbox/engine/contract";

/** Waits of seconds take milliseconds; time-outs stay what they are. */
const HASTY = {
  now: () => Date.now(),
  after: (milliseconds: number, run: () => void) =>
    systemClock.after(milliseconds > 60_000 ? milliseconds : milliseconds / 100, run),
};

/**
 * Comes between the product and the environment. @param request method, address and body, decoded
 * @returns an answer of its own, or nothing to let the request through
 */
export type Intercept = (
  request: string,
  send: () => Promise<Response>,
) => Promise<Response | undefined> | Response | undefined;

export interface OverridesBench {
  readonly store: OverridesStore;
  /** Everything sent: method, address and body, decoded. */
  readonly asked: readonly string[];
  readonly saved: { readonly name: string; readonly content: string }[];
  /** Waits until the state is as told. */
  until(what: (state: OverridesState) => boolean): Promise<OverridesState>;
  close(): Promise<void>;
}

/** The product's own store, over HTTP, on an embedded environment. */
export async function openOverrides(
  environment: Environment,
  habits: Partial<UnconfirmedHabits> = {},
  options: Partial<ServerOptions> & { readonly intercept?: Intercept } = {},
): Promise<OverridesBench> {
  const { intercept, ...serverOptions } = options;
  const asked: string[] = [];
  const server = createServer({
    environment,
    options: { ...defaultOptions, jobDuration: 5, ...serverOptions, habits: { ...defaultHabits, ...habits } },
  });
  const port = await server.listen(0);
  const saved: OverridesBench["saved"] = [];
  const { store: app, overrides } = createStores({
    clientUrl: `http://127.0.0.1:${port}`,
    fetch: async (url, init) => {
      const text = typeof init.body === "string" ? init.body : "";
      const request = decodeURIComponent(`${init.method ?? "GET"} ${url} ${text}`);
      asked.push(request);
      return (await intercept?.(request, () => fetch(url, init))) ?? fetch(url, init);
    },
    clock: HASTY,
    saveFile: (name, content) => saved.push({ name, content }),
  });
  return {
    store: overrides,
    saved,
    asked,
    until: (what) =>
      new Promise((resolve) => {
        const look = (): void => {
          const state = overrides.getState();
          if (!what(state)) return;
          unsubscribe();
          resolve(state);
        };
        const unsubscribe = overrides.subscribe(look);
        look();
      }),
    close: async () => {
      overrides.dispose();
      app.dispose();
      await server.close();
    },
  };
}

export const isDone = ({ scan }: OverridesState): boolean => scan.status !== "running" && scan.status !== "idle";
