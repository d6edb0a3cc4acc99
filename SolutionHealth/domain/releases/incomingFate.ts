import type { LayerName } from "../consequences/layerName";
import type { NotKnown } from "../consequences/affectedComponent";
import { activeLayer } from "../layers/layerStack";
import { ACTIVE_LAYER, type ComponentLayer, type LayerStack } from "../layers/componentLayer";
import { isMergeType } from "../layers/mergeTypes";
import { childChanges, lostChildren, unsaidCollections } from "./incomingChildren";
import type { IncomingComponent } from "./incomingPackage";
import { incomingChanges, lostProperties, type Meeting, unreadContents, unsaidProperties } from "./incomingProperties";
import type { Placement } from "./placement";
import { platformTypeName, type ReleaseAddress } from "./releaseAddress";
import type { PresentComponent } from "./releaseFacts";
import type { ComponentRelease, LostValue, OverrideFate, ReleaseChange } from "./releasePreview";
import { incomingAs, type Situation, stackOf } from "./situation";

/** What becomes of a component of the package. */
export function incomingFate(address: ReleaseAddress, incoming: IncomingComponent, at: Situation): ComponentRelease {
  const presence = at.found.presence.get(address);
  if (presence === undefined) return unknownFate(incoming, undefined, { reason: "notRead" });
  if (presence.status === "unknown") return unknownFate(incoming, undefined, presence.why);
  // What an earlier package of the release brings is here by then, and a shell says nothing of it.
  if (presence.status === "absent" && incoming.shell && at.earlier.brought.has(address)) {
    return { ...blank(incoming), kind: "unchanged", newLayer: true };
  }
  if (presence.status === "absent") return added(incoming, at);
  const reading = stackOf(at, presence.here);
  if (reading.status === "read") return metFate(incoming, presence.here, reading.stack, at);
  // A shell says nothing: what is here stays as it is, whatever its layers are.
  if (incoming.shell && !at.plan.takesAll) return { ...blank(incoming, presence.here), kind: "unchanged" };
  return unknownFate(incoming, presence.here, reading.why);
}

function blank(incoming: IncomingComponent, here?: PresentComponent): Omit<ComponentRelease, "kind"> {
  return {
    component: incomingAs(incoming, here),
    changes: [],
    newLayer: false,
    shell: incoming.shell,
    heldBy: [],
    override: here === undefined || here.flagged === false ? "none" : "unknown",
    merged: isMergeType(platformTypeName(incoming.type)),
    blockedBy: [],
  };
}

const unknownFate = (
  incoming: IncomingComponent,
  here: PresentComponent | undefined,
  why: NotKnown,
): ComponentRelease => ({ ...blank(incoming, here), kind: "unknown", override: "unknown", why });

/** It is not here: everything of it is new. */
function added(incoming: IncomingComponent, at: Situation): ComponentRelease {
  return { ...blank(incoming), kind: "added", newLayer: true, override: "none", layersThen: [ownName(at)] };
}

function metFate(
  incoming: IncomingComponent,
  here: PresentComponent,
  stack: LayerStack,
  at: Situation,
): ComponentRelease {
  const typeName = platformTypeName(incoming.type);
  const override = overrideFate(stack, incoming, at);
  const whole = at.plan.place(stack);
  const placement = override === "removedByOverwrite" ? withoutActive(whole) : whole;
  const merged = isMergeType(typeName) && placement.above.length + placement.below.length > 0;
  const meeting: Meeting = { incoming, stack, placement, merged, deletes: at.plan.takesAll, names: at.names };
  const unsaid = unsaidOf(meeting, at);
  const changes = incoming.shell ? [] : changesOf(meeting);
  const lost = override === "removedByOverwrite" ? lostOf(meeting, changes, unsaid) : [];
  const why = doubtAbout(meeting, whole);
  return {
    ...blank(incoming, here),
    kind: changes.length > 0 ? "changed" : why?.decides ? "unknown" : "unchanged",
    changes,
    ...(unsaid.length > 0 && { unsaid }),
    ...(lost.length > 0 && { lost }),
    newLayer: whole.replaced.length === 0,
    heldBy: heldBy(placement, at),
    layersThen: layersThen(placement, at),
    override,
    ...(why && { why: why.text }),
  };
}

