import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { broughtBy, describedBy } from "./broughtBy";
import { baseOfPatch } from "./family";
import type { IncomingComponent, IncomingDependencyEnd, IncomingManifest } from "./incomingPackage";
import { presentAddresses } from "./presentAddress";
import { addressIn, addressOf, platformTypeName, type ReleaseAddress } from "./releaseAddress";
import type { PackageFacts } from "./releaseFacts";
import { bringerAddresses } from "./requiredAddress";

/** What packages of the same release that are imported before this one leave behind for it. */
export interface EarlierPackages {
  /** Unique names, in the order of import. */
  readonly names: readonly string[];
  /** Solutions as they are once those are in: what is installed, versions risen, and what has come. */
  readonly solutions: readonly InstalledSolution[];
  /** Once they are in, these components are here. */
  readonly brought: ReadonlySet<ReleaseAddress>;
  /** What they bring, and what they change. */
  readonly described: ReadonlySet<ReleaseAddress>;
  /** What their solutions hold now and they do not: an upgrade would delete it first. With the solution's unique name. */
  readonly dropped: ReadonlyMap<ReleaseAddress, string>;
  /** What they refer to, or are part of: it can no longer go. */
  readonly needed: ReadonlySet<ReleaseAddress>;
  /** Tables, by logical name in lower case, of which they hold a form: what main forms there are by then is not known. */
  readonly formTables: ReadonlySet<string>;
  /** Keys of the solutions whose packages could be read only in parts. */
  readonly partial: ReadonlySet<string>;
}

/** @param earlier in the order of import */
export function earlierPackages(
  earlier: readonly PackageFacts[],
  installed: readonly InstalledSolution[],
): EarlierPackages {
  const packages = earlier.map((found) => found.package);
  const components = packages.flatMap((content) => content.components.filter(({ shell }) => !shell));
  const manifests = packages.map(({ manifest }) => manifest);
  const inParts = packages.filter(({ partial = [] }) => partial.length > 0);
  return {
    names: manifests.map(({ uniqueName }) => uniqueName),
    solutions: manifests.reduce(withSolution, installed),
    brought: new Set(packages.flatMap((content) => [...broughtBy(content)])),
    described: new Set(packages.flatMap((content) => [...describedBy(content)])),
    dropped: new Map(earlier.flatMap(droppedBy)),
    needed: new Set(components.flatMap(neededBy)),
    formTables: new Set(components.flatMap(formTableOf)),
    partial: new Set(inParts.map(({ manifest }) => nameKey(manifest.uniqueName))),
  };
}

/** What is said of it holds as things are now; by the time of this package it may be otherwise. */
export const isTouched = ({ described, dropped }: EarlierPackages, address: ReleaseAddress): boolean =>
  described.has(address) || dropped.has(address);

export const broughtEarlier = ({ brought }: EarlierPackages, end: IncomingDependencyEnd): boolean =>
  bringerAddresses(end).some((address) => brought.has(address));

/** A patch is no whole: what it does not hold stays. */
function droppedBy({ package: { manifest, components }, members }: PackageFacts): [ReleaseAddress, string][] {
  if (baseOfPatch(manifest) !== undefined) return [];
  const held = new Set(components.map(addressOf));
  return members
    .map(({ component }) => presentAddresses(component))
    .filter((addresses) => addresses.every((address) => !held.has(address)))
    .flatMap((addresses) => addresses.map((address): [ReleaseAddress, string] => [address, manifest.uniqueName]));
}

const neededBy = ({ references, table }: IncomingComponent): ReleaseAddress[] => [
  ...references.map(addressOf),
  ...(table === undefined ? [] : [addressIn("Entity", table)]),
];

const formTableOf = ({ type, table }: IncomingComponent): string[] =>
  platformTypeName(type) === "SystemForm" && table !== undefined ? [table.toLowerCase()] : [];

/** The list with the package's solution in it, as the package makes it. */
function withSolution(solutions: readonly InstalledSolution[], manifest: IncomingManifest): InstalledSolution[] {
  const { uniqueName, version } = manifest;
  const isIt = (other: InstalledSolution): boolean => nameKey(other.uniqueName) === nameKey(uniqueName);
  if (solutions.some(isIt)) return solutions.map((other) => (isIt(other) ? { ...other, version } : other));
  return [...solutions, comingSolution(solutions, manifest)];
}

/** It has no row yet, so no id: the name stands for it. */
function comingSolution(solutions: readonly InstalledSolution[], manifest: IncomingManifest): InstalledSolution {
  const { uniqueName, names, version, managed, publisher } = manifest;
  const base = nameKey(baseOfPatch(manifest) ?? "");
  const parent = solutions.find((other) => nameKey(other.uniqueName) === base);
  return {
    id: `coming ${nameKey(uniqueName)}`,
    uniqueName,
    displayName: names[0]?.text ?? uniqueName,
    version,
    managed,
    visible: true,
    publisher: {
      id: `coming ${nameKey(publisher.uniqueName)}`,
      uniqueName: publisher.uniqueName,
      displayName: publisher.names[0]?.text ?? publisher.uniqueName,
      prefix: publisher.prefix,
    },
    ...(parent && { parentId: parent.id }),
  };
}
