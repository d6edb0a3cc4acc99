const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `run` when the signal aborts. However many listen, the signal carries one listener: a scan has dozens of
 * requests on one signal, and Node takes more than ten listeners for a leak and says so.
 * @returns a function that ends the listening
 */
export function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const all = listeners.get(signal) ?? listenTo(signal);
  // Its own function each time: the same one given twice is called twice, and ends once.
  const own = (): void => run();
  all.add(own);
  return () => void all.delete(own);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const all = new Set<() => void>();
  listeners.set(signal, all);
  // A set that is gone through leaves out what is taken from it meanwhile.
  signal.addEventListener("abort", () => all.forEach((run) => run()), { once: true });
  return all;
}
