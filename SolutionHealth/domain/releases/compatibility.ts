import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { compareVersions, parseVersion, sameMajorMinor } from "../version";
import type { Family } from "./family";
import type { IncomingManifest } from "./incomingPackage";
import type { ReleaseFacts } from "./releaseFacts";
import { type FindingId, RELEASE_WAYS, type ReleaseFinding, type ReleaseWay } from "./releasePreview";

const UPGRADES: readonly ReleaseWay[] = ["upgrade", "stagedUpgrade"];

/** Packages of CRM 2011 say 5.0 or nothing (fact sheet §9). */
const OLDEST_PACKAGE_VERSION = "6.0";

/** The platform's own containers, which no package may bear the name of (§1.3). */
const RESTRICTED: ReadonlySet<string> = new Set(["active", "default", "basic", "system"]);

export interface Compared {
  readonly manifest: IncomingManifest;
  readonly family: Family;
  readonly facts: Pick<ReleaseFacts, "environment" | "languages" | "running">;
}

const finding = (
  id: FindingId,
  severity: ReleaseFinding["severity"],
  ways: readonly ReleaseWay[],
  evidence: ReleaseFinding["evidence"],
  code?: string,
): ReleaseFinding => ({ id, severity, ways, evidence, ...(code !== undefined && { code }) });

/** Package against environment, before any component is looked at (fact sheet §1.5, §6.4, §6.8, §9). */
export const compatibilityFindings = (compared: Compared): ReleaseFinding[] => [
  ...packageVersionFindings(compared),
  ...modeFindings(compared),
  ...(compared.family.patchOf === undefined
    ? [...versionFindings(compared), ...futurePatchFindings(compared)]
    : patchFindings(compared)),
  ...stateFindings(compared),
];

function packageVersionFindings({ manifest, facts: { environment } }: Compared): ReleaseFinding[] {
  const { packageVersion, exporterVersion } = manifest;
  const here = environment?.version ?? "";
  const evidence = { packageVersion: packageVersion ?? "", environment: here };
  if (packageVersion === undefined || compareVersions(packageVersion, OLDEST_PACKAGE_VERSION) < 0) {
    return [finding("packageTooOld", "blocker", RELEASE_WAYS, evidence, "0x80048066")];
  }
  if (parseVersion(here) === undefined || parseVersion(packageVersion) === undefined) {
    return [finding("packageVersionUnknown", "warning", RELEASE_WAYS, evidence)];
  }
  if (compareVersions(majorMinor(packageVersion), majorMinor(here)) > 0) {
    return [finding("packageTooNew", "blocker", RELEASE_WAYS, evidence, "0x80048068")];
  }
  // A newer service update is no gate, but what it brought may be missing here (§9).
  const isNewer = exporterVersion !== undefined && parseVersion(exporterVersion) !== undefined;
  return isNewer && compareVersions(exporterVersion, here) > 0
    ? [finding("exporterNewer", "warning", RELEASE_WAYS, { exporter: exporterVersion, environment: here })]
    : [];
}

const majorMinor = (version: string): string => (parseVersion(version) ?? []).slice(0, 2).join(".");

/** Managed against unmanaged, publisher, and names that are taken. */
function modeFindings({ manifest, family: { installed } }: Compared): ReleaseFinding[] {
  const found: ReleaseFinding[] = [];
  const { uniqueName } = manifest;
  if (RESTRICTED.has(nameKey(uniqueName))) {
    found.push(finding("restricted", "blocker", RELEASE_WAYS, { solution: uniqueName }, "0x8004F007"));
  }
  if (!manifest.managed) found.push(finding("unmanagedPackage", "info", RELEASE_WAYS, { solution: uniqueName }));
  if (!installed) return found;
  if (installed.managed && !manifest.managed) {
    found.push(finding("unmanagedOverManaged", "blocker", RELEASE_WAYS, { solution: uniqueName }, "0x80048041"));
  }
  if (!installed.managed && manifest.managed) {
    found.push(finding("managedOverUnmanaged", "blocker", RELEASE_WAYS, { solution: uniqueName }, "0x80048040"));
  }
  if (!installed.managed && !manifest.managed) {
    found.push(finding("upgradeNeedsManaged", "blocker", UPGRADES, { solution: uniqueName }));
  }
  const [from, to] = [installed.publisher.uniqueName, manifest.publisher.uniqueName];
  if (nameKey(from) !== nameKey(to)) {
    found.push(finding("publisherDiffers", "blocker", RELEASE_WAYS, { installed: from, package: to }, "0x8004801C"));
  }
  return found;
}

