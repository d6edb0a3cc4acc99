import * as React from "react";
import { componentTypeName } from "../../../../domain/components/componentTypes";
import { componentKey } from "../../../../domain/layers/componentLayer";
import type { ComponentKey } from "../../../../domain/layers/componentLayer";
import type { Guid } from "../../../../domain/model/guid";
import type { InstalledSolution } from "../../../../domain/model/solution";
import type { AppState, ComponentList, Failure, Resource } from "../../../../state/model";
import { useProduct } from "../../../product";
import { failureOf, shown } from "../../../resource";
import { useReadingQueue } from "./useReadingQueue";

/** What is known of the components of one solution. `partial` and `failed` are unknown: never "none". */
export type Look = "none" | "reading" | "read" | "partial" | "failed";

/** What the solutions of a ladder touch, as far as it has been read here or elsewhere in the product. */
export interface Comparison {
  readonly lookOf: (id: Guid) => Look;
  /** Keys of the components of each solution that was read completely. */
  readonly keys: ReadonlyMap<Guid, ReadonlySet<ComponentKey>>;
  readonly reading: boolean;
  /** Every solution was read completely. */
  readonly complete: boolean;
  /** Nothing was read yet, nor is being read. */
  readonly untouched: boolean;
  /** How many are neither being read nor waiting for it. */
  readonly done: number;
  /** 0 to 1. */
  readonly share: number;
  /** Readings that failed; cancelling one is no failure. */
  readonly failures: readonly { readonly solution: InstalledSolution; readonly failure: Failure }[];
  /** Reads what is missing; all of it anew where nothing is. */
  readonly read: () => void;
  readonly cancel: () => void;
}

const IDLE: Resource<ComponentList> = { status: "idle" };

export function useComparison(solutions: readonly InstalledSolution[]): Comparison {
  const { state, store } = useProduct();
  const { components } = state;
  const typeNames = shown(state.typeNames);
  const keys = React.useMemo(() => keysOf(solutions, components, typeNames), [solutions, components, typeNames]);
  const queue = useReadingQueue();
  const resourceOf = (id: Guid): Resource<ComponentList> => components.get(id) ?? IDLE;
  const lookOf = (id: Guid): Look => lookAt(resourceOf(id));
  const having = (...looks: Look[]): Guid[] => solutions.map(({ id }) => id).filter((id) => looks.includes(lookOf(id)));
  const missing = having("none", "partial", "failed");
  const loading = having("reading");
  const pending = new Set([...loading, ...queue.waiting]);
  const done = solutions.length - pending.size;
  const partsDone = loading.reduce((sum, id) => sum + shareOf(resourceOf(id)), 0);
  return {
    lookOf,
    keys,
    reading: pending.size > 0,
    complete: missing.length === 0 && pending.size === 0,
    untouched: having("none").length === solutions.length,
    done,
    share: (done + partsDone) / solutions.length,
    failures: solutions.flatMap((solution) => {
      const failure = lookOf(solution.id) === "failed" ? failureOf(resourceOf(solution.id)) : undefined;
      return failure ? [{ solution, failure }] : [];
    }),
    read: () => queue.start(missing.length > 0 ? missing : solutions.map(({ id }) => id)),
    cancel: () => {
      queue.clear();
      loading.forEach((id) => store.cancelComponents(id));
    },
  };
}

function lookAt(resource: Resource<ComponentList>): Look {
  switch (resource.status) {
    case "idle":
      return "none";
    case "loading":
      return "reading";
    case "failed":
      // Cancelled before anything came in: as if it had not been begun.
      return resource.failure.kind === "cancelled" ? "none" : "failed";
    case "ready":
      return isComplete(resource.value) ? "read" : "partial";
  }
}

const isComplete = ({ complete, unread }: ComponentList): boolean => complete && unread.length === 0;

const shareOf = (resource: Resource<ComponentList>): number =>
  resource.status === "loading" && resource.progress && resource.progress.total > 0
    ? resource.progress.done / resource.progress.total
    : 0;

/** A list of before counts while it is read again, not after that has failed. */
function keysOf(
  solutions: readonly InstalledSolution[],
  components: AppState["components"],
  typeNames: ReadonlyMap<number, string> | undefined,
): Map<Guid, ReadonlySet<ComponentKey>> {
  const keys = new Map<Guid, ReadonlySet<ComponentKey>>();
  for (const { id } of solutions) {
    const resource = components.get(id) ?? IDLE;
    const list = resource.status === "failed" ? undefined : shown(resource);
    if (!list || !isComplete(list)) continue;
    const key = (one: ComponentList["components"][number]): ComponentKey =>
      componentKey({ typeName: componentTypeName(one.type, typeNames).platformName, id: one.id });
    keys.set(id, new Set(list.components.map(key)));
  }
  return keys;
}
