import { join } from "node:path";
import type { HealthReport } from "../../SolutionHealth/domain/health/healthReport";
import { health } from "../../Solutions/pipeline/verbs/health";
import type { Environment } from "../../sandbox/engine/contract";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { emptyState } from "../../sandbox/engine/emptyState";
import { defaultOptions } from "../../sandbox/server/options";
import { createServer } from "../../sandbox/server/server";
import { fallIll } from "../../sandbox/start/ailments/fallIll";
import { fillWithDemo, DEMO_PHANTOM_SHARE } from "../../sandbox/start/demo";
import { demoRows } from "../../sandbox/start/demoRows";
import { callerOf, importRequest } from "../../sandbox/start/environment";
import { fakeOutside } from "../pipeline/fakes/fakeOutside";
import { productZip } from "./memoryBench";

export const root = join(__dirname, "..", "..");

/** The ailing demo, as `npm start` opens it, with a stand-in for the built control. */
export async function ailingDemo(): Promise<Environment> {
  let clock = (): Date => new Date();
  const setClock = (now: () => Date): void => {
    clock = now;
  };
  const options = { now: () => clock(), phantomShare: DEMO_PHANTOM_SHARE, rowsPerTable: demoRows };
  const environment = createEnvironment(emptyState({ friendlyName: "Contoso Sandbox" }), options);
  await fillWithDemo(environment, root, setClock);
  setClock(() => new Date());
  environment.importSolution(importRequest(await productZip("1.0.0.0")), callerOf(environment.state));
  return createEnvironment(fallIll(environment, root, setClock), options);
}

/** What all rules say of it, over the real Web API, deep parts too. */
export async function judged(environment: Environment): Promise<HealthReport> {
  const server = createServer({ environment, options: defaultOptions });
  try {
    const port = await server.listen(0);
    const outside = fakeOutside({ fetch: globalThis.fetch });
    const { report } = await health({ environment: `http://127.0.0.1:${port}`, deep: true }, outside);
    return report;
  } finally {
    await server.close();
  }
}
