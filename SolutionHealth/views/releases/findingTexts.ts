import type { FindingId, ReleaseFinding } from "../../domain/releases/releasePreview";
import type { Tone } from "../../ui/tone";
import type { Texts } from "../texts";
import type { ReleaseNames } from "./releaseNames";

/** The text of each finding, and which of its evidence goes into its places. */
const TEXTS: Readonly<Record<FindingId, readonly [key: string, ...evidence: string[]]>> = {
  packageTooNew: ["ReleaseX_PackageTooNew", "packageVersion", "environment"],
  packageTooOld: ["ReleaseX_PackageTooOld"],
  packageVersionUnknown: ["ReleaseX_PackageVersionUnknown", "packageVersion"],
  exporterNewer: ["ReleaseX_ExporterNewer", "exporter", "environment"],
  versionEqual: ["ReleaseX_VersionEqual", "installed"],
  versionLower: ["ReleaseX_VersionLower", "installed", "package"],
  notAVersion: ["ReleaseX_NotAVersion", "package"],
  managedOverUnmanaged: ["ReleaseX_ManagedOverUnmanaged", "solution"],
  unmanagedOverManaged: ["ReleaseX_UnmanagedOverManaged", "solution"],
  upgradeNeedsManaged: ["ReleaseX_UpgradeNeedsManaged"],
  publisherDiffers: ["ReleaseX_PublisherDiffers", "installed", "package"],
  restricted: ["ReleaseX_Restricted", "solution"],
  patchBaseMissing: ["ReleaseX_PatchBaseMissing", "base"],
  patchBaseUnmanaged: ["ReleaseX_PatchBaseUnmanaged", "base"],
  patchVersion: ["ReleaseX_PatchVersion", "package", "base"],
  patchNotHigher: ["ReleaseX_PatchNotHigher", "patch", "version"],
  patchInstalled: ["ReleaseX_PatchInstalled", "version"],
  pendingUpgrade: ["ReleaseX_PendingUpgrade", "pending", "version"],
  operationRunning: ["ReleaseX_OperationRunning", "operation"],
  operationsUnknown: ["ReleaseX_OperationsUnknown"],
  missingDependency: ["ReleaseX_MissingDependency", "name", "solution"],
  dependencyUnknown: ["ReleaseX_DependencyUnknown", "name", "solution"],
  dependencyInRelease: ["ReleaseX_DependencyInRelease", "name", "solution"],
  dependencyMayGo: ["ReleaseX_DependencyMayGo", "name", "solution"],
  valueWanted: ["ReleaseX_ValueWanted", "name"],
  valueUnknown: ["ReleaseX_ValueUnknown", "name"],
  languageMissing: ["ReleaseX_LanguageMissing", "language"],
  unmanagedPackage: ["ReleaseX_UnmanagedPackage"],
  overwriteLosesOverrides: ["ReleaseX_OverwriteLoses", "count"],
  overwriteKeepsMerged: ["ReleaseX_OverwriteKeeps", "count"],
  controlVersionKept: ["ReleaseX_ControlVersion", "count"],
  packagePartial: ["ReleaseX_PackagePartial", "text", "entry"],
  typesUnjudged: ["ReleaseX_TypesUnjudged", "type", "count"],
  judgedAsOfNow: ["ReleaseX_JudgedAsOfNow", "count", "packages"],
};

/** The staged upgrade is the package itself, so nothing else has to be chosen. */
const STAGED_ITSELF = ["ReleaseX_PendingUpgradeItself", "pending", "version"] as const;

/** One finding in one or two sentences. */
export function findingText(
  { id, evidence }: ReleaseFinding,
  { t }: Pick<Texts, "t">,
  { type }: Pick<ReleaseNames, "type">,
): string {
  const isStagedItself = id === "pendingUpgrade" && evidence.version === evidence.package;
  const [key, ...names] = isStagedItself ? STAGED_ITSELF : TEXTS[id];
  const said = ({ type: typeName, entry, ...rest }: ReleaseFinding["evidence"]): ReleaseFinding["evidence"] => ({
    ...rest,
    ...(entry !== undefined && { entry: `(${entry})` }),
    ...(typeName !== undefined && { type: type({ type: typeName, typeName }) }),
  });
  const words = said(evidence);
  return t(key, ...names.map((name) => words[name] ?? ""));
}

export const SEVERITY_TONES: Readonly<Record<ReleaseFinding["severity"], Tone>> = {
  blocker: "bad",
  warning: "warning",
  info: "neutral",
};

export const SEVERITY_WORDS: Readonly<Record<ReleaseFinding["severity"], string>> = {
  blocker: "Release_Blocker",
  warning: "Release_Warning",
  info: "Release_Note",
};

const ORDER: readonly ReleaseFinding["severity"][] = ["blocker", "warning", "info"];

export const bySeverity = (findings: readonly ReleaseFinding[]): ReleaseFinding[] =>
  [...findings].sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
