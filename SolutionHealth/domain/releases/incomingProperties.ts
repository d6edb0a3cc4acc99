import type { LayerName } from "../consequences/layerName";
import type { ComponentLayer, LayerStack } from "../layers/componentLayer";
import { propertyWinners, type PropertyWinner, valueBelow } from "../layers/winners";
import { withLogicalName } from "../model/logicalNames";
import type { Properties, PropertyValue } from "../model/property";
import { DEFAULT_BOOKKEEPING } from "../overrides/bookkeeping";
import type { LayerNames } from "../rollbacks/layerNames";
import { same } from "../rollbacks/valuesAfter";
import { contentValue, deferredColumns, isContentUnread, isSameContent } from "./incomingContents";
import type { IncomingComponent } from "./incomingPackage";
import type { Placement } from "./placement";
import type { LostValue, ReleaseChange, Visibility } from "./releasePreview";

/** One component that is here and in the package, and how their layers come to lie. */
export interface Meeting {
  readonly incoming: IncomingComponent;
  readonly stack: LayerStack;
  /** Without the Active layer where overwriting removes it. */
  readonly placement: Placement;
  /** Layers of this type are put together piece by piece, and another one stays. */
  readonly merged: boolean;
  /** What the package no longer says is deleted: an upgrade. An update deletes nothing (§8.3). */
  readonly deletes: boolean;
  readonly names: LayerNames;
}

/** Who decides a property that the package sets, among the layers that stay above it. */
interface Decision {
  readonly seen: Visibility;
  readonly layer?: ComponentLayer;
  readonly value?: PropertyValue | undefined;
  readonly certain: boolean;
  readonly otherwise?: PropertyValue | undefined;
}

/**
 * The properties of which the package says something new, against the solution's layer as it is: where it has none yet,
 * against what lies below its seat. Texts such as `formxml` are one property (fact sheet §8.1).
 */
export function incomingChanges(meeting: Meeting): ReleaseChange[] {
  const { incoming, stack, placement } = meeting;
  const winners = propertyWinners(stack);
  const seat = seatIn(stack, placement);
  const deferred = deferredColumns(incoming);
  const contents = [...deferred].map(([column, content]) => [column, contentValue(content)] as const);
  return [...Object.entries(incoming.properties), ...contents].flatMap(([property, value]): ReleaseChange[] => {
    if (isContentUnread(property, stack)) return [];
    const installed = valueBelow(stack, property, seat);
    const content = deferred.get(property);
    const isSame = content
      ? isSameContent(installed.value, content, stack)
      : same(withLogicalName(property, installed.value), withLogicalName(property, value));
    if (installed.known && isSame) return [];
    return [
      {
        property,
        installed: installed.value,
        incoming: value,
        visibleNow: winners.get(property)?.value,
        ...outcome(decide(meeting, property, value), meeting.names),
      },
    ];
  });
}

/** Position of the layer whose place is taken, or of the highest one below the seat. */
export function seatIn({ layers }: LayerStack, { replaced, below }: Placement): number {
  const first = replaced[0] ?? below[0];
  return first ? layers.indexOf(first) : layers.length;
}

function outcome(
  { seen, layer, value, certain, otherwise }: Decision,
  names: LayerNames,
): Pick<ReleaseChange, "visibleThen" | "seen" | "certain" | "by" | "otherwise"> {
  const by: LayerName | undefined = layer && names.nameOf(layer);
  return { seen, visibleThen: value, certain, ...(by && { by }), ...(otherwise !== undefined && { otherwise }) };
}

function decide({ placement, merged }: Meeting, property: string, value: PropertyValue): Decision {
  if (merged) return { seen: "merged", certain: false };
  const mayHide: PropertyValue[] = [];
  for (const layer of placement.above) {
    if (layer.changes.status === "unreadable") return { seen: "unknown", layer, certain: false };
    if (has(layer.changes.value, property)) {
      const seen = layer.kind === "active" ? "hiddenByOverride" : "hiddenByHigher";
      return { seen, layer, value: layer.changes.value[property], certain: true };
    }
    const repeated = repeatedIn(layer, property);
    if (repeated !== undefined) mayHide.push(repeated);
  }
  const [otherwise] = mayHide;
  if (otherwise === undefined || same(otherwise, value)) return { seen: "seen", value, certain: true };
  return { seen: "seen", value, certain: false, otherwise };
}

