import type { ComponentKey, LayerStack } from "../layers/componentLayer";
import type { Guid } from "../model/guid";

/** A component that an operation touches: named, and addressed the way layers and dependencies are. */
export interface AffectedComponent {
  /** By id and platform name of the type (`componentKey`). */
  readonly key: ComponentKey;
  readonly id: Guid;
  /** Number of `componenttype`. */
  readonly type: number;
  /** `SystemForm`, … or the number as text where this environment does not name its type. */
  readonly typeName: string;
  readonly name: string;
  readonly displayName: string;
  /** Logical name of the table it is part of; a table's own name for a table. */
  readonly table?: string;
}

/** Why something is not known. `code` and `text` are the server's. */
export interface NotKnown {
  readonly reason: "notRead" | "cancelled" | "typeUnknown" | "unreadable";
  readonly code?: string;
  readonly text?: string;
}

/** The layers of a component: read, or not known. Where they were not asked for, there is no entry. */
export type StackReading =
  { readonly status: "read"; readonly stack: LayerStack } | { readonly status: "unknown"; readonly why: NotKnown };

/** One "needs": `dependent` stays and needs `required`, which goes. */
export interface DependencyFact {
  readonly required: { readonly id: Guid; readonly type: number };
  readonly dependent: AffectedComponent;
  /** Solution of the dependent's base layer, which need not be the one that made the reference (§7). */
  readonly dependentBaseSolutionId?: Guid;
}
