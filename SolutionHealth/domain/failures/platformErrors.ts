/** What an error of the platform is about; picks the words on a page and on the command line. */
export const PLATFORM_ERRORS = [
  "locked",
  "dependencies",
  "referenced",
  "requiredBySolution",
  "baseLayer",
  "lastForm",
  "restrictedDelete",
  "restrictedImport",
  "managedSolution",
  "unmanagedBase",
  "managedProperty",
  "managedPropertyCondition",
  "invalidVersion",
  "versionNotHigher",
  "bothManaged",
  "patchBaseMissing",
  "patchVersion",
  "hasPatches",
  "cloneFailed",
  "noUpgradeReady",
  "oldSolutionMissing",
  "importFailed",
  "solutionsMissing",
  "installedUnmanaged",
  "installedManaged",
  "publisherName",
  "dependenciesMissing",
  "notAPackage",
  "packageVersion",
  "invalidXml",
  "notDeclared",
  "unmanagedParent",
  "managedExport",
  "customControl",
  "privilege",
  "notFound",
  "unexpected",
] as const;

export type PlatformError = (typeof PLATFORM_ERRORS)[number];

/** Fact sheet §6.8. Lower case. */
const BY_CODE: Readonly<Record<string, PlatformError>> = {
  "0x80071151": "locked",
  "0x8004f01d": "dependencies",
  "0x8004f01f": "referenced",
  "0x8004f020": "requiredBySolution",
  "0x8004f654": "lastForm",
  "0x8004f005": "restrictedDelete",
  "0x8004f007": "restrictedImport",
  "0x8004f024": "managedSolution",
  "0x8004f016": "unmanagedBase",
  "0x8004f031": "managedProperty",
  "0x8004f032": "managedPropertyCondition",
  "0x8004f01e": "invalidVersion",
  "0x80048541": "versionNotHigher",
  "0x80048540": "patchBaseMissing",
  "0x80061771": "patchVersion",
  "0x80048538": "hasPatches",
  "0x80048539": "cloneFailed",
  "0x8004853b": "noUpgradeReady",
  "0x8004853c": "oldSolutionMissing",
  "0x80048033": "importFailed",
  "0x80048034": "solutionsMissing",
  "0x80048040": "installedUnmanaged",
  "0x80048041": "installedManaged",
  "0x8004801c": "publisherName",
  "0x8004801d": "dependenciesMissing",
  "0x80048060": "notAPackage",
  "0x80048066": "packageVersion",
  "0x80048067": "packageVersion",
  "0x80048068": "packageVersion",
  "0x80048069": "packageVersion",
  "0x8004806a": "packageVersion",
  "0x8004802c": "invalidXml",
  "0x8004803a": "notDeclared",
  "0x8004803b": "unmanagedParent",
  "0x80048036": "managedExport",
  "0x80160000": "customControl",
  "0x80040220": "privilege",
  "0x80040217": "notFound",
  "0x80040216": "unexpected",
};

/** Refusals without a documented code, or documented by their text alone: that tells (§6.4, §6.5). */
const BY_TEXT: readonly (readonly [RegExp, PlatformError])[] = [
  [/other managed layers over the base layer/i, "baseLayer"],
  [/only fallback form of type/i, "lastForm"],
  [/both be managed for upgrade/i, "bothManaged"],
];

/** What an error is about; undefined for one that is not known here. @param code in any form */
export function platformError(code: string | undefined, text: string | undefined): PlatformError | undefined {
  const byText = BY_TEXT.find(([pattern]) => pattern.test(text ?? ""))?.[1];
  const canonical = code === undefined ? undefined : platformCode(code);
  // An outer "import failed" says less than the code that its text carries.
  const inner = /0x8[0-9a-f]{7}/i.exec(text ?? "")?.[0];
  const outer = canonical === undefined ? undefined : BY_CODE[canonical.toLowerCase()];
  const isVague = outer === undefined || outer === "importFailed" || outer === "unexpected";
  return byText ?? (isVague && inner !== undefined ? (BY_CODE[inner.toLowerCase()] ?? outer) : outer);
}

/**
 * The code as the Web API writes it: "0x8004F01D". Jobs and the history hold it as a signed number too, or without its
 * prefix (§5.1, §5.4). Undefined for what is no code.
 */
export function platformCode(code: string): string | undefined {
  const text = code.trim();
  const hex = /^(?:0x)?([0-9a-f]{8})$/i.exec(text)?.[1];
  if (hex !== undefined) return `0x${hex.toUpperCase()}`;
  if (!/^-?\d+$/.test(text) || text === "0") return undefined;
  return `0x${(Number(text) >>> 0).toString(16).toUpperCase().padStart(8, "0")}`;
}
