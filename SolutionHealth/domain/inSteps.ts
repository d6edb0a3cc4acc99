/** Work that offers pauses: whoever drives it decides whether the page has its turn in between. */
export type InSteps<T> = Generator<undefined, T, unknown>;

/** Does all of it at once. */
export function finish<T>(steps: InSteps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** `items.map(change)`, with a pause offered after so many of them. */
export function* mapInSteps<T, R>(items: Iterable<T>, change: (item: T) => R, atOnce = 1): InSteps<R[]> {
  const changed: R[] = [];
  for (const item of items) {
    changed.push(change(item));
    if (changed.length % atOnce === 0) yield;
  }
  return changed;
}
