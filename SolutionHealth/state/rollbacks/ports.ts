import type { Clock } from "../../dataverse/clock";
import type { Transport } from "../../dataverse/transport";
import type { JobsStore } from "../jobs/model";

/** What taking solutions back needs from outside. */
export interface RollbackPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly jobs: Pick<JobsStore, "getState" | "subscribe" | "uninstall">;
  /** Requests made so far over the transport; what a preview cost is the difference. */
  readonly callsMade: () => number;
  /** Hands a file to the person. */
  readonly saveFile: (name: string, content: string, mediaType: string) => void;
}
