import type { ComponentKey } from "../../domain/layers/componentLayer";
import { countOverrides, countedWith, countedWithout } from "../../domain/overrides/listedOverride";
import type { OverrideCounts } from "../../domain/overrides/listedOverride";
import type { OverrideRow } from "./model";
import type { OverrideEntry } from "./overrideEntries";

/**
 * Everything looked at, and the rows that follow from it. A change costs what it changes, not what there is: rows have a
 * place that they keep, and counts are carried on.
 */
export class OverrideRows {
  private readonly all = new Map<ComponentKey, OverrideEntry>();
  private shown = new Set<ComponentKey>();
  private judged = new WeakMap<OverrideEntry, OverrideRow | "none">();
  private list: OverrideRow[] = [];
  private readonly places = new Map<ComponentKey, number>();
  private counted = countOverrides([]);
  private handedOut: readonly OverrideRow[] | undefined;

  /** @param toRow judges an entry; undefined where there is no override to speak of */
  constructor(private readonly toRow: (entry: OverrideEntry) => OverrideRow | undefined) {}

  entries(): ReadonlyMap<ComponentKey, OverrideEntry> {
    return this.all;
  }

  /** The row of anything looked at, shown or not. */
  row(key: ComponentKey): OverrideRow | undefined {
    const entry = this.all.get(key);
    return entry && this.rowOf(entry);
  }

  /** Rows of what is shown, in no order; the same list while nothing changes. */
  rows(): readonly OverrideRow[] {
    return (this.handedOut ??= [...this.list]);
  }

  counts(): OverrideCounts {
    return this.counted;
  }

  put(entry: OverrideEntry): void {
    this.all.set(entry.component.key, entry);
    this.renew(entry.component.key);
  }

  show(key: ComponentKey): void {
    if (this.shown.has(key)) return;
    this.shown.add(key);
    this.renew(key);
  }

  showOnly(keys: ReadonlySet<ComponentKey>): void {
    const before = this.shown;
    this.shown = new Set(keys);
    before.forEach((key) => !keys.has(key) && this.renew(key));
    keys.forEach((key) => !before.has(key) && this.renew(key));
  }

  drop(key: ComponentKey): void {
    this.all.delete(key);
    this.renew(key);
  }

  /** Judges everything anew. */
  judge(): void {
    this.judged = new WeakMap();
    this.shown.forEach((key) => this.renew(key));
  }

  private rowOf(entry: OverrideEntry): OverrideRow | undefined {
    let row = this.judged.get(entry);
    if (row === undefined) {
      row = this.toRow(entry) ?? "none";
      this.judged.set(entry, row);
    }
    return row === "none" ? undefined : row;
  }

  private renew(key: ComponentKey): void {
    const row = this.shown.has(key) ? this.row(key) : undefined;
    const place = this.places.get(key);
    const before = place === undefined ? undefined : this.list[place];
    if (row === before) return;
    this.handedOut = undefined;
    if (before) this.counted = countedWithout(this.counted, before);
    if (row) this.counted = countedWith(this.counted, row);
    if (row) this.placeAt(place ?? this.list.length, row);
    else if (place !== undefined) this.takeOut(place, key);
  }

  private placeAt(place: number, row: OverrideRow): void {
    this.list[place] = row;
    this.places.set(row.component.key, place);
  }

  /** The last row takes the place that becomes free. */
  private takeOut(place: number, key: ComponentKey): void {
    this.places.delete(key);
    const last = this.list.pop();
    if (last && place < this.list.length) this.placeAt(place, last);
  }
}