/** An upgrade must be higher; of an update the server's own rule is not confirmed (§6.4 [?]). */
function versionFindings({ manifest, family: { installed } }: Compared): ReleaseFinding[] {
  if (!installed) return [];
  const evidence = { package: manifest.version, installed: installed.version };
  if (parseVersion(manifest.version) === undefined) return [finding("notAVersion", "warning", RELEASE_WAYS, evidence)];
  const order = compareVersions(manifest.version, installed.version);
  if (order > 0) return [];
  const id = order === 0 ? "versionEqual" : "versionLower";
  return [
    ...(manifest.managed
      ? [finding(id, "warning", ["update"], evidence), finding(id, "blocker", UPGRADES, evidence, "0x80048541")]
      : [finding(id, "info", ["update"], evidence)]),
  ];
}

/** The rules of patches (§1.5). */
function patchFindings({ manifest, family }: Compared): ReleaseFinding[] {
  const { base, patches, patchOf = "" } = family;
  const refuse = (id: FindingId, evidence: ReleaseFinding["evidence"], code: string): ReleaseFinding[] => [
    finding(id, "blocker", ["patch"], evidence, code),
  ];
  if (!base || base.parentId !== undefined) return refuse("patchBaseMissing", { base: patchOf }, "0x80048540");
  if (manifest.managed && !base.managed) return refuse("patchBaseUnmanaged", { base: base.uniqueName }, "0x80048540");
  if (!manifest.managed && base.managed) {
    return refuse("unmanagedOverManaged", { solution: base.uniqueName }, "0x80048041");
  }
  const evidence = { package: manifest.version, base: base.version };
  if (!sameMajorMinor(manifest.version, base.version) || compareVersions(manifest.version, base.version) <= 0) {
    return refuse("patchVersion", evidence, "0x8004F01E");
  }
  const blocking = patches.find(({ version }) => compareVersions(version, manifest.version) >= 0);
  if (!blocking) return [];
  const isItself = nameKey(blocking.uniqueName) === nameKey(manifest.uniqueName);
  const id = isItself ? "patchInstalled" : "patchNotHigher";
  return refuse(id, { package: manifest.version, patch: blocking.uniqueName, version: blocking.version }, "0x80061771");
}

/** A base that was taken back to a lower minor version below its patches takes no further one: none could be higher. */
function futurePatchFindings({ family: { installed, patches } }: Compared): ReleaseFinding[] {
  if (!installed) return [];
  const { version: base } = installed;
  const above = patches.find(({ version }) => !sameMajorMinor(version, base) && compareVersions(version, base) > 0);
  if (!above) return [];
  const evidence = { package: base, patch: above.uniqueName, version: above.version };
  return [finding("patchNotHigher", "blocker", ["patch"], evidence, "0x80061771")];
}

/** What is going on here, and what is left over. */
function stateFindings({ manifest, family, facts }: Compared): ReleaseFinding[] {
  const { running, languages } = facts;
  const found: ReleaseFinding[] = [];
  if (family.pending) found.push(...pendingFindings(family.pending, manifest.version));
  if (running === undefined) found.push(finding("operationsUnknown", "warning", RELEASE_WAYS, {}));
  for (const one of running ?? []) {
    const at = finding("operationRunning", "warning", RELEASE_WAYS, { operation: one.name }, "0x80071151");
    found.push({ ...at, running: one });
  }
  const language = manifest.languageCode;
  if (language !== undefined && languages !== undefined && !languages.includes(language)) {
    found.push(finding("languageMissing", "warning", RELEASE_WAYS, { language: String(language) }));
  }
  return found;
}

/** A second upgrade is refused; an update goes below the pending one, which hides it (§1.4, §8.1). */
const pendingFindings = (pending: InstalledSolution, version: string): ReleaseFinding[] => {
  const evidence = { pending: pending.uniqueName, version: pending.version, package: version };
  return [
    finding("pendingUpgrade", "blocker", UPGRADES, evidence, "0x80048033"),
    finding("pendingUpgrade", "warning", ["update", "patch"], evidence),
  ];
};
