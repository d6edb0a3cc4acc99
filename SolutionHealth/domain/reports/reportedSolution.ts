import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";

/** A solution in a report for programs. */
export interface ReportedSolution {
  readonly id: Guid;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly publisher: string;
}

export const toReportedSolution = ({
  id,
  uniqueName,
  displayName,
  version,
  publisher,
}: InstalledSolution): ReportedSolution => ({
  id,
  uniqueName,
  displayName,
  version,
  publisher: publisher.displayName,
});
