import type { AffectedComponent, DependencyFact, NotKnown, StackReading } from "../consequences/affectedComponent";
import type { MainForms } from "../consequences/mainForms";
import type { ComponentKey } from "../layers/componentLayer";
import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";

export type { NotKnown, StackReading };

/** What the server says stands in the way. */
export interface RollbackDependency extends DependencyFact {
  /**
   * Solutions about whose uninstall the server says so: it knows then what goes with it. Empty where it was asked about the
   * component by itself, of which it tells how things are now.
   */
  readonly uninstalls: readonly Guid[];
}

/** A component as a rollback speaks of it. */
export type RollbackComponent = AffectedComponent;

/**
 * A component of the solutions that go, or a part of a table of theirs that none of them holds: a column or view that
 * was added here goes with the table too.
 */
export interface RollbackMember {
  readonly component: RollbackComponent;
  /** Those of the leaving solutions (`leavingSolutions`) that hold it; empty for a part that none of them holds. */
  readonly heldBy: readonly Guid[];
  /**
   * Managed solutions that stay and have a membership row for it, or hold its table with all its assets: there a missing
   * row proves nothing (fact sheet §2.1).
   */
  readonly alsoHeldBy: readonly Guid[];
  /** `msdyn_iscustom`: false for what the platform itself brought; undefined where the server does not say. */
  readonly custom?: boolean;
  /** `msdyn_hasactivecustomization`. */
  readonly flagged?: boolean;
}

/** Part of the facts that could not be read: what is in there is not known. */
export interface UnreadFact {
  readonly what: "members" | "holders" | "dependencies" | "forms" | "types";
  /** Unique name of the solution concerned. */
  readonly solution?: string;
  /** Logical name of the table concerned. */
  readonly table?: string;
  readonly why: NotKnown;
}

/** Everything a preview is made of, as the environment told it. */
export interface RollbackFacts {
  /** All solutions that are installed. */
  readonly solutions: readonly InstalledSolution[];
  /** What the person chose. */
  readonly targets: readonly Guid[];
  readonly members: readonly RollbackMember[];
  /** Of members that need them (`needsLayers`), and of dependents. */
  readonly stacks: ReadonlyMap<ComponentKey, StackReading>;
  /**
   * What the server says stands in the way, of all targets. Also where the dependent goes with another target: that
   * gives the order.
   */
  readonly dependencies: readonly RollbackDependency[];
  /** Of tables of which a main form goes, perhaps the last one. */
  readonly mainForms?: MainForms;
  readonly unread: readonly UnreadFact[];
  readonly readAt: Date;
}
