import type { Clock } from "../dataverse/clock";
import { toFailure } from "./failure";
import type { AppState, Resource } from "./model";
import { failed, latest, loading, ready } from "./resource";
import type { StateCell } from "./stateCell";

/** The parts of the state that are one request (or few) each and stand for themselves. */
export type PartName = "environment" | "user" | "privileges" | "solutions" | "history" | "typeNames";

export type PartValue<P extends PartName> = AppState[P] extends Resource<infer T> ? T : never;

/** One independently loaded part of the state. */
export interface Part {
  /** Reads anew. An older read still under way is aborted, and its answer dropped if it comes all the same. */
  load(): Promise<void>;
  abort(): void;
}

export function createPart<P extends PartName>(
  name: P,
  read: (signal: AbortSignal) => Promise<PartValue<P>>,
  cell: StateCell,
  clock: Clock,
): Part {
  let current: AbortController | undefined;

  const resource = (): Resource<PartValue<P>> => cell.get()[name] as Resource<PartValue<P>>;
  const publish = (value: Resource<PartValue<P>>): void => cell.update({ [name]: value });

  return {
    async load() {
      current?.abort();
      const own = new AbortController();
      current = own;
      publish(loading(latest(resource())));
      try {
        const value = await read(own.signal);
        if (current === own) publish(ready(value, new Date(clock.now())));
      } catch (error) {
        if (current === own) publish(failed(toFailure(error), latest(resource())));
      }
    },
    abort: () => current?.abort(),
  };
}
