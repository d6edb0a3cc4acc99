import type { ComponentKey, ComponentRef } from "../layers/componentLayer";

/**
 * What an Active layer amounts to (fact sheet §4.5):
 * - `real` changes at least one meaningful property
 * - `stateOnly` changes only whether the component is on or off
 * - `phantom` changes nothing, or only what the platform notes for itself
 * - `unknown` could not be read; never to be shown as clean
 */
export type OverrideState = "real" | "stateOnly" | "phantom" | "unknown";

/** Why it is in that state; picks the text. */
export type OverrideReason =
  | "changesProperties"
  /** Privileges, options or labels differ from the layers below. */
  | "changesChildren"
  | "changesState"
  | "changesNothing"
  | "changesBookkeeping"
  /** The text that tells the changes is not what it should be. */
  | "changesUnreadable"
  | "childrenUnreadable"
  /** The layer table answered no row at all: a component that exists has at least one (§4.2). */
  | "noLayers"
  /** The call failed: see `failure` of the row. */
  | "readFailed"
  /** This environment does not tell how the layer table calls the type. */
  | "typeUnknown";

/** How an override stands against the list of accepted ones. `unknown` where the override itself is. */
export type AcceptanceState = "new" | "accepted" | "changed" | "expired" | "unknown";

/** An override as the rules see it, without who made it and without the acceptance. */
export interface OverrideFacts {
  readonly state: OverrideState;
  readonly reason: OverrideReason;
  /** Meaningful properties the Active layer changes, and child collections that differ; sorted. */
  readonly changed: readonly string[];
  /** `statecode`, `statuscode`, where changed. */
  readonly changedState: readonly string[];
  /** Changed bookkeeping properties; sorted. */
  readonly bookkeeping: readonly string[];
  /** Identifies what exactly is changed to what; empty where nothing meaningful is, or where it is unknown. */
  readonly fingerprint: string;
  /**
   * Solution whose layer lies lowest: the owner. Where System lies lowest, the lowest managed solution above it,
   * else "System". Undefined where the layers are unknown.
   */
  readonly owner?: string;
  /** Solution of the layer directly below Active: what shows when the override is taken back. */
  readonly below?: string;
}

/** What an Active layer turns out to be, or that there is none to speak of. */
export type Verdict =
  | { readonly kind: "override"; readonly facts: OverrideFacts }
  /** Layers were read and none of them is Active. */
  | { readonly kind: "none" }
  /** Active is the only layer: a component made by hand, nobody's override (§4.5). Removing it deletes it. */
  | { readonly kind: "unmanagedOnly" };

/** Names by which people know the component of an override. */
export interface OverriddenComponent extends ComponentRef {
  readonly key: ComponentKey;
  /** Number of `componenttype`. */
  readonly type: number;
  readonly name: string;
  readonly displayName: string;
  /** Logical name of the owning table. */
  readonly table?: string;
}
