import type { PackageManifest } from "../../SolutionHealth/package/model";
import type { StoredSolution } from "../store/model";
import type { EnvironmentStore } from "../store/environmentStore";
import {
  installedManaged,
  installedUnmanaged,
  invalidVersion,
  packageTooNew,
  packageTooOld,
  publisherChanged,
  restrictedImport,
} from "./faults";
import { isRestrictedSolution } from "./systemSolutions";
import { compareVersionText, majorMinor } from "./version";

/** Packages of CRM 2011 say 5.0 or nothing (§9). */
const OLDEST_PACKAGE_VERSION = "6.0";

/** Two to four numbers: all of them occur (§1.1). */
const VERSION = /^\d+(?:\.\d+){1,3}$/;

/**
 * Whether this environment takes such a package at all (§9, §1.3).
 * @throws 0x8004F007, 0x8004F01E, 0x80048066, 0x80048068
 */
export function checkPackage(store: EnvironmentStore, manifest: PackageManifest): void {
  const present = store.solutionNamed(manifest.uniqueName);
  if (isRestrictedSolution(manifest.uniqueName, present?.id)) throw restrictedImport(manifest.uniqueName);
  if (!VERSION.test(manifest.version)) throw invalidVersion(`'${manifest.version}' is none.`);
  const supported = majorMinor(store.state.organization.version);
  const { packageVersion } = manifest;
  if (packageVersion === undefined || compareVersionText(packageVersion, OLDEST_PACKAGE_VERSION) < 0)
    throw packageTooOld();
  if (compareVersionText(majorMinor(packageVersion), supported) > 0) throw packageTooNew(supported);
}

/**
 * Whether the package fits the solution of that name that is installed.
 * @throws 0x80048040 / 0x80048041 when one is managed and the other is not, 0x8004801C for another publisher.
 */
export function checkSameSolution(store: EnvironmentStore, manifest: PackageManifest, installed: StoredSolution): void {
  if (installed.managed !== manifest.managed) throw installed.managed ? installedManaged() : installedUnmanaged();
  const publisher = store.state.publishers.find((other) => other.id === installed.publisherId);
  if (publisher && publisher.uniqueName.toLowerCase() !== manifest.publisher.uniqueName.toLowerCase()) {
    throw publisherChanged(installed.uniqueName, publisher.uniqueName, manifest.publisher.uniqueName);
  }
}
