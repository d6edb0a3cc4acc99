import type { Caller, Environment } from "../engine/contract";
import type { StoredUser } from "../store/model";
import type { JobRunner } from "./jobs";
import type { RecordCounts } from "./recordCounts";
import type { ServerOptions } from "./options";
import type { StateIndex } from "./stateIndex";

/** What tables and messages work on. */
export interface ServerContext {
  readonly environment: Environment;
  readonly options: ServerOptions;
  readonly user: StoredUser;
  readonly index: StateIndex;
  readonly jobs: JobRunner;
  readonly recordCounts: RecordCounts;
  /** A caller for one synchronous request. */
  readonly caller: () => Caller;
}
