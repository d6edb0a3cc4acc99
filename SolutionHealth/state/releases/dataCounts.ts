import type { WayPreview } from "../../domain/releases/releasePreview";
import { countAtRisk } from "../consequences/countAtRisk";
import type { Cell } from "../overrides/cell";
import { countKey, type CountState, type PackageId, type ReleaseState } from "./model";
import type { ReleasePorts } from "./ports";

/** Counts what ways would delete, one at a time. */
export class DataCounts {
  private counting: AbortController | undefined;

  constructor(
    private readonly cell: Cell<ReleaseState>,
    private readonly ports: ReleasePorts,
  ) {}

  /** What has been counted stays, as incomplete. */
  cancel(): void {
    this.counting?.abort();
  }

  /** Counts of another preview are worth nothing. */
  forget(): void {
    this.counting?.abort();
    this.counting = undefined;
    this.cell.update({ counts: new Map() });
  }

  async count(id: PackageId, { way, fates }: WayPreview): Promise<void> {
    if ([...this.cell.get().counts.values()].some(({ status }) => status === "counting")) return;
    const own = new AbortController();
    this.counting = own;
    const key = countKey(id, way);
    const tell = (count: CountState): void => {
      if (this.counting === own) this.cell.update({ counts: new Map(this.cell.get().counts).set(key, count) });
    };
    await countAtRisk((options) => this.ports.work.count(fates, options), own.signal, tell);
  }
}
