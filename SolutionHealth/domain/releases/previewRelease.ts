import { finish, type InSteps } from "../inSteps";
import { nameKey } from "../solutions/solutionNames";
import { adviceOf } from "./advice";
import { compatibilityFindings } from "./compatibility";
import { familyOf, type Family } from "./family";
import { joinWays } from "./fateFindings";
import { addressOf, type ReleaseAddress } from "./releaseAddress";
import type { PackageFacts, ReleaseFacts } from "./releaseFacts";
import { releaseOrder } from "./releaseOrder";
import { type PackagePreview, type PackageSummary, type ReleasePreview } from "./releasePreview";
import { requirementFindings } from "./requirementFindings";
import { type Judged, wayPreview } from "./wayPreview";

export interface ReleaseOptions {
  /** Whether the import would overwrite unmanaged customizations (fact sheet §8.3). */
  readonly overwrite: boolean;
}

/**
 * What packages would do, along each way, from the facts alone. Cheap enough to be asked again with every change of the
 * options. Each package is judged against the environment as it is now; what an earlier one of the same release touches
 * too is named.
 */
export const previewRelease = (facts: ReleaseFacts, options: ReleaseOptions): ReleasePreview =>
  finish(previewReleaseInSteps(facts, options));

/** The same with pauses: thousands of components take the better part of a second. */
export function* previewReleaseInSteps(facts: ReleaseFacts, { overwrite }: ReleaseOptions): InSteps<ReleasePreview> {
  const { indices, names, cycles } = releaseOrder(facts.packages.map((found) => found.package));
  const inOrder = indices.flatMap((index) => facts.packages[index] ?? []);
  const { environment, unread, readAt } = facts;
  const packages: PackagePreview[] = [];
  for (const [index, found] of inOrder.entries()) {
    packages.push(yield* packagePreview(found, inOrder.slice(0, index), facts, overwrite));
  }
  return {
    ...(environment && { environment }),
    overwrite,
    packages,
    order: { names, cycles },
    unread,
    readAt,
  };
}

function* packagePreview(
  found: PackageFacts,
  earlier: readonly PackageFacts[],
  facts: ReleaseFacts,
  overwrite: boolean,
): InSteps<PackagePreview> {
  const { manifest } = found.package;
  const family = familyOf(facts.solutions, manifest);
  const before = new Set(earlier.map((other) => nameKey(other.package.manifest.uniqueName)));
  const findings = [...compatibilityFindings({ manifest, family, facts }), ...requirementFindings(found, before)];
  const judged: Judged = { facts, found, family, overwrite, findings };
  const ways = yield* waysOf(judged);
  const told = Object.values(ways).flatMap(({ way, findings: own }) => own.map((one) => ({ ...one, ways: [way] })));
  const { installed, base, patches, pending, patchOf } = family;
  return {
    package: summaryOf(found, family),
    ...(installed && { installed }),
    ...(patchOf !== undefined && base && { base }),
    patches,
    ...(pending && { pendingUpgrade: pending }),
    findings: joinWays([...findings, ...told]),
    ways,
    advice: adviceOf(ways, manifest, family),
    values: found.values,
    alsoInEarlier: alsoInEarlier(found, earlier),
  };
}

/** Staged and applied, an upgrade ends as in one step: it is judged once. */
function* waysOf(judged: Judged): InSteps<PackagePreview["ways"]> {
  const install = yield* wayPreview("install", judged);
  const update = yield* wayPreview("update", judged);
  const upgrade = yield* wayPreview("upgrade", judged);
  const patch = yield* wayPreview("patch", judged);
  return { install, update, upgrade, stagedUpgrade: { ...upgrade, way: "stagedUpgrade" }, patch };
}

function summaryOf({ package: content }: PackageFacts, { patchOf }: Family): PackageSummary {
  const { manifest, fileName, size, sha256, components, partial = [] } = content;
  const { uniqueName, version, managed, publisher, packageVersion, exporterVersion } = manifest;
  return {
    fileName,
    size,
    sha256,
    uniqueName,
    displayName: manifest.names[0]?.text ?? uniqueName,
    version,
    managed,
    publisher: { uniqueName: publisher.uniqueName, displayName: publisher.names[0]?.text ?? publisher.uniqueName },
    ...(packageVersion !== undefined && { packageVersion }),
    ...(exporterVersion !== undefined && { exporterVersion }),
    ...(patchOf !== undefined && { patchOf }),
    components: components.length,
    partial,
  };
}

function alsoInEarlier(found: PackageFacts, earlier: readonly PackageFacts[]): ReleaseAddress[] {
  const touched = new Set(earlier.flatMap((other) => other.package.components.map(addressOf)));
  return [...new Set(found.package.components.map(addressOf))].filter((address) => touched.has(address)).sort();
}
