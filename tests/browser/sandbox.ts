import { join, resolve } from "node:path";
import { test as base, type Page } from "@playwright/test";
import type { Environment } from "../../sandbox/engine/contract";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { emptyState } from "../../sandbox/engine/emptyState";
import { controlFromEnvironment, controlFromFolder } from "../../sandbox/host/controlFiles";
import { createHost } from "../../sandbox/host/host";
import type { ForeignLock } from "../../sandbox/server/foreignLock";
import { defaultOptions, type ServerOptions } from "../../sandbox/server/options";
import { createServer } from "../../sandbox/server/server";
import { signedInUser } from "../../sandbox/server/user";
import { fallIll } from "../../sandbox/start/ailments/fallIll";
import { DEMO_PHANTOM_SHARE, fillWithDemo } from "../../sandbox/start/demo";
import { demoRows } from "../../sandbox/start/demoRows";
import { installProduct } from "../../sandbox/start/product";
import { copyOf } from "../../sandbox/store/stateFile";
import type { EnvironmentState } from "../../sandbox/store/model";

export const root = resolve(__dirname, "..", "..");
const controlFolder = join(root, "out", "controls", "SolutionHealth");

/** A sandbox of one test: its environment to look into, and a page opened on it. */
export interface Sandbox {
  readonly environment: Environment;
  readonly address: string;
  /** Lets somebody else's operation hold the customization lock. @returns a function that ends it */
  hold(lock: ForeignLock): () => void;
  /**
   * Opens the control.
   * @param query options of the host page, e.g. `theme=dark`
   * @param place in the product, as its address keeps it; "" = where it lands by itself
   */
  open(page: Page, query?: string, place?: string): Promise<void>;
}

export interface SandboxChoice {
  /** "ailing": the demo as `npm start` opens it, with something wrong for every rule of health. */
  readonly content: "demo" | "ailing" | "empty";
  readonly options?: Partial<ServerOptions>;
  /** Changes the environment before it is served. */
  readonly arrange?: (environment: Environment) => void | Promise<void>;
}

const built: { demo?: Promise<EnvironmentState>; ailing?: Promise<EnvironmentState> } = {};

/** The demo environment is packed and imported once a worker; each test works on a copy. */
async function stateOf(content: SandboxChoice["content"]): Promise<EnvironmentState> {
  if (content === "empty") return emptyState({ friendlyName: "Contoso Sandbox" });
  return copyOf(await (built[content] ??= buildDemo(content === "ailing")));
}

async function buildDemo(ailing: boolean): Promise<EnvironmentState> {
  let clock = (): Date => new Date();
  const setClock = (now: () => Date): void => {
    clock = now;
  };
  const environment = createEnvironment(emptyState({ friendlyName: "Contoso Sandbox" }), {
    now: () => clock(),
    phantomShare: DEMO_PHANTOM_SHARE,
    rowsPerTable: demoRows,
  });
  await fillWithDemo(environment, root, setClock);
  clock = () => new Date();
  await installProduct(environment, root);
  return ailing ? fallIll(environment, root, setClock) : copyOf(environment.state);
}

export async function startSandbox(choice: SandboxChoice): Promise<Sandbox & { close(): Promise<void> }> {
  const environment = createEnvironment(await stateOf(choice.content), { rowsPerTable: demoRows });
  await choice.arrange?.(environment);
  const options = { ...defaultOptions, jobDuration: 200, ...choice.options };
  const server = createServer({
    environment,
    options,
    host: createHost({
      environment,
      userId: signedInUser(environment.state, options.user).id,
      control: (name) => controlFromEnvironment(environment, name) ?? controlFromFolder(controlFolder),
    }),
  });
  const address = `http://127.0.0.1:${await server.listen(0)}`;
  return {
    environment,
    address,
    open: async (page, query = "", place = "solutions") => {
      const url = new URL("/main.aspx?pagetype=control&controlName=shl_SolutionHealth.SolutionHealth", address);
      for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
      if (place !== "") url.hash = `sh=${place}`;
      await page.goto(url.href);
    },
    hold: (lock) => server.hold(lock),
    close: () => server.close(),
  };
}

/** `test` with a sandbox of its own; `test.use({ choice: … })` changes what it holds. */
export const test = base.extend<{ choice: SandboxChoice; sandbox: Sandbox; consoleErrors: string[] }>({
  choice: [{ content: "demo" }, { option: true }],
  sandbox: async ({ choice }, use) => {
    const sandbox = await startSandbox(choice);
    await use(sandbox);
    await sandbox.close();
  },
  // Every test also proves that nothing was thrown and that the strict content security policy blocked nothing.
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        const text = message.text();
        // The browser itself writes a line for each answer that is an error; those are what some tests are about.
        if (message.type() === "error" && !text.startsWith("Failed to load resource")) errors.push(text);
      });
      await use(errors);
      if (errors.length > 0) throw new Error(`The page wrote errors:\n${errors.join("\n")}`);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
