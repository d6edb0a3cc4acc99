import { queryText } from "../odata";
import type { Transport } from "../transport";
import { numberOf, textOf } from "../wire";

/** The import job that has not ended. */
export interface RunningImportJob {
  /** Unique name of the solution; absent in the first seconds, until the package has been read. */
  readonly solutionName?: string;
  /** 0 to 100. */
  readonly progress: number;
}

/**
 * The newest import job that has not ended: an environment runs one solution operation at a time (fact sheet §5.4), so it is
 * that of the import which runs.
 * @returns undefined where there is none
 * @throws DataverseError
 */
export async function retrieveRunningImportJob(
  transport: Transport,
  signal?: AbortSignal,
): Promise<RunningImportJob | undefined> {
  const path = `importjobs${queryText({
    $select: "solutionname,progress",
    $filter: "completedon eq null",
    $orderby: "startedon desc",
    $top: 1,
  })}`;
  const [row] = await transport.getRows(path, signal && { signal });
  if (!row) return undefined;
  const solutionName = textOf(row, "solutionname");
  return { progress: numberOf(row, "progress") ?? 0, ...(solutionName !== undefined && { solutionName }) };
}
