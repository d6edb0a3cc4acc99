import type { Clock } from "../../dataverse/clock";
import type { Transport } from "../../dataverse/transport";
import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";
import type { Guid } from "../../domain/model/guid";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type { PartialFacts, ReleaseFacts } from "../../domain/releases/releaseFacts";
import type { LookedAt } from "../../domain/releases/compareRelease";
import type { ComponentRelease, ReleasePreview } from "../../domain/releases/releasePreview";
import type { ReleaseReadingStage } from "../../domain/releases/releaseStage";
import type { StoredFile } from "../../package/reading/fileSource";
import type { JobsStore } from "../jobs/model";

export interface PackageOpening {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** What previewing and importing a release needs from outside. */
export interface ReleasePorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly jobs: Pick<JobsStore, "getState" | "subscribe" | "importPackage" | "applyUpgrade">;
  /** Requests made so far over the transport; what a preview cost is the difference. */
  readonly callsMade: () => number;
  /** Hands a file to the person. */
  readonly saveFile: (name: string, content: string, mediaType: string) => void;
  readonly newId: () => Guid;
  readonly work: ReleaseWork;
}

/** What is done with packages, so that tests can do without an environment. */
export interface ReleaseWork {
  /** @throws PackageError for what is no package, the signal's reason on Cancel */
  readonly open: (file: StoredFile, opening: PackageOpening) => Promise<IncomingPackage>;
  /** @throws DataverseError */
  readonly read: (packages: readonly IncomingPackage[], reading: ReleaseReading) => Promise<ReleaseFacts>;
  /** In slices, so that the page stays responsive. @throws the signal's reason */
  readonly preview: (
    facts: ReleaseFacts,
    options: { readonly overwrite: boolean },
    signal: AbortSignal,
  ) => Promise<ReleasePreview>;
  /** What became of components after an import that no list holds any more, each by itself. @throws DataverseError */
  readonly lookAt: (fates: readonly ComponentRelease[], signal: AbortSignal) => Promise<LookedAt>;
  /** Counts what the deleted ones of these hold. @throws DataverseError */
  readonly count: (fates: readonly ComponentRelease[], counting: DataCounting) => Promise<DataAtRisk>;
}

export interface ReleaseReading {
  readonly signal: AbortSignal;
  readonly onProgress: (stage: ReleaseReadingStage, done: number, total: number) => void;
  /** Told what is known on the way, and at last where it is cancelled. */
  readonly onFacts?: (facts: PartialFacts) => void;
  /** What an earlier reading found out: not read again. */
  readonly known?: ReleaseFacts | undefined;
}

export interface DataCounting {
  readonly signal: AbortSignal;
  readonly onProgress: (some: DataAtRisk) => void;
}
