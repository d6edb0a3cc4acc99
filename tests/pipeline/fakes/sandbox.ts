import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { emptyState } from "../../../sandbox/engine/emptyState";
import type { Environment } from "../../../sandbox/engine/contract";
import { createServer } from "../../../sandbox/server/server";

export interface RunningSandbox {
  readonly environment: Environment;
  /** Address on the loopback interface. */
  readonly url: string;
  close(): Promise<void>;
}

/** An empty sandbox, listening on a free port. */
export async function startSandbox(): Promise<RunningSandbox> {
  const environment = createEnvironment(emptyState({ friendlyName: "Pipeline test" }));
  const server = createServer({ environment, options: { jobDuration: 40 } });
  const port = await server.listen(0);
  return { environment, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
