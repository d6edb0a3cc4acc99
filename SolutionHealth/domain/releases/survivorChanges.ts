import { childKey } from "../layers/childChanges";
import type { LayerStack } from "../layers/componentLayer";
import type { Properties, PropertyValue } from "../model/property";
import type { ValueChange } from "../rollbacks/rollbackPreview";
import { same } from "../rollbacks/valuesAfter";
import type { ReleaseChange } from "./releasePreview";

/**
 * What is seen otherwise of a component that the package drops and others keep: with the solution's layers its values fall
 * back. Collections are told child by child, as those of incoming components are.
 */
export function survivorChanges(changes: readonly ValueChange[], stack: LayerStack, merged: boolean): ReleaseChange[] {
  const collections = new Set(
    stack.layers.flatMap(({ children }) => (children.status === "read" ? Object.keys(children.value) : [])),
  );
  return changes.flatMap((change) =>
    collections.has(change.property) ? childrenOf(change, merged) : [toChange(change, change.now, change.then, merged)],
  );
}

function childrenOf(change: ValueChange, merged: boolean): ReleaseChange[] {
  const [now, then] = [keyed(change.property, change.now), keyed(change.property, change.then)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((child) => {
    const [before, after] = [now.get(child), then.get(child)];
    return same(before, after) ? [] : [{ ...toChange(change, before, after, merged), child }];
  });
}

const keyed = (collection: string, list: PropertyValue | undefined): ReadonlyMap<string, Properties> =>
  new Map(
    (Array.isArray(list) ? list : []).flatMap((child) =>
      typeof child === "object" && child !== null && !Array.isArray(child)
        ? [[childKey(collection, child), child]]
        : [],
    ),
  );

const toChange = (
  { property, from, certain }: ValueChange,
  now: PropertyValue | undefined,
  then: PropertyValue | undefined,
  merged: boolean,
): ReleaseChange => ({
  property,
  installed: now,
  incoming: undefined,
  visibleNow: now,
  visibleThen: then,
  seen: merged ? "merged" : "seen",
  certain: certain && !merged,
  ...(from && { by: from }),
});
