import * as React from "react";
import type { Guid } from "../../../../domain/model/guid";
import { useProduct } from "../../../product";

/** Reads components of one solution after the other. */
export interface ReadingQueue {
  /** The one being read, then those that wait. */
  readonly waiting: readonly Guid[];
  readonly start: (ids: readonly Guid[]) => void;
  /** Nothing more is begun; what is being read goes on. */
  readonly clear: () => void;
}

/** One at a time: each reading alone fills the lanes that it leaves to the other reads of the page. */
export function useReadingQueue(): ReadingQueue {
  const { state, store } = useProduct();
  const [queue, setQueue] = React.useState<readonly Guid[]>([]);
  const [current, next] = queue;
  const status = current === undefined ? undefined : (state.components.get(current)?.status ?? "idle");
  const start = (ids: readonly Guid[]): void => {
    const [first] = ids;
    // Before it is queued, so that the outcome of before is not taken for that of this reading.
    if (first !== undefined) store.loadComponents(first);
    setQueue(ids);
  };
  React.useEffect(() => {
    if (status !== "ready" && status !== "failed") return;
    if (next !== undefined) store.loadComponents(next);
    setQueue((before) => before.slice(1));
  }, [current, next, status, store]);
  // A list dropped meanwhile, since its solution has changed: nothing is under way any more.
  return { waiting: status === "idle" ? [] : queue, start, clear: () => setQueue([]) };
}
