import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import type { PropertyValue } from "../model/property";
import type { DataAtRisk } from "../consequences/dataAtRisk";
import type { LayerName } from "../consequences/layerName";
import type { NotKnown, RollbackComponent, UnreadFact } from "./rollbackFacts";

/**
 * - `deleted`: no managed or system layer is left; an Active layer does not protect (fact sheet §8.2), data goes along;
 * - `fallsBack`: it stays, and some of what is seen changes to what a layer of the same owner, the base or the platform
 *   says;
 * - `returns`: it stays, and a customization that these solutions covered is seen again;
 * - `survives`: it stays and looks the same, but another solution becomes its base;
 * - `unchanged`: it stays and nothing that is seen changes;
 * - `unknown`: its layers could not be read. Never counted as unchanged.
 */
export type FateKind = "deleted" | "fallsBack" | "returns" | "survives" | "unchanged" | "unknown";

export type { LayerName };

/** A property whose visible value changes. */
export interface ValueChange {
  readonly property: string;
  readonly now: PropertyValue | undefined;
  readonly then: PropertyValue | undefined;
  /** The layer whose value will be seen; undefined where the property goes away altogether. */
  readonly from?: LayerName;
  /** False where a layer that could tell was not readable: `then` is then only likely. */
  readonly certain: boolean;
}

/** Why nothing that is seen changes. */
export type UnchangedReason =
  /** A managed layer above decides each property that the leaving layers set. */
  | "higherLayer"
  /** The Active layer decides. */
  | "override"
  /** The layer below says the same. */
  | "sameValues"
  /** The leaving layers set nothing. */
  | "nothingSet";

export interface ComponentFate {
  readonly component: RollbackComponent;
  readonly kind: FateKind;
  /** Unique names of the leaving solutions that have a layer on it, or hold it where layers were not needed. */
  readonly leaving: readonly string[];
  /** Sorted by property; for `fallsBack` and `returns`. */
  readonly changes: readonly ValueChange[];
  /**
   * Properties that keep their value only as far as anybody can tell, sorted; absent where there is none. The layers that
   * stay have the value in their whole, but do not list it as their own, and what they have it from goes.
   */
  readonly likelyKept?: readonly string[];
  /** Layers that stay, top first, without Active and System; empty where layers were not read. */
  readonly heldBy: readonly LayerName[];
  /** Where the base layer goes and another becomes it. */
  readonly newBase?: LayerName;
  /** With `unchanged` and `survives`. */
  readonly unchangedBecause?: UnchangedReason;
  /** Whose higher layer, where `unchangedBecause` is `higherLayer`. */
  readonly decidedBy?: LayerName;
  /**
   * An Active layer is on it: it goes along when the component is deleted. Undefined where neither layers nor the summary's flag
   * tell, as of types that have none (fact sheet §3.1).
   */
  readonly hasOverride: boolean | undefined;
  /** Layers of this type are merged piece by piece: values are the last word of a layer, not the merged whole (§8.1). */
  readonly merged: boolean;
  /** Key of the whole with which it goes (a column with its table), where it is deleted for that reason. */
  readonly goesWith?: string;
  /** With `unknown`. */
  readonly why?: NotKnown;
}

/**
 * - `dependency`: the server names it;
 * - `baseLayer`: another publisher's managed layer lies over the base layer that would go (§6.5, §8.2): found from the
 *   layers, the server says so only when it refuses;
 * - `coveredDependency`: only a layer that is covered now needs it; the server will say so in its second round (§6.2);
 * - `part`: the component is part of a table that would go, but a managed solution that stays has a layer on it;
 * - `perhaps`: what it needed that for goes, by the layers; the server named it, though, as things are now, or a layer that
 *   stays has the same value in its whole, which it may only pass on (§4.4 [?]). The server decides;
 * - `lastForm`: a main form goes, and no other of its table, which stays, is left then: the platform keeps the last one;
 * - `mayBeLastForm`: the same, where another may be left, or may not count;
 * - `unreadable`: whether it stands in the way could not be found out.
 */
export type BlockerKind =
  "dependency" | "baseLayer" | "coveredDependency" | "part" | "perhaps" | "lastForm" | "mayBeLastForm" | "unreadable";

/** Where a blocker is to be mended (§8.3: the dependent's topmost layer decides). */
export type FixPlace =
  /**
   * In this environment: an unmanaged customization, by removing the override or editing the component; where a table's last
   * main form would go, by another form.
   */
  | { readonly where: "here" }
  /** Another managed solution must go or be updated first. */
  | { readonly where: "solution"; readonly solution: LayerName }
  /** One that is on the list as well, but would go later: the order is wrong. */
  | { readonly where: "order"; readonly solution: LayerName }
  | { readonly where: "unknown" };

/** Kinds of what may stand in the way: whether it does is not known. */
const DOUBTFUL: readonly BlockerKind[] = ["perhaps", "mayBeLastForm", "unreadable"];

/** Whether the server will refuse because of it. */
export const isCertain = ({ kind }: Pick<Blocker, "kind">): boolean => !DOUBTFUL.includes(kind);

export interface Blocker {
  readonly kind: BlockerKind;
  /** What would go. */
  readonly required: RollbackComponent;
  /** What needs it, or lies over it; the same component for `baseLayer`, `part` and last forms. */
  readonly dependent: RollbackComponent;
  readonly fix: FixPlace;
  /** 1 = the server names it at once; 2 and more = only after what comes before has been mended. */
  readonly round: number;
  readonly why?: NotKnown;
}

/** One step of taking back, in the order it has to be done. */
export interface RollbackStep {
  readonly solution: InstalledSolution;
  /** `target`: chosen. `patch`: goes with its base, before it. */
  readonly because: "target" | "patch";
  /** Uninstalling the base takes it along by itself, so nothing is sent for it. */
  readonly implied: boolean;
}

export interface RollbackOrder {
  readonly steps: readonly RollbackStep[];
  /** Unique names of solutions that need each other, each ring once; their order is a guess. */
  readonly cycles: readonly (readonly string[])[];
  /** Solutions that are not on the list but would have to go or change first, by unique name. */
  readonly missing: readonly string[];
}

/** Why an uninstall cannot even be asked for. */
export type RefusalReason = "notInstalled" | "unmanaged" | "restricted";

export interface RollbackPreview {
  readonly targets: readonly InstalledSolution[];
  /** Targets that cannot be taken back at all. */
  readonly refused: readonly { readonly solutionId: Guid; readonly name: string; readonly reason: RefusalReason }[];
  /** `blocked`: the server will refuse. `uncertain`: something could not be found out. */
  readonly verdict: "possible" | "blocked" | "uncertain";
  readonly order: RollbackOrder;
  /** One a component, sorted by kind of fate, type and name. */
  readonly fates: readonly ComponentFate[];
  readonly counts: Readonly<Record<FateKind, number>>;
  readonly blockers: readonly Blocker[];
  readonly unread: readonly UnreadFact[];
  /** Held-over `_Upgrade` rows of the targets: what to do about them first (§1.4). */
  readonly holdings: readonly InstalledSolution[];
  /** Filled in when it has been counted. */
  readonly data?: DataAtRisk;
  readonly readAt: Date;
}
