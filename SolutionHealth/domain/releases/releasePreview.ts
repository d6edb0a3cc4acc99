import type { AffectedComponent, NotKnown } from "../consequences/affectedComponent";
import type { DataAtRisk } from "../consequences/dataAtRisk";
import type { LayerName } from "../consequences/layerName";
import type { EnvironmentInfo } from "../model/environment";
import type { PropertyValue } from "../model/property";
import type { InstalledSolution } from "../model/solution";
import type { RequiredComponent, RequiredValue, RunningOperation, UnreadReleaseFact } from "./releaseFacts";
import type { PartialReading } from "./incomingPackage";
import type { ReleaseAddress } from "./releaseAddress";
import type { ReleaseAdvice } from "./releaseAdvice";

/**
 * How a package could be imported. `patch` is judged for every package whose solution is installed: of a package that is no
 * patch it says what a patch with just this content would do (`WayPreview.hypothetical`).
 */
export const RELEASE_WAYS = ["install", "update", "upgrade", "stagedUpgrade", "patch"] as const;
export type ReleaseWay = (typeof RELEASE_WAYS)[number];

/**
 * - `added`: it is not here yet;
 * - `changed`: it is here, and the package says something else of it than the solution's layer does now, or than what
 *   lies below where it has none yet;
 * - `unchanged`: it is here, and the package says nothing new;
 * - `deleted`: it is no longer in the package and nobody else holds it (upgrade), with its data;
 * - `survives`: no longer in the package, but another solution or the platform holds it (upgrade);
 * - `leftBehind`: no longer in the package; an update or a patch leaves it where it is;
 * - `unknown`: could not be judged; never counted as unchanged.
 */
export const RELEASE_KINDS = ["added", "changed", "unchanged", "deleted", "survives", "leftBehind", "unknown"] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/**
 * - `seen`: what comes in is what people see afterwards;
 * - `hiddenByOverride`: the unmanaged layer says something of this property and stays on top;
 * - `hiddenByHigher`: a managed layer above does (another solution's, or a patch of the same);
 * - `merged`: layers of this type are put together piece by piece (forms, apps, site maps, ribbons): not a value of its
 *   own (fact sheet §8.1);
 * - `unknown`: a layer above could not be read.
 */
export type Visibility = "seen" | "hiddenByOverride" | "hiddenByHigher" | "merged" | "unknown";

/** A property, or a child of a collection, of which the package says something new. */
export interface ReleaseChange {
  /** Name of the property; of a child, its collection: `AttributePicklistValues`. */
  readonly property: string;
  /** Which child of the collection, e.g. `100000000`; absent for a property. */
  readonly child?: string;
  /** As the solution has it now; undefined where it does not say. */
  readonly installed: PropertyValue | undefined;
  /** As the package has it; undefined where a child is no longer in the package. */
  readonly incoming: PropertyValue | undefined;
  readonly visibleNow: PropertyValue | undefined;
  /** Undefined also where `seen` is `merged` or `unknown`. */
  readonly visibleThen: PropertyValue | undefined;
  readonly seen: Visibility;
  /** Whose layer hides it. */
  readonly by?: LayerName;
  /**
   * False where a higher layer repeats today's value without listing it as its own: it may turn out to hide the change.
   * Whether layers count property by property is the working assumption [?] (§8.1). False also where an earlier package of
   * the release touches the component (`ComponentRelease.asOfNow`), and where an update no longer holds an option or label.
   */
  readonly certain: boolean;
  /** What is seen then if a layer does hide the change, or a dropped child stays; only where `certain` is false. */
  readonly otherwise?: PropertyValue;
}

/** A value that is seen today and goes with an override that overwriting removes: it does not come back. */
export interface LostValue {
  readonly property: string;
  readonly child?: string;
  readonly now: PropertyValue | undefined;
  readonly then: PropertyValue | undefined;
  /** False where a layer that could tell was not readable, or repeats values that it does not list as its own. */
  readonly certain: boolean;
}

/**
 * What becomes of an unmanaged layer on the component: there is none; it stays on top; overwriting removes it, and it does
 * not come back; overwriting leaves it alone since its type is merged (§8.3); it goes with the component; not known.
 */
export type OverrideFate = "none" | "staysOnTop" | "removedByOverwrite" | "mergeTypeKept" | "goesAlong" | "unknown";

