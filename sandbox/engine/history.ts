import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { EMPTY_GUID } from "../../SolutionHealth/domain/model/guid";
import type { PackageManifest } from "../../SolutionHealth/package/model";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredHistory, StoredSolution } from "../store/model";
import { utcText } from "./clock";
import type { PlatformFault } from "./fault";
import { textIn } from "./publishers";
import type { Work } from "./work";

/** Option values as documented (§5.1); other sources number them differently. */
export const Operation = { Import: 0, Uninstall: 1 } as const;
export const Suboperation = { None: 0, New: 1, Upgrade: 2, Update: 3, Delete: 4 } as const;

/** What a row of the solution history is about. */
export interface HistorySubject {
  readonly solutionId: Guid;
  readonly uniqueName: string;
  readonly name: string;
  readonly version: string;
  readonly publisherId: Guid;
  readonly publisherName: string;
  readonly managed: boolean;
  readonly patch: boolean;
  readonly overwrite: boolean;
  readonly operation: number;
  readonly suboperation: number;
}

type Kind = Pick<HistorySubject, "operation" | "suboperation"> & { readonly overwrite?: boolean };

/** A row about a solution that is installed. */
export function aboutSolution(store: EnvironmentStore, solution: StoredSolution, kind: Kind): HistorySubject {
  const publisher = store.state.publishers.find((other) => other.id === solution.publisherId);
  return {
    solutionId: solution.id,
    uniqueName: solution.uniqueName,
    name: solution.friendlyName,
    version: solution.version,
    publisherId: solution.publisherId,
    publisherName: publisher?.friendlyName ?? "",
    managed: solution.managed,
    patch: solution.parentId !== null,
    overwrite: kind.overwrite ?? false,
    operation: kind.operation,
    suboperation: kind.suboperation,
  };
}

/** A row about a package that is not installed, or not yet. */
export function aboutPackage(
  store: EnvironmentStore,
  manifest: PackageManifest,
  uniqueName: string,
  kind: Kind & { readonly patch: boolean },
): HistorySubject {
  const language = store.state.organization.baseLanguage;
  const wanted = manifest.publisher.uniqueName.toLowerCase();
  const publisher = store.state.publishers.find((other) => other.uniqueName.toLowerCase() === wanted);
  return {
    solutionId: store.solutionNamed(uniqueName)?.id ?? EMPTY_GUID,
    uniqueName,
    name: textIn(manifest.names, language) ?? manifest.uniqueName,
    version: manifest.version,
    publisherId: publisher?.id ?? EMPTY_GUID,
    publisherName:
      publisher?.friendlyName ?? textIn(manifest.publisher.names, language) ?? manifest.publisher.uniqueName,
    managed: manifest.managed,
    patch: kind.patch,
    overwrite: kind.overwrite ?? false,
    operation: kind.operation,
    suboperation: kind.suboperation,
  };
}

/** Writes a finished operation into the history: succeeded, or failed with what the platform says. */
export function recordHistory(work: Work, subject: HistorySubject, fault?: PlatformFault): void {
  const { state } = work.store;
  const started = state.history.find(
    (row) => isRunning(row) && row.activityId === work.caller.activityId && isSame(row.uniqueName, subject.uniqueName),
  );
  const row: StoredHistory = {
    ...newRow(work, subject),
    ...(started ? { id: started.id, startedOn: started.startedOn } : {}),
    status: 1,
    result: fault === undefined,
    endedOn: utcText(work.options.now()),
    errorCode: fault?.code ?? null,
    exceptionMessage: fault?.message ?? null,
    exceptionStack: fault ? stackOf(fault) : null,
  };
  state.history = started ? state.history.map((other) => (other === started ? row : other)) : [...state.history, row];
}

/** Writes that an operation has begun: a row with status Started, which {@link recordHistory} ends (§5.1). */
export function startHistory(work: Work, subject: HistorySubject): void {
  work.store.state.history = [...work.store.state.history, newRow(work, subject)];
}

/** The platform's kind of stack: of no use to whoever reads it, but it is there and long. */
function stackOf(fault: PlatformFault): string {
  return [
    `Microsoft.Crm.CrmException: ${fault.message}`,
    "   at Microsoft.Crm.Extensibility.OrganizationSdkServiceInternal.Execute(OrganizationRequest request)",
    "   at Microsoft.Crm.Tools.ImportExportPublish.SolutionOperation.Run()",
  ].join("\n");
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** A row that nothing has ended. */
export function isRunning(row: StoredHistory): boolean {
  return row.status === 0;
}

function newRow(work: Work, { overwrite, ...about }: HistorySubject): StoredHistory {
  const { state } = work.store;
  return {
    ...about,
    id: guidFor(state.organization.id, "history", state.history.length, work.caller.activityId),
    status: 0,
    result: null,
    startedOn: work.at,
    endedOn: null,
    errorCode: null,
    exceptionMessage: null,
    exceptionStack: null,
    activityId: work.caller.activityId,
    correlationId: work.caller.correlationId,
    overwriteCustomizations: overwrite,
  };
}

/**
 * Ends rows that their operation left Started, as failed: it was refused before it came to its history, or a restart cut
 * it off. An operation that took effect has ended its row in the same moment.
 * @param of which operation; undefined = all of them.
 */
export function settleHistory(store: EnvironmentStore, endedOn: string, fault: PlatformFault, of?: Guid): void {
  const elsewhere = store.state.elsewhere ?? [];
  const settles = (row: StoredHistory): boolean =>
    isRunning(row) && (of === undefined ? !elsewhere.includes(row.activityId) : row.activityId === of);
  if (!store.state.history.some(settles)) return;
  store.state.history = store.state.history.map((row) =>
    settles(row)
      ? {
          ...row,
          status: 1,
          result: false,
          endedOn,
          errorCode: fault.code,
          exceptionMessage: fault.message,
          exceptionStack: stackOf(fault),
        }
      : row,
  );
}

/** Ends the Started rows of an operation that is none of this environment's own, as succeeded. */
export function concludeHistory(store: EnvironmentStore, endedOn: string, of: Guid): void {
  store.state.history = store.state.history.map((row) =>
    isRunning(row) && row.activityId === of ? { ...row, status: 1, result: true, endedOn } : row,
  );
}
