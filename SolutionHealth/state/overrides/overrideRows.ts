import type { ComponentKey } from "../../domain/layers/componentLayer";
import { acceptedByComponent } from "../../domain/overrides/acceptance";
import { countOverrides } from "../../domain/overrides/listedOverride";
import type { Cell } from "./cell";
import type { OverrideRow, OverridesState } from "./model";
import { type OverrideEntry, toRow } from "./overrideEntries";

/** Everything looked at, and the rows that follow from it. */
export interface OverrideRows {
  entries(): ReadonlyMap<ComponentKey, OverrideEntry>;
  row(key: ComponentKey): OverrideRow | undefined;
  put(entries: readonly OverrideEntry[]): void;
  show(key: ComponentKey): void;
  showOnly(keys: ReadonlySet<ComponentKey>): void;
  drop(keys: readonly ComponentKey[]): void;
  /** Judges everything anew: the bookkeeping list, the accepted overrides or the day have changed. */
  judge(): void;
}

export function createOverrideRows(cell: Cell<OverridesState>, now: () => Date): OverrideRows {
  const entries = new Map<ComponentKey, OverrideEntry>();
  let shown = new Set<ComponentKey>();
  let judged = new WeakMap<OverrideEntry, OverrideRow | "none">();
  let accepted = acceptedByComponent([]);

  function rowOf(entry: OverrideEntry): OverrideRow | undefined {
    let row = judged.get(entry);
    if (row === undefined) {
      row = toRow(entry, cell.get().bookkeeping, accepted, now()) ?? "none";
      judged.set(entry, row);
    }
    return row === "none" ? undefined : row;
  }

  function publish(): void {
    const rows: OverrideRow[] = [];
    for (const key of shown) {
      const entry = entries.get(key);
      const row = entry && rowOf(entry);
      if (row) rows.push(row);
    }
    cell.update({ rows, counts: countOverrides(rows) });
  }

  return {
    entries: () => entries,
    row: (key) => {
      const entry = entries.get(key);
      return entry && rowOf(entry);
    },
    put(some) {
      for (const entry of some) entries.set(entry.component.key, entry);
      publish();
    },
    show: (key) => void shown.add(key),
    showOnly(keys) {
      shown = new Set(keys);
      publish();
    },
    drop(keys) {
      for (const key of keys) entries.delete(key);
      publish();
    },
    judge() {
      judged = new WeakMap();
      accepted = acceptedByComponent(cell.get().accepted.entries);
      publish();
    },
  };
}
