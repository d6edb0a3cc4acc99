import type { Clock } from "../dataverse/clock";
import type { Transport } from "../dataverse/transport";
import type { Guid } from "../domain/model/guid";
import type { InstalledSolution } from "../domain/model/solution";
import { readComponents } from "./componentReading";
import { toFailure } from "./failure";
import type { ComponentList, Resource } from "./model";
import { failed, latest, loading, ready } from "./resource";
import type { StateCell } from "./stateCell";

/** The components of solutions, read on demand, one reading a solution. */
export interface ComponentLists {
  load(solutionId: Guid): Promise<void>;
  readonly cancel: (solutionId: Guid) => void;
  /** Drops the lists of solutions that have changed or gone. */
  keepUnchanged(before: readonly InstalledSolution[], now: readonly InstalledSolution[]): void;
  abort(): void;
}

export function createComponentLists(transport: Transport, cell: StateCell, clock: Clock): ComponentLists {
  const readings = new Map<Guid, AbortController>();

  const listOf = (id: Guid): Resource<ComponentList> => cell.get().components.get(id) ?? { status: "idle" };
  const publish = (id: Guid, list: Resource<ComponentList>): void =>
    cell.update({ components: new Map(cell.get().components).set(id, list) });

  async function load(id: Guid): Promise<void> {
    readings.get(id)?.abort();
    const own = new AbortController();
    readings.set(id, own);
    const isCurrent = (): boolean => readings.get(id) === own;
    const before = latest(listOf(id));
    // A complete list stays on the screen until the new one is complete too; a partial one gives way at once.
    const shown = (partial: ComponentList): ComponentList => (before?.complete ? before : partial);
    publish(id, loading(before));
    try {
      const list = await readComponents(id, transport, own.signal, (partial, progress) => {
        if (isCurrent()) publish(id, loading(shown(partial), progress));
      });
      if (isCurrent()) publish(id, ready(list, new Date(clock.now())));
    } catch (error) {
      if (isCurrent()) publish(id, failed(toFailure(error), before));
    } finally {
      if (isCurrent()) readings.delete(id);
    }
  }

  return {
    load,
    cancel: (id) => readings.get(id)?.abort(),
    keepUnchanged(before, now) {
      const changed = changedSolutions(before, now);
      const kept = [...cell.get().components].filter(([id]) => readings.has(id) || !changed.has(id));
      if (kept.length < cell.get().components.size) cell.update({ components: new Map(kept) });
    },
    abort: () => readings.forEach((reading) => reading.abort()),
  };
}

/** Solutions whose components may be others now: another version, another update, or gone. */
function changedSolutions(before: readonly InstalledSolution[], now: readonly InstalledSolution[]): Set<Guid> {
  const stamp = ({ version, updatedOn }: InstalledSolution): string => `${version} ${updatedOn?.getTime() ?? ""}`;
  const stamps = new Map(now.map((solution) => [solution.id, stamp(solution)]));
  return new Set(before.filter((solution) => stamps.get(solution.id) !== stamp(solution)).map(({ id }) => id));
}
