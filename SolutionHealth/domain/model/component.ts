import type { Guid } from "./guid";

/** A component of one solution, as `msdyn_solutioncomponentsummaries` names it (fact sheet §3). */
export interface SolutionComponent {
  readonly id: Guid;
  /** Number of `componenttype`; ≥ 10000 is this environment's own. */
  readonly type: number;
  /** Logical, schema or unique name. */
  readonly name: string;
  readonly displayName: string;
  /** Logical name of the owning table of columns, forms, views, … */
  readonly table?: string;
  readonly managed?: boolean;
  /** `msdyn_iscustom`: false for what the platform itself brought. */
  readonly custom?: boolean;
  /** The flag `msdyn_hasactivecustomization`; undefined where the server did not say. */
  readonly hasActiveCustomization?: boolean;
  readonly modifiedOn?: Date;
}
