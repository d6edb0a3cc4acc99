import type { Clock } from "../../dataverse/clock";
import type { Transport } from "../../dataverse/transport";
import type { TrackedJob } from "./model";

/** What following jobs needs from outside. */
export interface JobsPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Told when a job has ended, however: what is installed may have changed. */
  readonly onEnded: (job: TrackedJob) => void;
}
