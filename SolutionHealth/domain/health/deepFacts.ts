import type { ComponentRef } from "../layers/componentLayer";
import type { Guid } from "../model/guid";
import type { ListedOverride } from "../overrides/listedOverride";
import type { FactFailure } from "./fact";

/** What a scan of overrides has found. */
export interface OverrideScanResult {
  readonly rows: readonly ListedOverride[];
  /** Unique names of solutions whose flags could not be read, all of them or those of a table. */
  readonly unread: readonly string[];
  /** Unique names of solutions that have changed since: what was found about them has been dropped. */
  readonly outdated?: readonly string[];
}

/** One layer of a stack: whose it is, and what it changes as far as that can be told. */
export interface LayerName {
  /** Unique name of its solution. */
  readonly solution: string;
  readonly publisher: string;
  readonly kind: "active" | "managed" | "system";
  /** Properties it sets, sorted; undefined where they could not be read. */
  readonly changes?: readonly string[];
}

/** A component that several managed solutions hold, or that none of them explains. */
export interface StackedComponent extends ComponentRef {
  readonly type: number;
  readonly name: string;
  /** Logical name of the owning table. */
  readonly table?: string;
  /** Top first. */
  readonly layers: readonly LayerName[];
}

/** Layers of components that more than one managed solution holds. */
export interface StackReading {
  readonly components: readonly StackedComponent[];
  /** Components whose layers could not be read, by the solutions that hold them. */
  readonly unread: readonly { readonly solutions: readonly string[]; readonly failure: FactFailure }[];
  /** Unique names of solutions that have changed since: components with a layer of theirs have been dropped. */
  readonly outdated?: readonly string[];
}

/** An unmanaged component. */
export interface LooseComponent {
  readonly id: Guid;
  readonly type: number;
  readonly name: string;
  readonly table?: string;
  /** Unique names of visible unmanaged solutions that hold it; empty for a loose one. */
  readonly solutions: readonly string[];
  readonly modifiedOn?: Date;
}

/** Something that a component of an installed solution needs and that is not there. */
export interface MissingDependency {
  readonly required: DependencyEnd;
  readonly dependent: DependencyEnd;
  /** Unique name of the solution that brings the required component, "" where the environment does not name it. */
  readonly requiredSolution: string;
  /** Version of that solution in which the component came, where the environment tells it. */
  readonly requiredSince?: string;
}

export interface DependencyEnd {
  readonly id: Guid;
  readonly type: number;
  readonly name?: string;
}

/** Missing dependencies of one solution, or why they are not known; `outdated`: something has changed since. */
export type DependencyReading =
  | { readonly status: "read"; readonly missing: readonly MissingDependency[] }
  | { readonly status: "outdated" }
  | { readonly status: "failed"; readonly failure: FactFailure };
