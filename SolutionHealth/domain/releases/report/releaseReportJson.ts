import type { DataAtRisk } from "../../consequences/dataAtRisk";
import type { ReleaseComparison } from "../compareRelease";
import type { EnvironmentInfo } from "../../model/environment";
import type { InstalledSolution } from "../../model/solution";
import type { RequiredValue, UnreadReleaseFact } from "../releaseFacts";
import type {
  ComponentRelease,
  PackagePreview,
  PackageSummary,
  ReleaseAdvice,
  ReleaseBlocker,
  ReleaseComponent,
  ReleaseFinding,
  ReleaseOrder,
  ReleasePreview,
  ReleaseWay,
  WayPreview,
} from "../releasePreview";
import type { ReportPlace } from "./releaseDocument";

/** A solution in the file. */
export interface ReportedSolution {
  readonly id: string;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly publisher: string;
}

/**
 * A component in the file: `typeName` and `key` (logical, schema or unique name, or id) name it in every environment, `id`
 * and the number of its type in this one.
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

export type ReportedFate = Omit<ComponentRelease, "component"> & { readonly component: ReportedComponent };

export interface ReportedWay extends Omit<WayPreview, "fates" | "blockers" | "rollsUp" | "findings"> {
  readonly fates: readonly ReportedFate[];
  readonly blockers: readonly (Omit<ReleaseBlocker, "required" | "dependent"> & {
    readonly required: ReportedComponent;
    readonly dependent: ReportedComponent;
  })[];
  readonly rollsUp: readonly ReportedSolution[];
}

export interface ReportedPackage {
  readonly package: PackageSummary;
  readonly installed?: ReportedSolution;
  readonly base?: ReportedSolution;
  readonly patches: readonly ReportedSolution[];
  readonly pendingUpgrade?: ReportedSolution;
  readonly findings: readonly ReleaseFinding[];
  readonly advice: ReleaseAdvice;
  readonly values: readonly RequiredValue[];
  readonly ways: Readonly<Record<ReleaseWay, ReportedWay>>;
  readonly alsoInEarlier: readonly string[];
  readonly data?: Partial<Readonly<Record<ReleaseWay, DataAtRisk>>>;
}

/**
 * The report for programs: codes instead of words, instants in ISO 8601 UTC. `formatVersion` rises with each change that a
 * reader of the version before would not understand; members may be added without. Addresses (`goesWith`, `components` of
 * findings and advice, `alsoInEarlier`) are `typeName key` of a component in the same package; `blockedBy` are positions in
 * `blockers` of the same way.
 */
export interface ReleaseReportFile {
  readonly format: "solution-health/release-preview";
  readonly formatVersion: 1;
  readonly place: ReportPlace;
  readonly environment?: EnvironmentInfo;
  readonly readAt: string;
  readonly overwrite: boolean;
  readonly order: ReleaseOrder;
  readonly packages: readonly ReportedPackage[];
  readonly unread: readonly UnreadReleaseFact[];
  /** What was found afterwards, where it was imported. */
  readonly comparison?: ReleaseComparison;
}

/** The text of the file. The same preview gives the same text. */
export const releaseReportJson = (
  preview: ReleasePreview,
  place: ReportPlace,
  comparison?: ReleaseComparison,
): string => `${JSON.stringify(toReleaseReport(preview, place, comparison), undefined, 2)}\n`;

export function toReleaseReport(
  preview: ReleasePreview,
  place: ReportPlace,
  comparison?: ReleaseComparison,
): ReleaseReportFile {
  const { environment, readAt, overwrite, order, packages, unread } = preview;
  return {
    format: "solution-health/release-preview",
    formatVersion: 1,
    place,
    ...(environment && { environment }),
    readAt: readAt.toISOString(),
    overwrite,
    order: { names: order.names, cycles: order.cycles },
    packages: packages.map(toPackage),
    unread,
    ...(comparison && { comparison }),
  };
}

function toPackage({ installed, base, patches, pendingUpgrade, ways, ...rest }: PackagePreview): ReportedPackage {
  return {
    ...rest,
    ...(installed && { installed: toSolution(installed) }),
    ...(base && { base: toSolution(base) }),
    patches: patches.map(toSolution),
    ...(pendingUpgrade && { pendingUpgrade: toSolution(pendingUpgrade) }),
    ways: Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, toWay(way)])) as Record<
      ReleaseWay,
      ReportedWay
    >,
  };
}

/** Findings stand once, with the package. */
const toWay = ({ fates, blockers, rollsUp, findings: _findings, ...rest }: WayPreview): ReportedWay => ({
  ...rest,
  fates: fates.map((fate) => ({ ...fate, component: toComponent(fate.component) })),
  blockers: blockers.map((one) => ({
    ...one,
    required: toComponent(one.required),
    dependent: toComponent(one.dependent),
  })),
  rollsUp: rollsUp.map(toSolution),
});

const toComponent = ({ here, address: _address, ...component }: ReleaseComponent): ReportedComponent => ({
  ...component,
  ...(here && { id: here.id }),
});

const toSolution = ({ id, uniqueName, displayName, version, publisher }: InstalledSolution): ReportedSolution => ({
  id,
  uniqueName,
  displayName,
  version,
  publisher: publisher.displayName,
});
