import type { StackReading } from "../consequences/affectedComponent";
import type { LayerStack } from "../layers/componentLayer";
import type { LayerNames } from "../rollbacks/layerNames";
import type { EarlierPackages } from "./earlierPackages";
import type { Family } from "./family";
import type { IncomingComponent } from "./incomingPackage";
import type { LayerPlan } from "./placement";
import { addressOf, platformTypeName, type ReleaseAddress } from "./releaseAddress";
import type { PackageFacts, PresentComponent, ReleaseFacts } from "./releaseFacts";
import type { ReleaseComponent, ReleaseWay } from "./releasePreview";

/** Everything the rules of one way look at. */
export interface Situation {
  readonly way: ReleaseWay;
  readonly overwrite: boolean;
  readonly facts: ReleaseFacts;
  readonly found: PackageFacts;
  readonly family: Family;
  readonly earlier: EarlierPackages;
  readonly names: LayerNames;
  readonly plan: LayerPlan;
  readonly incoming: ReadonlyMap<ReleaseAddress, IncomingComponent>;
}

/** The components of a package, each once: one may be described in two places, e.g. an option set with its column. */
export function incomingComponents(
  components: readonly IncomingComponent[],
): ReadonlyMap<ReleaseAddress, IncomingComponent> {
  const byAddress = new Map<ReleaseAddress, IncomingComponent>();
  for (const component of components) {
    const address = addressOf(component);
    const earlier = byAddress.get(address);
    byAddress.set(address, earlier ? together(earlier, component) : component);
  }
  return byAddress;
}

const together = (first: IncomingComponent, second: IncomingComponent): IncomingComponent => ({
  ...first,
  ...second,
  root: first.root || second.root,
  shell: first.shell && second.shell,
  properties: { ...first.properties, ...second.properties },
  references: [...first.references, ...second.references],
});

/** The layers of a component that is here, where they were read; never empty. */
export function stackOf({ facts }: Pick<Situation, "facts">, here: PresentComponent): StackReading {
  const reading = facts.stacks.get(here.component.key);
  if (reading === undefined) return { status: "unknown", why: { reason: "notRead" } };
  if (reading.status === "unknown" || reading.stack.layers.length > 0) return reading;
  return { status: "unknown", why: { reason: "unreadable" } };
}

/** Only unmanaged edits hold it: no layer of the platform or of a managed solution. */
export const isUnmanagedOnly = (stack: LayerStack): boolean => stack.layers.every(({ kind }) => kind === "active");

/** A component of the package, and what it is here. */
export const incomingAs = (component: IncomingComponent, here?: PresentComponent): ReleaseComponent => ({
  address: addressOf(component),
  type: component.type,
  typeName: platformTypeName(component.type),
  key: component.key,
  name: component.name,
  displayName: component.displayName ?? here?.component.displayName ?? component.name,
  ...(component.table !== undefined && { table: component.table }),
  ...(here && { here: here.component }),
});

/** A component that is here and not in the package. */
export function presentAs(address: ReleaseAddress, { component }: PresentComponent): ReleaseComponent {
  const { type, typeName, name, displayName, table } = component;
  return {
    address,
    // Numbers of 10000 and above are this environment's own: the name says it everywhere.
    type: platformTypeName(type) === String(type) ? typeName.toLowerCase() : type,
    typeName,
    key: address.slice(address.indexOf(" ") + 1),
    name,
    displayName,
    ...(table !== undefined && { table }),
    here: component,
  };
}
