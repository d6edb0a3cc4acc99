import type { Clock } from "../../dataverse/clock";
import type { Transport } from "../../dataverse/transport";
import type { Guid } from "../../domain/model/guid";
import type { TrackedJob } from "./model";

/** What following jobs needs from outside. */
export interface JobsPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** The signed-in user: tells apart whose a job is. @throws DataverseError */
  readonly userId: (signal: AbortSignal) => Promise<Guid>;
  /** Told when a job has ended, however: what is installed may have changed. */
  readonly onEnded: (job: TrackedJob) => void;
}
