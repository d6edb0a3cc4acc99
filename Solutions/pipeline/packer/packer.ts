import type { FolderMapping } from "../layout/sourceFiles";

export interface PackRequest {
  /** Folder in the layout of SolutionPackager. Absolute. */
  readonly folder: string;
  readonly managed: boolean;
  /** Target. Absolute. Written whole or not at all. */
  readonly zipFile: string;
  /** Folders whose files take part as if they lay in the source: built controls. */
  readonly mappings: readonly FolderMapping[];
  /** Stamped into the solution and its controls; undefined leaves the sources' own. */
  readonly version: string | undefined;
}

export interface UnpackRequest {
  /** Absolute. */
  readonly zipFile: string;
  /** Target. Absolute. */
  readonly folder: string;
  /** Replaces a target that holds something; otherwise such a target is refused. */
  readonly replace: boolean;
}

/** A back end that turns folders into packages and back. Methods throw `PipelineError` and leave nothing half written. */
export interface Packer {
  pack(request: PackRequest): Promise<void>;
  unpack(request: UnpackRequest): Promise<void>;
}

export const PACKER_NAMES = ["embedded", "pac"] as const;
export type PackerName = (typeof PACKER_NAMES)[number];
