import type { Clock } from "../../dataverse/clock";
import type { LayerReadingOptions } from "../../dataverse/overrides/layerReading";
import type { Transport } from "../../dataverse/transport";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import type { AcceptedStorage } from "./model";

/** What the overrides store needs from outside. */
export interface OverridesPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** The environment as far as it is known by now; asked each time. */
  readonly environment: () => KnownEnvironment;
  /** Solutions that the page has read already; undefined before: they are then read where their versions are shown. */
  readonly solutions?: () => readonly InstalledSolution[] | undefined;
  /** Requests made so far over the transport; what a scan cost is the difference. */
  readonly callsMade: () => number;
  /** Hands a file to the person. */
  readonly saveFile: (name: string, content: string, mediaType: string) => void;
  /** Where accepted overrides are kept; in memory unless told. */
  readonly storage?: AcceptedStorage;
  readonly reading?: LayerReadingOptions;
}

export interface KnownEnvironment {
  readonly url: string;
  readonly organizationId?: Guid;
  readonly name?: string;
}
