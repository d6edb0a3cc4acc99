import type { DataItem } from "../../consequences/dataAtRisk";
import type { EnvironmentInfo } from "../../model/environment";
import type { ReportPlace } from "../../reports/reportPlace";
import type { ReportedSolution } from "../../reports/reportedSolution";
import type { ReleaseComparison } from "../compareRelease";
import type { RequiredValue, UnreadReleaseFact } from "../releaseFacts";
import type { ReleaseAdvice } from "../releaseAdvice";
import type {
  ComponentRelease,
  LostValue,
  PackageSummary,
  ReleaseBlocker,
  ReleaseChange,
  ReleaseFinding,
  ReleaseKind,
  ReleaseOrder,
  ReleaseWay,
  WayPreview,
} from "../releasePreview";
import type { Conditions } from "../releaseVerdict";
import type { ReportedValue } from "./reportedValue";

/**
 * The report for programs, from the page and the command line alike: codes instead of words, instants in ISO 8601 UTC;
 * told member by member in docs/release-report.md.
 * `formatVersion` rises with each change that a reader of the version before would not understand; members may be added
 * without. Addresses (`goesWith`, `components` of findings and advice, `alsoInEarlier`) are `typeName key` of a component
 * in the same package; `blockedBy` are positions in `blockers` of the same way. Codes are those of `releasePreview.ts`.
 */
export interface ReleaseReportFile {
  readonly format: "solution-health/release-preview";
  readonly formatVersion: 1;
  readonly place: ReportPlace;
  readonly environment?: EnvironmentInfo;
  readonly readAt: string;
  /** Whether customizations are overwritten. */
  readonly overwrite: boolean;
  /** True where anything that was to be judged could not be: what is missing then is not known, never nothing. */
  readonly partial: boolean;
  /** What holds for one package holds here. */
  readonly verdict: Conditions;
  /** Unique names in the order of import, and packages that need each other. */
  readonly order: ReleaseOrder;
  /** In the order of import. */
  readonly packages: readonly ReportedPackage[];
  /** What could not be read of the environment. */
  readonly unread: readonly UnreadReleaseFact[];
  /** What was found afterwards, where it was imported. */
  readonly comparison?: ReleaseComparison;
}

export interface ReportedPackage {
  /** With the file's name, size in bytes, and SHA-256. */
  readonly package: PackageSummary;
  /** Absent where the solution is not installed. */
  readonly installed?: ReportedSolution;
  readonly base?: ReportedSolution;
  readonly patches: readonly ReportedSolution[];
  readonly pendingUpgrade?: ReportedSolution;
  readonly findings: readonly ReleaseFinding[];
  readonly advice: ReleaseAdvice;
  readonly values: readonly RequiredValue[];
  /** The way that `verdict` and `partial` speak of: chosen, asked for, or advised; absent where none is open. */
  readonly way?: ReleaseWay;
  readonly verdict: Conditions;
  readonly partial: boolean;
  readonly ways: Readonly<Record<ReleaseWay, ReportedWay>>;
  readonly alsoInEarlier: readonly string[];
}

export interface ReportedWay extends Omit<WayPreview, "fates" | "blockers" | "rollsUp" | "findings"> {
  readonly fates: readonly ReportedFate[];
  readonly blockers: readonly (Omit<ReleaseBlocker, "required" | "dependent"> & {
    readonly required: ReportedComponent;
    readonly dependent: ReportedComponent;
  })[];
  readonly rollsUp: readonly ReportedSolution[];
  /** Absent where nothing has been counted. */
  readonly data?: {
    /** False where there is more than what `items` tells. */
    readonly complete: boolean;
    readonly total: number;
    readonly items: readonly (Omit<DataItem, "component"> & { readonly component: ReportedComponent })[];
  };
}

/**
 * A component in the file: `type` (or for kinds without a fixed number `typeName`) and `key` – logical, schema or unique
 * name, or id – name it in every environment, `id` in this one.
 */
export interface ReportedComponent {
  readonly type: number | string;
  readonly typeName: string;
  readonly key: string;
  readonly name: string;
  readonly displayName: string;
  readonly table?: string;
  readonly id?: string;
}

export interface ReportedFate extends Omit<ComponentRelease, "component" | "kind" | "changes" | "lost"> {
  readonly component: ReportedComponent;
  readonly fate: ReleaseKind;
  readonly changes: readonly ReportedChange[];
  readonly lost?: readonly ReportedLoss[];
}

/** Values that are absent are not there, or not known: `seen` says which. */
export type ReportedChange = WithValues<
  ReleaseChange,
  "installed" | "incoming" | "visibleNow" | "visibleThen" | "otherwise"
>;

export type ReportedLoss = WithValues<LostValue, "now" | "then">;

type WithValues<T, K extends keyof T> = Omit<T, K> & Readonly<Partial<Record<K, ReportedValue>>>;
