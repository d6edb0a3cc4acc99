import type { Guid } from "./guid";

export interface Publisher {
  readonly id: Guid;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly prefix: string;
}

/** A row of the table `solution`, in the product's own words (fact sheet §1). */
export interface InstalledSolution {
  readonly id: Guid;
  readonly uniqueName: string;
  readonly displayName: string;
  /** As written; two and three parts are real. Compare with `compareVersions`, never as text. */
  readonly version: string;
  readonly managed: boolean;
  /** False for the platform's own containers (Active, Default, Basic). */
  readonly visible: boolean;
  readonly description?: string;
  readonly publisher: Publisher;
  /** Base solution, on patches only. */
  readonly parentId?: Guid;
  /** `solutionpackageversion`, e.g. "9.2". */
  readonly packageVersion?: string;
  readonly installedOn?: Date;
  /** Absent on a fresh install. */
  readonly updatedOn?: Date;
}

/** `holding` = the `<name>_Upgrade` row of a staged upgrade (§1.4). */
export type SolutionKind = "managed" | "unmanaged" | "patch" | "holding";
