import type { IncomingPackage } from "./incomingPackage";
import { addressOf, type ReleaseAddress } from "./releaseAddress";
import { requiredAddresses } from "./requiredAddress";

/** Components that a package describes, whether it brings them or only changes what another has brought. */
export const describedBy = ({ components }: IncomingPackage): ReadonlySet<ReleaseAddress> =>
  new Set(components.filter(({ shell }) => !shell).map(addressOf));

/**
 * Components that are there once the package is in, and were not needed before: what it names itself as required from elsewhere,
 * it only changes (fact sheet §13.1).
 */
export function broughtBy(content: IncomingPackage): ReadonlySet<ReleaseAddress> {
  const needed = new Set(content.manifest.missingDependencies.flatMap(({ required }) => requiredAddresses(required)));
  return new Set([...describedBy(content)].filter((address) => !needed.has(address)));
}