/**
 * A managed layer that has the property in its whole without listing it: it may say the same as what lies below, and go on
 * saying so when that changes (fact sheet §4.4, §8.1 [?]). Active lists all it holds.
 */
function repeatedIn(layer: ComponentLayer, property: string): PropertyValue | undefined {
  if (layer.kind !== "managed" || layer.properties.status === "unreadable") return undefined;
  return has(layer.properties.value, property) ? layer.properties.value[property] : undefined;
}

const BOOKKEEPING: ReadonlySet<string> = new Set(DEFAULT_BOOKKEEPING);

/**
 * Properties of the layers that go which the package does not mention. What a managed layer held may be gone with it, or
 * be beyond what packages write: the layer table has columns that no package has (§4.4).
 */
export function unsaidProperties({ incoming, stack, placement }: Meeting): string[] {
  const own = placement.replaced.flatMap((layer) => ownProperties(layer, stack));
  return [...new Set(own)].filter((name) => !says(incoming, name) && !BOOKKEEPING.has(name)).sort();
}

/** What the layer lists; of the lowest one, which may list nothing, all it has (§4.4). */
function ownProperties(layer: ComponentLayer, { layers }: LayerStack): string[] {
  const listed = layer.changes.status === "read" ? Object.keys(layer.changes.value) : [];
  const lowest = layers[layers.length - 1] === layer;
  const isSparse = listed.length === 0 || lowest;
  return isSparse && layer.properties.status === "read" ? Object.keys(layer.properties.value) : listed;
}

/** What is seen of the override that goes, and what then, beside the changes that are listed anyway. */
export function lostProperties(
  meeting: Meeting,
  override: ComponentLayer,
  told: ReadonlySet<string>,
  unsaid: ReadonlySet<string>,
): LostValue[] {
  if (override.changes.status === "unreadable") return [];
  const winners = propertyWinners(meeting.stack);
  const names = Object.keys(override.changes.value).filter((name) => !told.has(name) && !BOOKKEEPING.has(name));
  return names.flatMap((property): LostValue[] => {
    const now = winners.get(property)?.value;
    const left = leftOf(meeting, property, winners.get(property));
    const certain = left.certain && !unsaid.has(property);
    if (certain && same(now, left.value)) return [];
    return [{ property, now, then: left.value, certain }];
  });
}

function leftOf(
  meeting: Meeting,
  property: string,
  winner: PropertyWinner | undefined,
): { readonly value: PropertyValue | undefined; readonly certain: boolean } {
  const { incoming, stack, placement, merged } = meeting;
  if (says(incoming, property)) {
    const decision = decide(meeting, property, valueIn(incoming, property));
    return { value: decision.value, certain: decision.certain };
  }
  const layers = [...placement.above, ...(incoming.shell ? placement.replaced : []), ...placement.below];
  const below = valueBelow({ ...stack, layers }, property, 0);
  const repeats = placement.above.some((layer) => repeatedIn(layer, property) !== undefined);
  return { value: below.value, certain: below.known && !merged && !repeats && winner?.certain !== false };
}

const says = (incoming: IncomingComponent, property: string): boolean =>
  has(incoming.properties, property) || deferredColumns(incoming).has(property);

function valueIn(incoming: IncomingComponent, property: string): PropertyValue {
  const content = deferredColumns(incoming).get(property);
  return content ? contentValue(content) : (incoming.properties[property] ?? null);
}

/** Columns of files whose installed content the server does not tell. */
export const unreadContents = ({ incoming, stack }: Meeting): string[] =>
  [...Object.keys(incoming.properties), ...deferredColumns(incoming).keys()].filter((name) =>
    isContentUnread(name, stack),
  );

const has = (properties: Properties, property: string): boolean =>
  Object.prototype.hasOwnProperty.call(properties, property);