/** What keeps the answer from being the whole truth, and whether it could turn "unchanged" around. */
function doubtAbout(
  meeting: Meeting,
  { above, replaced }: Placement,
): { readonly text: NotKnown; readonly decides: boolean } | undefined {
  const [content] = meeting.incoming.shell ? [] : unreadContents(meeting);
  if (content !== undefined) return { text: { reason: "unreadable", text: content }, decides: true };
  const decides = replaced.some(isUnreadable);
  return decides || above.some(isUnreadable) ? { text: { reason: "unreadable" }, decides } : undefined;
}

function changesOf(meeting: Meeting): ReleaseChange[] {
  return [...incomingChanges(meeting), ...childChanges(meeting)].sort(
    (a, b) => compare(a.property, b.property) || compare(a.child ?? "", b.child ?? ""),
  );
}

/** A shell leaves the layer as it was, unless the layer before goes with the old version. */
function unsaidOf(meeting: Meeting, { plan }: Situation): string[] {
  if (plan.own === ACTIVE_LAYER || (meeting.incoming.shell && !plan.takesAll)) return [];
  return [...unsaidProperties(meeting), ...unsaidCollections(meeting)].sort();
}

function lostOf(meeting: Meeting, changes: readonly ReleaseChange[], unsaid: readonly string[]): LostValue[] {
  const override = activeLayer(meeting.stack);
  if (!override) return [];
  const told = new Set(changes.map(({ property, child }) => (child === undefined ? property : `${property} ${child}`)));
  return [...lostProperties(meeting, override, told, new Set(unsaid)), ...lostChildren(meeting, override, told)].sort(
    (a, b) => compare(a.property, b.property) || compare(a.child ?? "", b.child ?? ""),
  );
}

/**
 * Overwriting takes unmanaged layers off the components in the package, except off types that are merged (fact sheet
 * §8.3). An upgrade or update without it leaves them on top.
 */
function overrideFate(stack: LayerStack, incoming: IncomingComponent, at: Situation): OverrideFate {
  if (activeLayer(stack) === undefined || at.plan.own === ACTIVE_LAYER) return "none";
  if (!at.overwrite || incoming.shell) return "staysOnTop";
  return isMergeType(platformTypeName(incoming.type)) ? "mergeTypeKept" : "removedByOverwrite";
}

const withoutActive = (placement: Placement): Placement => ({
  ...placement,
  above: placement.above.filter(({ kind }) => kind !== "active"),
});

const isUnreadable = ({ changes, properties, children }: ComponentLayer): boolean =>
  children.status === "unreadable" || (changes.status === "unreadable" && properties.status === "unreadable");

const heldBy = ({ above, below }: Placement, { names }: Situation): LayerName[] =>
  [...above, ...below].filter(({ kind }) => kind === "managed").map((layer) => names.nameOf(layer));

function layersThen({ above, below }: Placement, at: Situation): LayerName[] {
  const name = (layer: ComponentLayer): LayerName => at.names.nameOf(layer);
  return [...above.map(name), ownName(at), ...below.map(name)];
}

function ownName({ plan, found }: Situation): LayerName {
  const { manifest } = found.package;
  const publisher = manifest.publisher.names[0]?.text ?? manifest.publisher.uniqueName;
  if (plan.own === ACTIVE_LAYER) return { solution: ACTIVE_LAYER, displayName: ACTIVE_LAYER, publisher };
  return {
    solution: plan.own,
    displayName: manifest.names[0]?.text ?? manifest.uniqueName,
    publisher,
    version: manifest.version,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
