import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { utcText } from "../engine/clock";
import type { Environment } from "../engine/contract";
import { PlatformFault } from "../engine/fault";
import type { Row } from "../store/model";
import { endedRow } from "./asyncOperationRow";
import type { Clock } from "./options";

/** Rows of `asyncoperations` as jobs change them. */
export class AsyncOperationRows {
  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  row(id: Guid): Row {
    return this.environment.state.asyncOperations.find((row) => row.asyncoperationid === id) ?? {};
  }

  write(row: Row): void {
    const { asyncOperations } = this.environment.state;
    const at = asyncOperations.findIndex((known) => known.asyncoperationid === row.asyncoperationid);
    if (at < 0) asyncOperations.push(row);
    else asyncOperations[at] = row;
  }

  change(id: Guid, values: Row): void {
    this.write({ ...this.row(id), ...values, modifiedon: this.now() });
  }

  now(): string {
    return utcText(new Date(this.clock.now()));
  }

  /** A job that a restart cut off is judged by the history: it took effect as a whole, or not at all. */
  endInterrupted(): void {
    const interrupted = new PlatformFault("0x80040216", "The operation was interrupted by a restart.");
    for (const row of [...this.environment.state.asyncOperations]) {
      if (row.statecode === 3 || typeof row.asyncoperationid !== "string") continue;
      const done = this.environment.state.history.some(
        (entry) => entry.activityId === row.asyncoperationid && entry.result === true,
      );
      this.change(row.asyncoperationid, endedRow(row, this.now(), done ? undefined : interrupted));
    }
    this.environment.settle(interrupted);
  }
}
