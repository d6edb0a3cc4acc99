import type { Guid } from "../model/guid";

/** Whoever owns a component. Teams cannot be disabled. */
export interface PartOwner {
  readonly id: Guid;
  readonly name: string;
  readonly kind: "user" | "team";
  /** Undefined where the environment does not tell. */
  readonly disabled?: boolean;
}

/** Kinds of components that are on or off. */
export type SwitchKind =
  | "step"
  | "workflow"
  | "dialog"
  | "businessRule"
  | "action"
  | "businessProcess"
  | "flow"
  | "desktopFlow"
  | "duplicateRule"
  | "sla"
  | "recordCreationRule"
  | "routingRule";

/** A component of a managed solution that people's work depends on. */
export interface WorkingPart {
  readonly id: Guid;
  /** Number of `componenttype`; undefined for kinds that each environment numbers itself. */
  readonly type?: number;
  readonly name: string;
  /** Unique names of the managed solutions that hold it; undefined where that could not be read. */
  readonly solutions?: readonly string[];
  readonly modifiedOn?: Date;
}

/** A managed component that is off, or whose owner cannot sign in any more. */
export interface SwitchedPart extends WorkingPart {
  readonly kind: SwitchKind;
  readonly state: "on" | "off";
  /**
   * State that the topmost managed layer gives it: it may be off because it was shipped off. `notRead` where nobody has
   * looked at its layers yet, `unknown` where they could not be read or do not tell.
   */
  readonly shipped: "on" | "off" | "unknown" | "notRead";
  readonly owner?: PartOwner;
}

/** A managed connection reference. */
export interface ConnectionReference extends WorkingPart {
  readonly logicalName: string;
  /** Id of the connector, as a path: "/providers/Microsoft.PowerApps/apis/shared_…". */
  readonly connector?: string;
  readonly bound: boolean;
}

/** A managed environment variable. */
export interface EnvironmentVariable extends WorkingPart {
  readonly schemaName: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly hasValue: boolean;
}
