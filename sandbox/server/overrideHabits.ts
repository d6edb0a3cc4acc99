/**
 * How layers answer and how removing them goes: what no source confirms (the fact sheet marks it [?]) and the troubles
 * that a client must survive. Components are named by id or by key (lower case, see `ComponentKey` of the package room).
 */
export interface OverrideHabits {
  /** Types whose layers cannot be read: `msdyn_componentlayers` answers 500. */
  readonly layerFailures: readonly number[];
  /**
   * Whether `msdyn_changes` of a managed layer names only what differs from the layers below, or all that its package
   * sets (§4.4 says "only what the layer changed"; a package may restate what is there).
   */
  readonly managedLayerChanges: "different" | "all";
  /** What `msdyn_changes` of the lowest layer holds: "may be empty or equal to all" (§4.4). */
  readonly baseLayerChanges: "all" | "empty";
  /** How `msdyn_changes` says that nothing was changed; all four are seen (§4.4). `varied` = another one a component. */
  readonly noChanges: "varied" | EmptyChanges;
  /** Whether removing works for types of metadata: tables, columns, option sets, relationships (§6.1, §14.1). */
  readonly metadataRemoval: "accepted" | "refused";
  /** Whether removing works where `iscustomizable` is false; the portal hides its button there (§6.1). */
  readonly notCustomizableRemoval: "accepted" | "refused";
  /** Components and types (numbers) that removing is refused for. */
  readonly irremovable: readonly (string | number)[];
  /** Components whose Active layer comes back after its removal, as flows do when something turns them on (§8.1). */
  readonly reappearing: readonly string[];
  /** When it comes back: milliseconds after the removal; 0 = with it. */
  readonly reappearsAfter: number;
  /** Whether `BulkRemoveActiveCustomizationsAsync` is there; only one client is known to call it (§6.1). */
  readonly bulkRemoval: "accepted" | "refused";
  /** How a bulk job with ContinueOnError ends when some items failed (§14.10). */
  readonly bulkWithFailures: "succeeds" | "fails";
  /** What a query for `msdyn_hasactivecustomization` without a solution answers (§3.2, §14.3): `incomplete` misses some. */
  readonly environmentFlagQuery: "complete" | "incomplete" | "refused";
}

/** `attributes` = `{"Attributes":[]}`, `object` = `{}`, `text` = the empty text, `null` = no value. */
export type EmptyChanges = "attributes" | "object" | "text" | "null";

export const defaultOverrideHabits: OverrideHabits = {
  layerFailures: [],
  managedLayerChanges: "different",
  baseLayerChanges: "all",
  noChanges: "varied",
  metadataRemoval: "accepted",
  notCustomizableRemoval: "refused",
  irremovable: [],
  reappearing: [],
  reappearsAfter: 0,
  bulkRemoval: "accepted",
  bulkWithFailures: "succeeds",
  environmentFlagQuery: "complete",
};
