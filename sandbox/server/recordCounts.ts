import type { EnvironmentState } from "../store/model";
import type { ServerOptions } from "./options";

/** Row counts of tables from a snapshot, as the platform has them: taken now and then, not when asked (§16). */
export class RecordCounts {
  private counts: ReadonlyMap<string, number> = new Map();
  private takenAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly state: Readonly<EnvironmentState>,
    private readonly options: Pick<ServerOptions, "clock" | "habits">,
  ) {
    this.take();
  }

  /** @returns 0 for a table that the snapshot does not know yet. What the platform says of those is unconfirmed. */
  of(table: string): number {
    const age = this.options.clock.now() - this.takenAt;
    if (age >= this.options.habits.recordCountAge) this.take();
    return this.counts.get(table) ?? 0;
  }

  private take(): void {
    this.counts = new Map(Object.entries(this.state.rows).map(([table, rows]) => [table, rows.length]));
    this.takenAt = this.options.clock.now();
  }
}
