import { join, resolve } from "node:path";
import { createHost } from "../host/host";
import { controlFromEnvironment, controlFromFolder } from "../host/controlFiles";
import { defaultOptions } from "../server/options";
import { createServer } from "../server/server";
import { signedInUser } from "../server/user";
import type { Environment } from "../engine/contract";
import type { EnvironmentState } from "../store/model";
import { fallIll } from "./ailments/fallIll";
import { Healer } from "./ailments/healer";
import { listenForHealing } from "./ailments/healCommand";
import { buildControlIfNeeded } from "./buildControl";
import { CommandLineError, readCommandLine, usage, type StartOptions } from "./commandLine";
import { DEMO_PHANTOM_SHARE, fillWithDemo } from "./demo";
import { importFile, keepSaved, openEnvironment } from "./environment";
import { listenNear } from "./listen";
import { openBrowser } from "./openBrowser";
import { installProduct } from "./product";

const root = resolve(__dirname, "..", "..");

/** What somebody else imports while the environment is to be busy. */
const foreignImport = {
  lockName: "Import",
  history: { operation: "import", uniqueName: "HarbourMoorings", version: "2.3.0.0", publisherName: "Harbour Office" },
} as const;

async function start(options: StartOptions): Promise<void> {
  buildControlIfNeeded(root);
  const environment = await open(options);
  const server = createServer({
    environment,
    options: {
      ...defaultOptions,
      latency: options.latency,
      user: options.user,
      ...(options.jobDuration === undefined ? {} : { jobDuration: options.jobDuration }),
      ...(options.throttle ? { throttle: 1 } : {}),
    },
    host: hostOf(environment, options.user),
  });
  const port = await listenNear(server, options.port);
  if (options.busy > 0) server.hold({ ...foreignImport, duration: options.busy });
  const address = `http://127.0.0.1:${port}/`;
  console.log(`Solution Health runs in a sandbox at ${address}`);
  console.log("Nothing in it is real. Press Ctrl+C to end it.");
  listenForHealing(new Healer(environment, root), process.stdin, (line) => console.log(line));
  if (options.open && !process.env.CI) openBrowser(address);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

async function open(options: StartOptions): Promise<Environment> {
  let clock = (): Date => new Date();
  const setClock = (now: () => Date): void => {
    clock = now;
  };
  const environment = await openEnvironment(
    options.state,
    { fill: async (fresh) => (options.empty ? undefined : firstContent(fresh, options, setClock)) },
    { now: () => clock(), phantomShare: DEMO_PHANTOM_SHARE },
  );
  if (!options.empty) await installProduct(environment, root);
  for (const file of options.imports) importFile(environment, file);
  if (options.state !== undefined) keepSaved(environment, options.state);
  return environment;
}

/** The demo solutions and this product; ailing, unless it is to be well. */
async function firstContent(
  environment: Environment,
  { well }: StartOptions,
  setClock: (now: () => Date) => void,
): Promise<EnvironmentState | undefined> {
  await fillWithDemo(environment, root, setClock);
  setClock(() => new Date());
  if (well) return undefined;
  await installProduct(environment, root);
  return fallIll(environment, root, setClock);
}

function hostOf(environment: Environment, role: StartOptions["user"]) {
  const built = controlFromFolder(join(root, "out", "controls", "SolutionHealth"));
  return createHost({
    environment,
    userId: signedInUser(environment.state, role).id,
    control: (name) => controlFromEnvironment(environment, name) ?? built,
  });
}

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) console.log(usage);
  else start(options).catch(fail);
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof CommandLineError ? 2 : 1);
}
