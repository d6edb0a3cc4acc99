import { EMPTY_GUID } from "../../SolutionHealth/domain/model/guid";
import type { StoredSolution } from "../store/model";
import type { AnnouncedOperation, ForeignOperation } from "./contract";
import { aboutSolution, Operation, startHistory, Suboperation, type HistorySubject } from "./history";
import { announcedImport } from "./importOperations";
import { holdingName } from "./layers";
import { patchesOf } from "./patchRules";
import type { Work } from "./work";

/** Writes the Started rows of an operation, where there is a name to write them under. */
export function announce(work: Work, operation: AnnouncedOperation): void {
  for (const subject of subjectsOf(work, operation)) startHistory(work, subject);
}

function subjectsOf(work: Work, operation: AnnouncedOperation): HistorySubject[] {
  switch (operation.kind) {
    case "import":
      return only(announcedImport(work, operation.request, operation.request.holdingSolution ? "stage" : "import"));
    case "stageAndUpgrade":
      return only(announcedImport(work, operation.request, "upgrade"));
    case "uninstall":
      return removalOf(work, operation.uniqueName, Suboperation.None);
    case "deleteAndPromote":
      return removalOf(work, operation.uniqueName, Suboperation.Upgrade);
    case "foreign":
      return [foreignSubject(operation)];
  }
}

function only(subject: HistorySubject | undefined): HistorySubject[] {
  return subject ? [subject] : [];
}

/** A base goes with its patches, newest first, each with a row of its own (§1.5). */
function removalOf(work: Work, uniqueName: string, suboperation: number): HistorySubject[] {
  const { store } = work;
  const solution = store.solutionNamed(uniqueName) ?? store.solutionNamed(holdingName(uniqueName));
  if (!solution) return [];
  const about = (one: StoredSolution): HistorySubject =>
    aboutSolution(store, one, { operation: Operation.Uninstall, suboperation });
  return [...patchesOf(store.state.solutions, solution).reverse(), solution].map(about);
}

function foreignSubject({ operation, uniqueName, version, publisherName }: ForeignOperation): HistorySubject {
  const importing = operation === "import";
  return {
    solutionId: EMPTY_GUID,
    uniqueName,
    name: uniqueName,
    version,
    publisherId: EMPTY_GUID,
    publisherName,
    managed: true,
    patch: false,
    overwrite: false,
    operation: importing ? Operation.Import : Operation.Uninstall,
    suboperation: importing ? Suboperation.New : Suboperation.None,
  };
}