/** A component as a release speaks of it: one of the package need not be here. */
export interface ReleaseComponent {
  /** Unique within a preview. */
  readonly address: ReleaseAddress;
  /** Number of `componenttype`, or the table's name for kinds without a fixed number. */
  readonly type: number | string;
  /** `SystemForm`, …; of kinds without a number the table's name. */
  readonly typeName: string;
  /** Logical, schema or unique name, or id: see `IncomingKey`. */
  readonly key: string;
  readonly name: string;
  readonly displayName: string;
  readonly table?: string;
  /** What it is here. Layers, dependencies and overrides are addressed by this. */
  readonly here?: AffectedComponent;
}

export interface ComponentRelease {
  readonly component: ReleaseComponent;
  readonly kind: ReleaseKind;
  /** Sorted; with `changed`, and for `added` empty: everything is new. */
  readonly changes: readonly ReleaseChange[];
  /**
   * Properties that the solution's layer has and the package says nothing of: whether they stay is not known [?]. Sorted,
   * without the platform's bookkeeping; absent where there is none.
   */
  readonly unsaid?: readonly string[];
  /** It is here, but this solution has had no layer on it so far. */
  readonly newLayer: boolean;
  /** It is a shell in the package: named, and not described. */
  readonly shell: boolean;
  /** Managed layers on it afterwards besides the package's own, top first; empty where layers were not read. */
  readonly heldBy: readonly LayerName[];
  /** Layers afterwards, top first, with `System`, `Active` and the package's own; absent where they are not known. */
  readonly layersThen?: readonly LayerName[];
  readonly override: OverrideFate;
  /** What overwriting takes away beside `changes`, sorted; absent where there is nothing. */
  readonly lost?: readonly LostValue[];
  /** Layers of this type are merged: judged by its own rule. */
  readonly merged: boolean;
  /** Positions in `WayPreview.blockers`. */
  readonly blockedBy: readonly number[];
  /** Address of the table or environment variable with which it goes. */
  readonly goesWith?: ReleaseAddress;
  /**
   * An earlier package of the same release touches it too, or needs it: judged as it is now, and no change is `certain`.
   * Absent where nothing does.
   */
  readonly asOfNow?: boolean;
  /** With `unknown`; also where a `changed` or `unchanged` is not the whole truth (unreadable layers). */
  readonly why?: NotKnown;
}

