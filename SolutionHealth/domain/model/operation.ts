import type { Guid } from "./guid";

/** One row of the solution history (fact sheet §5.1). */
export interface SolutionOperation {
  readonly id: Guid;
  readonly solutionUniqueName: string;
  readonly solutionName: string;
  readonly version: string;
  readonly publisherName: string;
  /** The server's own words: option values conflict between sources, so they are only a hint (§5.1). */
  readonly operation: string;
  readonly suboperation: string;
  /** Their option values, as a hint (§5.1). */
  readonly operationCode?: number;
  readonly suboperationCode?: number;
  readonly status: "running" | "completed" | "queued";
  /** `unknown`: the row has ended but carries no result. */
  readonly result: "succeeded" | "failed" | "running" | "unknown";
  readonly startedOn?: Date;
  readonly endedOn?: Date;
  readonly errorCode?: string;
  readonly errorText?: string;
  readonly activityId?: string;
  readonly correlationId?: string;
  readonly managed?: boolean;
  readonly patch?: boolean;
  /** Imported with "overwrite customizations". */
  readonly overwrite?: boolean;
}
