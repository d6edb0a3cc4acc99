import { activeLayer, layersBelowActive } from "../layers/layerStack";
import type { ComponentLayer, LayerStack } from "../layers/componentLayer";
import { valueBelow } from "../layers/winners";
import { ComponentType } from "../model/componentType";
import type { PropertyValue } from "../model/property";
import type { IncomingComponent } from "./incomingPackage";
import { addressIn, platformTypeName } from "./releaseAddress";
import type { Presence } from "./releaseFacts";
import type { ReleaseBlocker, ReleaseBlockerKind, ReleaseFix } from "./releasePreview";
import { incomingAs, isUnmanagedOnly, type Situation, stackOf } from "./situation";

/** Kinds for which a managed import over an unmanaged one is refused (0x8004F016). */
const NEVER_OVER_UNMANAGED: ReadonlySet<string> = new Set([
  "SdkMessageProcessingStep",
  "SdkMessageProcessingStepImage",
]);

const CODES: Partial<Readonly<Record<ReleaseBlockerKind, string>>> = {
  unmanagedBase: "0x8004F016",
  unmanagedParent: "0x8004803B",
  notCustomizable: "0x8004F032",
  managedProperty: "0x8004F031",
};

/**
 * Managed layers that the platform does not let in: over an unmanaged step, under an unmanaged table, over another
 * publisher's component that must not be customized or whose managed property it would change (fact sheet §6.8, §8.1); a
 * column of another type. Where the solution has a layer already, nothing but the type is asked.
 */
export function admissionBlockers(at: Situation): ReleaseBlocker[] {
  if (!at.found.package.manifest.managed) return [];
  return [...at.incoming].flatMap(([address, incoming]) => admission(incoming, at.found.presence.get(address), at));
}

function admission(incoming: IncomingComponent, presence: Presence | undefined, at: Situation): ReleaseBlocker[] {
  const here = presence?.status === "present" ? presence.here : undefined;
  const reading = here && stackOf(at, here);
  const refusal = refusalOf(incoming, reading?.status === "read" ? reading.stack : undefined, at);
  if (!refusal) return [];
  const component = incomingAs(incoming, here);
  const code = CODES[refusal.kind];
  const { certain = true, ...told } = refusal;
  return [{ ...told, required: component, dependent: component, round: 1, certain, ...(code && { code }) }];
}

interface Refusal extends Pick<ReleaseBlocker, "kind" | "fix"> {
  /** True unless told. */
  readonly certain?: boolean;
}

function refusalOf(incoming: IncomingComponent, stack: LayerStack | undefined, at: Situation): Refusal | undefined {
  const here: ReleaseFix = { where: "here" };
  if (stack && isUnmanagedOnly(stack) && NEVER_OVER_UNMANAGED.has(platformTypeName(incoming.type))) {
    return { kind: "unmanagedBase", fix: here };
  }
  if (stack && isOtherColumn(incoming, stack)) {
    return { kind: "columnType", fix: { where: "package" }, certain: false };
  }
  if (stack && hasFamilyLayer(stack, at)) return undefined;
  const parent = unmanagedParent(incoming, at);
  if (parent) return { kind: "unmanagedParent", fix: here, certain: parent === "refused" };
  return stack && !incoming.shell ? foreignRefusal(incoming, stack, at) : undefined;
}

/**
 * A column of this name is here, of another data type. Columns are matched by name (§8.3), and their type cannot be changed:
 * a package never deletes and makes anew what it holds. In which error that ends is not documented [?].
 */
function isOtherColumn({ type, shell, properties }: IncomingComponent, stack: LayerStack): boolean {
  if (type !== ComponentType.Attribute || shell) return false;
  const [comes, there] = [properties.type, valueBelow(stack, "type", 0).value];
  return typeof comes === "string" && typeof there === "string" && comes.toLowerCase() !== there.toLowerCase();
}

function foreignRefusal(incoming: IncomingComponent, stack: LayerStack, at: Situation): Refusal | undefined {
  const owner = foreignOwner(stack, at);
  if (owner === undefined) return undefined;
  const fix: ReleaseFix = { where: "solution", solution: at.names.nameOf(owner) };
  if (!isCustomizable(stack)) return { kind: "notCustomizable", fix };
  return isFalse(incoming.properties.iscustomizable) ? { kind: "managedProperty", fix } : undefined;
}

function hasFamilyLayer(stack: LayerStack, { names, family, plan }: Situation): boolean {
  const own = names.familyOf(family.base?.uniqueName ?? plan.own);
  return stack.layers.some(({ kind, solution }) => kind === "managed" && names.familyOf(solution) === own);
}

/**
 * Whether the table is one that only this environment holds. One that the package brings becomes managed by it; whether a
 * shell of it, which says nothing of the table, is enough for that is not documented (§6.8: 0x8004803B [?]).
 */
function unmanagedParent({ table, type, key }: IncomingComponent, at: Situation): "refused" | "maybe" | undefined {
  if (table === undefined || (type === ComponentType.Entity && key === table)) return undefined;
  const address = addressIn("Entity", table);
  const [presence, brought] = [at.found.presence.get(address), at.incoming.get(address)];
  if (presence?.status !== "present" || brought?.shell === false) return undefined;
  const reading = stackOf(at, presence.here);
  const isUnmanaged = reading.status === "read" ? isUnmanagedOnly(reading.stack) : presence.here.managed === false;
  if (!isUnmanaged) return undefined;
  return brought ? "maybe" : "refused";
}

/** The base layer, where another publisher's solution made it and nothing of the platform lies below. */
function foreignOwner(stack: LayerStack, { names, found, facts }: Situation): ComponentLayer | undefined {
  const base = stack.layers[stack.layers.length - 1];
  if (base?.kind !== "managed") return undefined;
  const publisher = found.package.manifest.publisher.uniqueName.toLowerCase();
  const own = facts.solutions.find((solution) => solution.publisher.uniqueName.toLowerCase() === publisher);
  return names.publisherOf(base) === own?.publisher.id ? undefined : base;
}

/** The managed property as the layers leave it, without the unmanaged one. */
function isCustomizable(stack: LayerStack): boolean {
  const below = activeLayer(stack) ? { layers: layersBelowActive(stack) } : stack;
  return !isFalse(valueBelow({ ...stack, ...below }, "iscustomizable", 0).value);
}

/** Packages and layers write it in several shapes (§4.4). */
function isFalse(value: PropertyValue | undefined): boolean {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return isFalse(value.Value);
  return value === false || value === 0 || value === "0" || value === "false" || value === "False";
}
