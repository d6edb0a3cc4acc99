import type { ImportRequest, ImportSource, ImportValue } from "../../dataverse/operations/importRequest";
import { mayDeleteMore } from "../../domain/releases/deletions";
import { isStagedAlready } from "../../domain/releases/family";
import type { RequiredValue } from "../../domain/releases/releaseFacts";
import type { PackagePreview, ReleasePreview, ReleaseWay, WayPreview } from "../../domain/releases/releasePreview";
import type { ImportTarget } from "../jobs/model";
import { type ImportStep, type PackageId, type ReleaseChoice, valueKey } from "./model";

/** Ways that can be chosen at all: those that apply, and no patch that does not exist. */
export const isChoosable = ({ status, hypothetical }: WayPreview): boolean =>
  status !== "notApplicable" && !hypothetical;

/** The way of a package: the chosen one, else the advised one, else the first that applies. */
export function wayOf({ package: { sha256 }, ways, advice }: PackagePreview, choice: ReleaseChoice): ReleaseWay {
  const applying = Object.values(ways).find(({ status }) => status !== "notApplicable")?.way;
  return choice.ways.get(sha256) ?? advice.way ?? applying ?? "install";
}

export const stepsOf = ({ packages }: ReleasePreview, choice: ReleaseChoice): ImportStep[] =>
  packages.map((preview) => {
    const { sha256: id, uniqueName, displayName, version } = preview.package;
    return { id, way: wayOf(preview, choice), uniqueName, displayName, version };
  });

/** Whether the platform lets it in as far as is known. */
export const mayImport = (way: WayPreview): boolean => isChoosable(way) && way.status !== "refused";

/** Whether every package can be imported in the chosen way. */
export const mayRun = ({ packages }: ReleasePreview, choice: ReleaseChoice): boolean =>
  packages.length > 0 && packages.every((preview) => mayImport(preview.ways[wayOf(preview, choice)]));

/** Whether anything is deleted by what is chosen, or may be: what could not be judged or listed counts. */
export const deletesSomething = ({ packages }: ReleasePreview, choice: ReleaseChoice): boolean =>
  packages.some((preview) => {
    const way = preview.ways[wayOf(preview, choice)];
    return way.counts.deleted > 0 || way.rollsUp.length > 0 || mayDeleteMore(way);
  });

/** Values of all packages, each once. */
export function valuesOf({ packages }: ReleasePreview): RequiredValue[] {
  const all = packages.flatMap(({ values }) => values);
  return all.filter(
    ({ kind, name }, index) =>
      all.findIndex((other) => valueKey(other.kind, other.name) === valueKey(kind, name)) === index,
  );
}

export const targetOf = ({ uniqueName, displayName, version, way }: ImportStep): ImportTarget => ({
  uniqueName,
  displayName,
  version,
  way: way === "upgrade" ? "upgrade" : way === "stagedUpgrade" ? "stage" : "import",
});

export interface RequestOptions {
  readonly source: ImportSource;
  readonly importJobId: string;
  readonly overwrite: boolean;
  readonly activates: boolean;
  readonly values: readonly ImportValue[];
}

export const requestOf = ({ source, importJobId, overwrite, activates, values }: RequestOptions): ImportRequest => ({
  ...source,
  importJobId,
  overwriteUnmanagedCustomizations: overwrite,
  publishWorkflows: activates,
  values,
});

/**
 * Packages whose upgrade is staged in just this version: they need not be imported again, only applied. Whoever staged them,
 * and whenever: the environment itself keeps them (fact sheet §1.4). In the order of the release.
 */
export const stagedIn = ({ packages }: ReleasePreview): PackagePreview[] =>
  packages.filter(({ pendingUpgrade, package: own }) => isStagedAlready(own, pendingUpgrade));

/** Of those the one that is applied now: the one that is shown, else the first that may be. They are applied one at a time. */
export function toApply(release: ReleasePreview, { shown }: ReleaseChoice): PackagePreview | undefined {
  const open = stagedIn(release).filter(mayApply);
  return open.find(({ package: { sha256 } }) => sha256 === shown) ?? open[0];
}

/** Whether the platform applies it as far as is known: that one is staged is no reason against it. */
export const mayApply = ({ ways: { stagedUpgrade } }: PackagePreview): boolean =>
  stagedUpgrade.blockers.every(({ certain }) => !certain) &&
  stagedUpgrade.findings.every(({ id, severity }) => severity !== "blocker" || id === "pendingUpgrade");

/** The choice as applying a staged upgrade goes by it: other ways may be looked at meanwhile, but nothing else is done. */
export const choiceToApply = ({ package: { sha256 } }: PackagePreview, choice: ReleaseChoice): ReleaseChoice => ({
  ...choice,
  ways: new Map(choice.ways).set(sha256, "stagedUpgrade"),
});

/** The release with nothing in it but the package that is to be applied. */
export const onlyThe = (staged: PackagePreview, release: ReleasePreview): ReleasePreview => ({
  ...release,
  packages: [staged],
});

/** What the person typed for the values of one package; what is empty is not sent, so what is there stays. */
export const givenValues = (
  { values }: Pick<PackagePreview, "values">,
  typed: ReadonlyMap<string, string>,
): ImportValue[] =>
  values.flatMap(({ kind, name, connector }): ImportValue[] => {
    const text = typed.get(valueKey(kind, name))?.trim() ?? "";
    if (text === "") return [];
    return kind === "connectionReference"
      ? [{ kind, logicalName: name, connectionId: text, ...(connector !== undefined && { connectorId: connector }) }]
      : [{ kind, schemaName: name, value: text }];
  });

export const previewOf = ({ packages }: ReleasePreview, id: PackageId): PackagePreview | undefined =>
  packages.find((preview) => preview.package.sha256 === id);
