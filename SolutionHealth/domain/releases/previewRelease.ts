import { finish, type InSteps } from "../inSteps";
import { adviceOf } from "./advice";
import { compatibilityFindings } from "./compatibility";
import { earlierPackages } from "./earlierPackages";
import { familyOf, type Family } from "./family";
import { joinWays } from "./fateFindings";
import type { ReleaseAddress } from "./releaseAddress";
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
 * options. Whether a package is let in is judged knowing that those before it are there: versions, bases, dependencies. What
 * layers and values they leave is not known beforehand, so a component that they touch too is judged as it is now, and says so.
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
  const before = earlierPackages(earlier, facts.solutions);
  const then = familyOf(before.solutions, manifest);
  const findings = [...compatibilityFindings({ manifest, family: then, facts }), ...requirementFindings(found, before)];
  const judged: Judged = { facts, found, family, then, earlier: before, overwrite, findings };
  const ways = yield* waysOf(judged);
  const told = Object.values(ways).flatMap(({ way, findings: own }) => own.map((one) => ({ ...one, ways: [way] })));
  yield;
  const joined = joinWays([...findings, ...told]);
  yield;
  const advice = adviceOf(ways, found.package, family);
  yield;
  const { installed, base, patches, pending, patchOf } = family;
  return {
    package: summaryOf(found, family),
    ...(installed && { installed }),
    ...(patchOf !== undefined && base && { base }),
    patches,
    ...(pending && { pendingUpgrade: pending }),
    findings: joined,
    ways,
    advice,
    values: found.values,
    alsoInEarlier: alsoInEarlier(ways),
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

const alsoInEarlier = (ways: PackagePreview["ways"]): ReleaseAddress[] =>
  [
    ...new Set(
      Object.values(ways).flatMap(({ fates }) =>
        fates.flatMap(({ asOfNow, component }) => (asOfNow === true ? [component.address] : [])),
      ),
    ),
  ].sort();
