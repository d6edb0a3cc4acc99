import type { LayerStack } from "../layers/componentLayer";
import { activeLayer } from "../layers/layerStack";
import { fateOfStack } from "../rollbacks/componentFate";
import type { ComponentFate } from "../rollbacks/rollbackPreview";
import { partOf, wholeOf } from "../rollbacks/wholes";
import { presentAddresses, presentAddress } from "./presentAddress";
import type { ReleaseAddress } from "./releaseAddress";
import type { PresentComponent, ReleaseMember } from "./releaseFacts";
import type { ComponentRelease, OverrideFate } from "./releasePreview";
import { presentAs, type Situation, stackOf } from "./situation";
import { survivorChanges } from "./survivorChanges";

/** Members of the installed solution that the package no longer holds. */
export function droppedMembers(at: Situation): ReleaseMember[] {
  const kept = keptKeys(at);
  return at.found.members.filter(({ component }) => !kept.has(component.key));
}

/** Components that are here and in the package, by the key of what is here. */
function keptKeys({ found, incoming }: Situation): ReadonlySet<string> {
  return new Set(
    [...incoming.keys()].flatMap((address) => {
      const presence = found.presence.get(address);
      return presence?.status === "present" ? [presence.here.component.key] : [];
    }),
  );
}

/**
 * Whether it cannot be told if the component is in the package: one of the same type is there whose presence here is not
 * known.
 */
const mayBeKept = (member: PresentComponent, open: ReadonlySet<string>): boolean =>
  open.has(member.component.typeName) || presentAddresses(member.component).some((address) => open.has(address));

function openTypes({ found }: Situation): ReadonlySet<string> {
  return new Set(
    [...found.presence].flatMap(([address, { status }]) =>
      status === "unknown" ? [address, address.slice(0, address.indexOf(" "))] : [],
    ),
  );
}

/** What an update or a patch leaves: components of the base that the package does not hold stay as they are. */
export function leftBehind(at: Situation): ComponentRelease[] {
  const { base } = at.family;
  const open = openTypes(at);
  return droppedMembers(at)
    .filter(({ heldBy }) => base !== undefined && heldBy.includes(base.id))
    .map((member) => {
      const fate = blank(member);
      return mayBeKept(member, open) ? { ...fate, kind: "unknown", why: { reason: "notRead" } } : fate;
    });
}

const blank = (here: PresentComponent): ComponentRelease => ({
  component: presentAs(presentAddress(here.component), here),
  kind: "leftBehind",
  changes: [],
  newLayer: false,
  shell: false,
  heldBy: [],
  // Where nobody says whether there is an unmanaged layer, there may be one.
  override: here.flagged === undefined ? "unknown" : here.flagged ? "staysOnTop" : "none",
  merged: false,
  blockedBy: [],
});

/**
 * What an upgrade makes of what the package no longer holds: with the layers of the old version gone, either another
 * managed solution or the platform holds it, or it is deleted; and with a table goes what is part of it. Layers decide,
 * never a missing membership row (fact sheet §2.1, §8.2, §8.3).
 */
export function droppedFates(at: Situation): ComponentRelease[] {
  const open = openTypes(at);
  const fates = new Map<string, ComponentRelease>();
  for (const member of droppedMembers(at)) {
    fates.set(member.component.key, droppedFate(member, open, at));
  }
  const wholes = goingWholes([...fates.values()]);
  for (const part of partsOf(at)) {
    const whole = wholes.get(partOf(part.component) ?? "");
    const known = fates.get(part.component.key);
    if (whole === undefined || known?.kind === "deleted") continue;
    const fate = fateWithWhole(part, whole, known, at);
    if (fate) fates.set(part.component.key, fate);
  }
  return [...fates.values()];
}

/** Tables and environment variables that are deleted, by the key of their parts' whole. */
export function goingWholes(fates: readonly ComponentRelease[]): ReadonlyMap<string, ReleaseAddress> {
  return new Map(
    fates.flatMap(({ kind, component: { here, address } }) => {
      const whole = kind === "deleted" && here ? wholeOf(here) : undefined;
      return whole === undefined ? [] : [[whole, address] as const];
    }),
  );
}

/** Everything that may be part of a table that goes, without what the package holds itself. */
function partsOf(at: Situation): readonly PresentComponent[] {
  const kept = keptKeys(at);
  return [...at.found.members, ...at.found.parts].filter(({ component }) => !kept.has(component.key));
}

function droppedFate(member: ReleaseMember, open: ReadonlySet<string>, at: Situation): ComponentRelease {
  const fate = blank(member);
  const reading = stackOf(at, member);
  if (mayBeKept(member, open)) return { ...fate, kind: "unknown", override: "unknown", why: { reason: "notRead" } };
  if (reading.status === "unknown") return { ...fate, kind: "unknown", override: "unknown", why: reading.why };
  const families = new Set(at.family.all.map(({ uniqueName }) => at.names.familyOf(uniqueName)));
  const { goes } = at.plan;
  const { stack } = reading;
  return toRelease(fate, fateOfStack(member.component, stack, { names: at.names, goes, families }), stack);
}

function toRelease(fate: ComponentRelease, rollback: ComponentFate, stack: LayerStack): ComponentRelease {
  const { kind, changes, heldBy, hasOverride, likelyKept, merged, why } = rollback;
  const shared = { ...fate, heldBy, merged, ...(why && { why }) };
  if (kind === "deleted") return { ...shared, kind: "deleted", override: overrideOf(hasOverride, "goesAlong") };
  const override = overrideOf(hasOverride, "staysOnTop");
  if (kind === "unknown") return { ...shared, kind: "unknown", override };
  return {
    ...shared,
    kind: "survives",
    override,
    changes: survivorChanges(changes, stack, merged),
    ...(likelyKept && { unsaid: likelyKept }),
  };
}

const overrideOf = (has: boolean | undefined, fate: OverrideFate): OverrideFate =>
  has === undefined ? "unknown" : has ? fate : "none";

/** Undefined where a managed layer stays on the part: that stands in the way and is told as a blocker. */
function fateWithWhole(
  part: PresentComponent,
  whole: ReleaseAddress,
  known: ComponentRelease | undefined,
  at: Situation,
): ComponentRelease | undefined {
  const reading = stackOf(at, part);
  const fate = known ?? blank(part);
  if (reading.status === "unknown") return { ...fate, kind: "unknown", override: "unknown", why: reading.why };
  const { layers } = reading.stack;
  if (layers.some((layer) => layer.kind === "managed" && !at.plan.goes(layer))) return undefined;
  const override = activeLayer(reading.stack) ? "goesAlong" : "none";
  const { unsaid: _unsaid, ...rest } = fate;
  return { ...rest, kind: "deleted", changes: [], override, goesWith: whole };
}
