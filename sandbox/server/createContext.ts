import { randomUUID } from "node:crypto";
import type { Environment } from "../engine/contract";
import type { ServerContext } from "./context";
import { JobRunner } from "./jobs";
import { RecordCounts } from "./recordCounts";
import type { ServerOptions } from "./options";
import { StateIndex } from "./stateIndex";
import { signedInUser } from "./user";

/** Puts together what tables and messages work on. @throws Error when the environment has no administrator. */
export function createContext(environment: Environment, options: ServerOptions): ServerContext {
  const user = signedInUser(environment.state, options.user);
  return {
    environment,
    options,
    user,
    index: new StateIndex(environment),
    jobs: new JobRunner(environment, user, options),
    recordCounts: new RecordCounts(environment.state, options),
    caller: () => ({ userId: user.id, activityId: randomUUID(), correlationId: randomUUID() }),
  };
}
