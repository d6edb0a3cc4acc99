import type { Steps } from "./steps";

/** Items between two offers to pause: well under a millisecond of the small things that are done to each. */
const AT_ONCE = 50;

/** `items.map(change)`, with places where it may pause. */
export function* mapInSteps<T, R>(items: readonly T[], change: (item: T) => R): Steps<R[]> {
  const changed: R[] = [];
  for (const item of items) {
    changed.push(change(item));
    if (changed.length % AT_ONCE === 0) yield;
  }
  return changed;
}
