import type { AnnouncedOperation } from "./contract";
import { aboutSolution, Operation, startHistory, Suboperation, type HistorySubject } from "./history";
import { announcedImport } from "./importOperations";
import { holdingName } from "./layers";
import type { Work } from "./work";

/** Writes the Started row of an operation, where there is a name to write it under. */
export function announce(work: Work, operation: AnnouncedOperation): void {
  const subject = subjectOf(work, operation);
  if (subject) startHistory(work, subject);
}

function subjectOf(work: Work, operation: AnnouncedOperation): HistorySubject | undefined {
  switch (operation.kind) {
    case "import":
      return announcedImport(work, operation.request, operation.request.holdingSolution ? "stage" : "import");
    case "stageAndUpgrade":
      return announcedImport(work, operation.request, "upgrade");
    case "uninstall":
      return removalOf(work, operation.uniqueName, Suboperation.None);
    case "deleteAndPromote":
      return removalOf(work, operation.uniqueName, Suboperation.Upgrade);
  }
}

function removalOf(work: Work, uniqueName: string, suboperation: number): HistorySubject | undefined {
  const solution = work.store.solutionNamed(uniqueName) ?? work.store.solutionNamed(holdingName(uniqueName));
  return solution && aboutSolution(work.store, solution, { operation: Operation.Uninstall, suboperation });
}
