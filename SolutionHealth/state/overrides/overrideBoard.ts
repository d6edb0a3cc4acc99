import type { Clock } from "../../dataverse/clock";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { acceptedByComponent } from "../../domain/overrides/acceptance";
import { changesSomething } from "../../domain/overrides/listedOverride";
import type { Cell } from "./cell";
import type { OverrideRow, OverridesState, ScanState } from "./model";
import { type OverrideEntry, toRow } from "./overrideEntries";
import { OverrideRows } from "./overrideRows";
import { Pace } from "./pace";

export const NO_SCAN: ScanState = { status: "idle", complete: false, unread: [] };

/**
 * Where scans and readings write what they find. Single findings are published in batches, since each publication
 * redraws a list; that a scan begins, ends or stops is published at once, with all that was found before.
 */
export class OverrideBoard {
  private readonly rows = new OverrideRows((entry) => this.judged(entry));
  private readonly pace: Pace;
  private scan = NO_SCAN;
  private accepted = acceptedByComponent([]);

  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly clock: Clock,
  ) {
    this.pace = new Pace(clock, () => this.publish());
  }

  /** As of now, published or not. */
  getScan(): ScanState {
    return this.scan;
  }

  /** Publishes at once. */
  setScan(scan: ScanState): void {
    this.scan = scan;
    this.pace.now();
  }

  /** Publishes with the next batch. */
  noteScan(part: Partial<ScanState>): void {
    this.scan = { ...this.scan, ...part };
    this.pace.soon();
  }

  entries(): ReadonlyMap<ComponentKey, OverrideEntry> {
    return this.rows.entries();
  }

  /** The row of anything looked at, shown or not. */
  row(key: ComponentKey): OverrideRow | undefined {
    return this.rows.row(key);
  }

  put(entries: readonly OverrideEntry[]): void {
    for (const entry of entries) this.rows.put(entry);
    this.pace.soon();
  }

  /** Adds a component to those shown as rows. */
  show(key: ComponentKey): void {
    this.rows.show(key);
    this.pace.soon();
  }

  /** Shows these and no others. */
  showOnly(keys: ReadonlySet<ComponentKey>): void {
    this.rows.showOnly(keys);
    this.pace.soon();
  }

  /** Drops components that are to be looked at anew under another name. */
  drop(keys: readonly ComponentKey[]): void {
    for (const key of keys) this.rows.drop(key);
    this.pace.soon();
  }

  hasUnknown(): boolean {
    return this.rows.counts().unknown > 0;
  }

  /** Components whose row is real or state only and has no origin yet. */
  withoutOrigin(): readonly OverrideEntry[] {
    return this.rows.rows().flatMap((row): OverrideEntry[] => {
      const entry = this.rows.entries().get(row.component.key);
      return entry && entry.origin === undefined && changesSomething(row) ? [entry] : [];
    });
  }

  /** Judges everything anew: the bookkeeping list, the accepted overrides or the day have changed. */
  judge(): void {
    this.accepted = acceptedByComponent(this.cell.get().accepted.entries);
    this.rows.judge();
    this.pace.now();
  }

  /** Nothing is published any more. */
  dispose(): void {
    this.pace.stop();
  }

  private judged(entry: OverrideEntry): OverrideRow | undefined {
    return toRow(entry, this.cell.get().bookkeeping, this.accepted, new Date(this.clock.now()));
  }

  private publish(): void {
    this.cell.update({ scan: this.scan, rows: this.rows.rows(), counts: this.rows.counts() });
  }
}
