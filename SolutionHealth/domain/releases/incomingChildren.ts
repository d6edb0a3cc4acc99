import { childKey, mergedChildren } from "../layers/childChanges";
import type { ChildCollections, ComponentLayer } from "../layers/componentLayer";
import { contentValue, isSameContent } from "./incomingContents";
import { addsUp } from "../layers/mergeTypes";
import type { Properties } from "../model/property";
import { same } from "../rollbacks/valuesAfter";
import { type Meeting, seatIn } from "./incomingProperties";
import type { LostValue, ReleaseChange, Visibility } from "./releasePreview";

type Children = ReadonlyMap<string, Properties>;

/** Children of options, labels, privileges, … as they are seen now and then. */
interface Views {
  readonly installed: Children;
  readonly now: Children;
  readonly then: Children;
}

/**
 * Children of which the package says something new, one by one: options and labels of all layers add up, of any other
 * collection the topmost layer that has it wins (fact sheet §8.1). Whether an option goes that an update no longer holds is
 * not documented [?]: updates delete nothing, and options are components of their own kind (§2.3, §8.3).
 */
export function childChanges(meeting: Meeting): ReleaseChange[] {
  const { children = {} } = meeting.incoming;
  return Object.entries(children).flatMap(([collection, list]) => {
    const incoming = new Map(list.map((child) => [childKey(collection, child), withContents(child, meeting)]));
    const views = viewsOf(meeting, collection);
    // Where a collection does not add up, the package's list takes the place of the one that lies below its seat.
    const covered = addsUp(collection) ? [] : views.installed.keys();
    const keys = new Set([...incoming.keys(), ...ownKeys(meeting, collection), ...covered]);
    return [...keys].flatMap((key): ReleaseChange[] => {
      const [installed, comes] = [views.installed.get(key), incoming.get(key)];
      if (installed === undefined ? comes === undefined : comes !== undefined && holds(installed, comes, meeting))
        return [];
      return [changeOf(meeting, collection, key, views, comes)];
    });
  });
}

/** The child with what was left in the package: as a description of the file. */
const withContents = (child: Properties, { incoming: { deferred = [] } }: Meeting): Properties => ({
  ...child,
  ...Object.fromEntries(
    deferred
      .filter((content) => content.child === child.name)
      .map((content) => [content.column, contentValue(content)]),
  ),
});

/** As `says`, where large contents are compared by size and checksum. */
function holds(there: Properties, comes: Properties, { incoming: { deferred = [] }, stack }: Meeting): boolean {
  const left = deferred.filter(({ child }) => child !== undefined && child === comes.name);
  const columns = new Set(left.map(({ column }) => column));
  const rest = Object.fromEntries(Object.entries(comes).filter(([member]) => !columns.has(member)));
  return says(there, rest) && left.every((content) => isSameContent(there[content.column], content, stack));
}

/** Whether all that the package says of the child is there already. */
const says = (there: Properties, comes: Properties): boolean =>
  Object.entries(comes).every(([member, value]) => same(there[member], value));

function changeOf(
  meeting: Meeting,
  collection: string,
  key: string,
  { installed, now, then }: Views,
  comes: Properties | undefined,
): ReleaseChange {
  const seen = visibilityOf(meeting, collection, comes, then.get(key));
  const hider = seen === "hiddenByOverride" || seen === "hiddenByHigher" ? hiderOf(meeting, collection) : undefined;
  const isKnown = seen !== "merged" && seen !== "unknown";
  const mayStay = isKnown && comes === undefined && !meeting.deletes && addsUp(collection);
  const stays = mayStay ? now.get(key) : undefined;
  return {
    property: collection,
    child: key,
    installed: installed.get(key),
    incoming: comes,
    visibleNow: now.get(key),
    visibleThen: isKnown ? then.get(key) : undefined,
    seen,
    certain: isKnown && !mayStay,
    ...(stays !== undefined && { otherwise: stays }),
    ...(hider && { by: meeting.names.nameOf(hider) }),
  };
}

function visibilityOf(
  meeting: Meeting,
  collection: string,
  comes: Properties | undefined,
  then: Properties | undefined,
): Visibility {
  if (meeting.merged) return "merged";
  if (meeting.stack.layers.some(({ children }) => children.status === "unreadable")) return "unknown";
  const isSeen = comes === undefined ? then === undefined : then !== undefined && says(then, comes);
  if (isSeen) return "seen";
  const hider = hiderOf(meeting, collection);
  // What the package no longer says and a layer below does is seen as that layer has it.
  if (hider === undefined) return "seen";
  return hider.kind === "active" ? "hiddenByOverride" : "hiddenByHigher";
}

const hiderOf = ({ placement }: Meeting, collection: string): ComponentLayer | undefined =>
  placement.above.find((layer) => (readOf(layer)[collection] ?? []).length > 0);

function viewsOf({ stack, placement, incoming }: Meeting, collection: string): Views {
  const seat = seatIn(stack, placement);
  const merge = (layers: readonly ChildCollections[]): Children => mergedChildren(layers, collection);
  return {
    installed: merge(stack.layers.slice(seat).map(readOf)),
    now: merge(stack.layers.map(readOf)),
    then: merge([...placement.above.map(readOf), incoming.children ?? {}, ...placement.below.map(readOf)]),
  };
}

/** Keys that the layers which go have themselves; of collections that do not add up, what the topmost of them has. */
function ownKeys({ placement }: Meeting, collection: string): string[] {
  const given = placement.replaced.filter((layer) => readOf(layer)[collection] !== undefined);
  const counting = addsUp(collection) ? given : given.slice(0, 1);
  return counting.flatMap((layer) => (readOf(layer)[collection] ?? []).map((child) => childKey(collection, child)));
}

/** Collections that the layers which go have and the package says nothing of. */
export function unsaidCollections({ incoming, placement }: Meeting): string[] {
  const names = placement.replaced.flatMap((layer) => Object.keys(readOf(layer)));
  return [...new Set(names)].filter((name) => incoming.children?.[name] === undefined);
}

/** Children of an override that goes: how they look without it. */
export function lostChildren(meeting: Meeting, override: ComponentLayer, told: ReadonlySet<string>): LostValue[] {
  return Object.keys(readOf(override)).flatMap((collection) => {
    const { now, then } = viewsOf(meeting, collection);
    return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): LostValue[] => {
      if (told.has(`${collection} ${key}`) || same(now.get(key), then.get(key))) return [];
      return [{ property: collection, child: key, now: now.get(key), then: then.get(key), certain: !meeting.merged }];
    });
  });
}

/** Unreadable children are told as such (`visibilityOf`); they take no part. */
const readOf = ({ children }: ComponentLayer): ChildCollections => (children.status === "read" ? children.value : {});
