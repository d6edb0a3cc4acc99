import { ringsOf } from "../rollbacks/rings";
import { nameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import { broughtBy } from "./broughtBy";
import { baseOfPatch } from "./family";
import type { IncomingPackage } from "./incomingPackage";
import { addressOf, type ReleaseAddress } from "./releaseAddress";
import type { ReleaseOrder } from "./releasePreview";
import { bringerAddresses } from "./requiredAddress";
import { solutionOf } from "./requirementFindings";

/** A package and its place in the list that was given. */
interface Node {
  readonly package: IncomingPackage;
  readonly index: number;
  readonly name: string;
  /** Who needs that needs this package. */
  readonly brings: ReadonlySet<ReleaseAddress>;
  readonly holds: ReadonlySet<ReleaseAddress>;
}

/**
 * In which order packages have to be imported: what one needs, by component or by the name of its solution, comes before it;
 * a base before its patches; a lower version, also of two patches of one base, before a higher one (fact sheet §1.5, §13.1).
 * @returns positions in the list given, with the order by name
 */
export function releaseOrder(
  packages: readonly IncomingPackage[],
): ReleaseOrder & { readonly indices: readonly number[] } {
  const nodes = packages.map(toNode);
  const rings = ringsOf(nodes, (first) => nodes.filter((then) => first !== then && mustPrecede(first, then)));
  const sorted = rings.flat();
  return {
    indices: sorted.map(({ index }) => index),
    names: sorted.map(({ name }) => name),
    cycles: rings.filter(({ length }) => length > 1).map((ring) => ring.map(({ name }) => name)),
  };
}

const toNode = (content: IncomingPackage, index: number): Node => ({
  package: content,
  index,
  name: content.manifest.uniqueName,
  brings: broughtBy(content),
  holds: new Set(content.components.map(addressOf)),
});

function mustPrecede(first: Node, then: Node): boolean {
  const [a, b] = [first.package.manifest, then.package.manifest];
  if (nameKey(a.uniqueName) === nameKey(b.uniqueName)) return compareVersions(a.version, b.version) < 0;
  const base = baseOfPatch(b);
  if (base !== undefined && nameKey(base) === nameKey(a.uniqueName)) return true;
  if (base !== undefined && nameKey(base) === nameKey(baseOfPatch(a) ?? "")) {
    return compareVersions(a.version, b.version) < 0;
  }
  return needsByName(first, then) || needsComponent(first, then);
}

const needsByName = (first: Node, then: Node): boolean =>
  then.package.manifest.missingDependencies.some(
    ({ required }) =>
      nameKey(solutionOf(required)) === nameKey(first.name) ||
      bringerAddresses(required).some((address) => first.brings.has(address)),
  );

const needsComponent = (first: Node, then: Node): boolean =>
  then.package.components.some(({ references }) =>
    references.map(addressOf).some((address) => first.brings.has(address) && !then.holds.has(address)),
  );
