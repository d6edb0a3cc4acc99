import type { ComponentKey } from "../../domain/layers/componentLayer";
import { acceptedByComponent } from "../../domain/overrides/acceptance";
import { countOverrides } from "../../domain/overrides/listedOverride";
import type { Cell } from "./cell";
import type { OverrideRow, OverridesState } from "./model";
import { type OverrideEntry, toRow } from "./overrideEntries";

/** Everything looked at, and the rows that follow from it. */
export class OverrideRows {
  private readonly all = new Map<ComponentKey, OverrideEntry>();
  private shown = new Set<ComponentKey>();
  private judged = new WeakMap<OverrideEntry, OverrideRow | "none">();
  private accepted = acceptedByComponent([]);

  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly now: () => Date,
  ) {}

  entries(): ReadonlyMap<ComponentKey, OverrideEntry> {
    return this.all;
  }

  row(key: ComponentKey): OverrideRow | undefined {
    const entry = this.all.get(key);
    return entry && this.rowOf(entry);
  }

  put(entries: readonly OverrideEntry[]): void {
    for (const entry of entries) this.all.set(entry.component.key, entry);
    this.publish();
  }

  show(key: ComponentKey): void {
    this.shown.add(key);
  }

  showOnly(keys: ReadonlySet<ComponentKey>): void {
    this.shown = new Set(keys);
    this.publish();
  }

  drop(keys: readonly ComponentKey[]): void {
    for (const key of keys) this.all.delete(key);
    this.publish();
  }

  /** Judges everything anew: the bookkeeping list, the accepted overrides or the day have changed. */
  judge(): void {
    this.judged = new WeakMap();
    this.accepted = acceptedByComponent(this.cell.get().accepted.entries);
    this.publish();
  }

  private rowOf(entry: OverrideEntry): OverrideRow | undefined {
    let row = this.judged.get(entry);
    if (row === undefined) {
      row = toRow(entry, this.cell.get().bookkeeping, this.accepted, this.now()) ?? "none";
      this.judged.set(entry, row);
    }
    return row === "none" ? undefined : row;
  }

  private publish(): void {
    const rows = [...this.shown].flatMap((key) => this.row(key) ?? []);
    this.cell.update({ rows, counts: countOverrides(rows) });
  }
}
