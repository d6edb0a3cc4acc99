import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { Operation, Suboperation } from "../../sandbox/engine/history";
import { guidFor } from "../../sandbox/store/guidFor";
import type { StoredHistory, StoredPublisher, StoredSolution } from "../../sandbox/store/model";

/** Managed solutions that nobody wrote, with their publishers and one operation each. The same count gives the same. */
export interface SyntheticContent {
  readonly publishers: readonly StoredPublisher[];
  readonly solutions: readonly StoredSolution[];
  readonly history: readonly StoredHistory[];
}

const PUBLISHERS = 12;
/** One in so many is a patch of the solution before it. */
const PATCH_EVERY = 5;
/** One in so many operations failed. */
const FAILURE_EVERY = 40;
const START = Date.UTC(2025, 0, 6);
const HOUR = 3_600_000;
const AREAS = ["Sales", "Service", "Field", "Finance", "Grants", "Permits", "Fleet", "Campus", "Clinic", "Harbour"];
const SUBJECTS = ["Core", "Portal", "Reporting", "Scheduling", "Approvals", "Mobile", "Archive", "Connectors"];

export function synthesise(count: number): SyntheticContent {
  const publishers = Array.from({ length: PUBLISHERS }, (_, index) => publisherOf(index));
  const solutions: StoredSolution[] = [];
  while (solutions.length < count) solutions.push(solutionOf(solutions.length, count, solutions, publishers));
  return {
    publishers,
    solutions,
    history: solutions.map((solution, index) => operationOf(solution, index, publishers)),
  };
}

function publisherOf(index: number): StoredPublisher {
  return {
    id: guidFor("bench", "publisher", index),
    uniqueName: `publisher${index}`,
    friendlyName: `${pick(AREAS, index)} Partners ${index}`,
    prefix: `p${index}`,
    optionValuePrefix: 20_000 + index,
    isReadOnly: true,
    createdOn: timeAt(0),
  };
}

function solutionOf(
  index: number,
  count: number,
  before: readonly StoredSolution[],
  publishers: readonly StoredPublisher[],
): StoredSolution {
  const base = index % PATCH_EVERY === PATCH_EVERY - 1 ? before[index - 1] : undefined;
  return {
    id: guidFor("bench", "solution", index),
    ...(base ? patchOf(base, index) : baseAt(index, count)),
    publisherId: base?.publisherId ?? pick(publishers, index).id,
    description: null,
    managed: true,
    visible: true,
    packageVersion: "9.2",
    installedOn: timeAt(index),
    updatedOn: index % 3 === 0 ? timeAt(index + count) : null,
    createdOn: timeAt(index),
    modifiedOn: timeAt(index + count),
    versionNumber: 2_000_000 + index,
    configurationPageId: null,
  };
}

type Identity = Pick<StoredSolution, "uniqueName" | "friendlyName" | "version" | "parentId">;

function patchOf(base: StoredSolution, index: number): Identity {
  const suffix = index.toString(16).padStart(8, "0");
  const [major = "1", minor = "0"] = base.version.split(".");
  return {
    uniqueName: `${base.uniqueName}_Patch_${suffix}`,
    friendlyName: base.friendlyName,
    version: `${major}.${minor}.${1000 + index}.0`,
    parentId: base.id,
  };
}

function baseAt(index: number, count: number): Identity {
  // Names in another order than rows, so that sorting has work to do: 7919 is a prime that divides no count used here.
  const place = (index * 7919) % count;
  const words = [pick(AREAS, place), pick(SUBJECTS, place), String(place)];
  return {
    uniqueName: words.join(""),
    friendlyName: words.join(" "),
    version: `${1 + (index % 9)}.${index % 13}.${place % 101}.0`,
    parentId: null,
  };
}

/** @throws {RangeError} when the list is empty */
function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

function operationOf(solution: StoredSolution, index: number, publishers: readonly StoredPublisher[]): StoredHistory {
  const failed = index % FAILURE_EVERY === FAILURE_EVERY - 1;
  return {
    id: guidFor("bench", "history", index),
    solutionId: solution.id,
    uniqueName: solution.uniqueName,
    name: solution.friendlyName,
    version: solution.version,
    publisherId: solution.publisherId,
    publisherName: publishers.find(({ id }) => id === solution.publisherId)?.friendlyName ?? "",
    operation: Operation.Import,
    suboperation: Suboperation.New,
    status: 1,
    result: !failed,
    startedOn: solution.installedOn,
    endedOn: timeAt(index + 0.1),
    errorCode: failed ? "-2147188706" : null,
    exceptionMessage: failed ? "The import failed: a component is missing." : null,
    exceptionStack: null,
    activityId: guidFor("bench", "activity", index),
    correlationId: guidFor("bench", "correlation", index),
    managed: true,
    patch: solution.parentId !== null,
    overwriteCustomizations: false,
  };
}

function timeAt(hours: number): string {
  return new Date(START + Math.round(hours * HOUR)).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The same solutions and operations as the control has them once they are read. */
export function asRead(content: SyntheticContent): { solutions: InstalledSolution[]; history: SolutionOperation[] } {
  const publishers = new Map(content.publishers.map((publisher) => [publisher.id, publisher]));
  return {
    solutions: content.solutions.map((row) => toInstalled(row, publishers.get(row.publisherId))),
    history: content.history.map(toOperation),
  };
}

function toInstalled(row: StoredSolution, publisher: StoredPublisher | undefined): InstalledSolution {
  return {
    id: row.id,
    uniqueName: row.uniqueName,
    displayName: row.friendlyName,
    version: row.version,
    managed: row.managed,
    visible: row.visible,
    publisher: {
      id: row.publisherId,
      uniqueName: publisher?.uniqueName ?? "",
      displayName: publisher?.friendlyName ?? "",
      prefix: publisher?.prefix ?? "",
    },
    ...(row.parentId === null ? {} : { parentId: row.parentId }),
    ...(row.packageVersion === null ? {} : { packageVersion: row.packageVersion }),
    installedOn: new Date(row.installedOn),
    ...(row.updatedOn === null ? {} : { updatedOn: new Date(row.updatedOn) }),
  };
}

function toOperation(row: StoredHistory): SolutionOperation {
  return {
    id: row.id,
    solutionUniqueName: row.uniqueName,
    solutionName: row.name,
    version: row.version,
    publisherName: row.publisherName,
    operation: "Import",
    suboperation: "New",
    status: "completed",
    result: row.result ? "succeeded" : "failed",
    startedOn: new Date(row.startedOn),
  };
}