/** What is known to be wrong or noteworthy before any component is looked at. */
export const FINDING_IDS = [
  "packageTooNew",
  "packageTooOld",
  "packageVersionUnknown",
  "exporterNewer",
  "versionEqual",
  "versionLower",
  "notAVersion",
  "managedOverUnmanaged",
  "unmanagedOverManaged",
  "upgradeNeedsManaged",
  "publisherDiffers",
  "restricted",
  "patchBaseMissing",
  "patchBaseUnmanaged",
  "patchVersion",
  "patchNotHigher",
  "patchInstalled",
  "pendingUpgrade",
  "operationRunning",
  "operationsUnknown",
  "missingDependency",
  "dependencyUnknown",
  "dependencyInRelease",
  "dependencyMayGo",
  "valueWanted",
  "valueUnknown",
  "languageMissing",
  "unmanagedPackage",
  "overwriteLosesOverrides",
  "overwriteKeepsMerged",
  "controlVersionKept",
  "packagePartial",
  "typesUnjudged",
  "judgedAsOfNow",
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

export interface ReleaseFinding {
  readonly id: FindingId;
  /** `blocker`: the import would end in `code`. `uncertain` ones are warnings. */
  readonly severity: "blocker" | "warning" | "info";
  /** Ways that are concerned. */
  readonly ways: readonly ReleaseWay[];
  /** The platform's error in which it would end (fact sheet §6.8). */
  readonly code?: string;
  /** What was found, for the words: versions, names. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly required?: RequiredComponent;
  readonly value?: RequiredValue;
  readonly running?: RunningOperation;
  /** Components concerned. */
  readonly components?: readonly ReleaseAddress[];
}

/** Where a blocker is to be mended (§8.3: the dependent's topmost layer decides). */
export type ReleaseFix =
  /** In this environment: an unmanaged customization; where a table's last main form would go, another form. */
  | { readonly where: "here" }
  /** Another managed solution must be released first, or go. */
  | { readonly where: "solution"; readonly solution: LayerName }
  /** This package itself: it still needs what it drops, holds a part of that, or has a column of another type. */
  | { readonly where: "package" }
  | { readonly where: "unknown" };

/**
 * - `dependency`: something that stays needs what would be deleted;
 * - `coveredDependency`: only a layer that is covered now does; the server says so in its second round (§6.2);
 * - `incomingDependency`: the package itself needs what it no longer holds;
 * - `part`: part of a table that would go, but another managed solution has a layer on it;
 * - `baseLayer`: the base passes to another publisher's layer, which the platform may refuse [?] (§6.5): uncertain;
 * - `lastForm`: a main form goes, and no other of its table stays, or is known to: the platform keeps the last one;
 * - `unmanagedBase`, `unmanagedParent`, `notCustomizable`, `managedProperty`: an incoming layer that is not let in;
 * - `columnType`: a column of this name is here, of another type;
 * - `unreadable`: whether it stands in the way could not be found out.
 */
export type ReleaseBlockerKind =
  | "dependency"
  | "coveredDependency"
  | "incomingDependency"
  | "part"
  | "baseLayer"
  | "lastForm"
  | "columnType"
  | "unmanagedBase"
  | "unmanagedParent"
  | "notCustomizable"
  | "managedProperty"
  | "unreadable";

export interface ReleaseBlocker {
  readonly kind: ReleaseBlockerKind;
  /** What would go, or what would not be let in. */
  readonly required: ReleaseComponent;
  /** What needs it; the same as `required` where it is about one component. */
  readonly dependent: ReleaseComponent;
  readonly fix: ReleaseFix;
  /** 1 = the server names it at once; 2 and more = only after what comes before has been mended. */
  readonly round: number;
  /** False for what may stand in the way. */
  readonly certain: boolean;
  /** The platform's error in which it would end. */
  readonly code?: string;
  readonly why?: NotKnown;
}

/** Why a way does not apply. */
export type NotApplicable = "installed" | "notInstalled" | "isPatch" | "unmanaged" | "baseMissing";

export interface WayPreview {
  readonly way: ReleaseWay;
  /** `refused`: the server will say no. `uncertain`: something could not be found out, or is not documented. */
  readonly status: "possible" | "refused" | "uncertain" | "notApplicable";
  /** With `notApplicable`: then there are no fates. */
  readonly notApplicable?: NotApplicable;
  /** A patch that does not exist: what one with this content would do. */
  readonly hypothetical: boolean;
  /** One a component of package and installed solution, sorted by kind, type and name. */
  readonly fates: readonly ComponentRelease[];
  readonly counts: Readonly<Record<ReleaseKind, number>>;
  /** Of `changed` and `added` ones, by how much of it is seen. */
  readonly hidden: { readonly byOverride: number; readonly byHigher: number };
  readonly blockers: readonly ReleaseBlocker[];
  /** Patches that go, their content taken over or dropped (upgrade), newest first. */
  readonly rollsUp: readonly InstalledSolution[];
  /** Not all that the installed solution holds could be listed: the package may drop more than `fates` tell. */
  readonly unlisted: boolean;
  /** Findings of this way, those of `PackagePreview.findings` that name it. */
  readonly findings: readonly ReleaseFinding[];
}

/** A package in short. */
export interface PackageSummary {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly publisher: { readonly uniqueName: string; readonly displayName: string };
  readonly packageVersion?: string;
  readonly exporterVersion?: string;
  /** Unique name of the base, where it is a patch (§13.2). */
  readonly patchOf?: string;
  readonly components: number;
  readonly partial: readonly PartialReading[];
}

/** What one package would do to the environment as it is now, once the packages before it are in. */
export interface PackagePreview {
  readonly package: PackageSummary;
  /** The solution of this name; of a patch, the patch itself. */
  readonly installed?: InstalledSolution;
  /** Base of a patch, where it is here. */
  readonly base?: InstalledSolution;
  /** Patches of the installed solution or of the patch's base, oldest first. */
  readonly patches: readonly InstalledSolution[];
  /** The `_Upgrade` row (§1.4). */
  readonly pendingUpgrade?: InstalledSolution;
  readonly findings: readonly ReleaseFinding[];
  readonly ways: Readonly<Record<ReleaseWay, WayPreview>>;
  readonly advice: ReleaseAdvice;
  /** Connection references and variables. */
  readonly values: readonly RequiredValue[];
  /** Components that an earlier package of the same release touches too: judged as things are now. */
  readonly alsoInEarlier: readonly ReleaseAddress[];
  /** Deleted rows and values, by way; filled in when counted. */
  readonly data?: Partial<Readonly<Record<ReleaseWay, DataAtRisk>>>;
}

/** In which order packages are imported, by unique name. */
export interface ReleaseOrder {
  readonly names: readonly string[];
  /** Packages that need each other, each ring once; their order is a guess. */
  readonly cycles: readonly (readonly string[])[];
}

export interface ReleasePreview {
  readonly environment?: EnvironmentInfo;
  readonly overwrite: boolean;
  /** In the order in which they are to be imported. */
  readonly packages: readonly PackagePreview[];
  readonly order: ReleaseOrder;
  readonly unread: readonly UnreadReleaseFact[];
  readonly readAt: Date;
}
