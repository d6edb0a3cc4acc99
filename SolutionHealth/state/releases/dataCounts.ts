import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";
import type { WayPreview } from "../../domain/releases/releasePreview";
import type { Cell } from "../overrides/cell";
import { countKey, type CountState, type PackageId, type ReleaseState } from "./model";
import type { ReleasePorts } from "./ports";

const NOT_COUNTED: DataAtRisk = { items: [], complete: false, total: 0 };

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
    let known = NOT_COUNTED;
    const tell = (count: CountState): void => {
      if (this.counting === own) this.cell.update({ counts: new Map(this.cell.get().counts).set(key, count) });
    };
    tell({ status: "counting", data: known });
    try {
      known = await this.ports.work.count(fates, {
        signal: own.signal,
        onProgress: (some) => {
          known = some;
          tell({ status: "counting", data: some });
        },
      });
    } catch {
      // Signed out, which every page says; what was counted until then stays, as incomplete.
    }
    tell({ status: "counted", data: known });
  }
}
