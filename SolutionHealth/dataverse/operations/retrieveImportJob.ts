import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { dateOf, isRow, numberOf, present, textOf } from "../wire";

/** A row of `importjobs` without its log (fact sheet §5.3). */
export interface ImportJob {
  readonly id: Guid;
  readonly solutionName?: string;
  /** 0 to 100; may end below 100. */
  readonly progress: number;
  readonly startedOn?: Date;
  readonly completedOn?: Date;
}

export const importJobQuery = (id: Guid): string =>
  `importjobs(${id})${queryText({ $select: "importjobid,solutionname,progress,startedon,completedon" })}`;

/**
 * @returns undefined where there is no such row – which in the first seconds of an import is ordinary (§5.3).
 * @throws DataverseError
 */
export async function retrieveImportJob(
  id: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<ImportJob | undefined> {
  try {
    const row = await transport.get(importJobQuery(id), signal && { signal });
    if (!isRow(row)) throw new DataverseError("unreadable", "The answer is no row.");
    return {
      id,
      progress: numberOf(row, "progress") ?? 0,
      ...present({
        solutionName: textOf(row, "solutionname"),
        startedOn: dateOf(row, "startedon"),
        completedOn: dateOf(row, "completedon"),
      }),
    };
  } catch (error) {
    if (error instanceof DataverseError && error.kind === "notFound") return undefined;
    throw error;
  }
}
