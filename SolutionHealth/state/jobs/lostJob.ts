import type { RecentOperation } from "../../dataverse/operations/retrieveRecentOperations";
import { type Guid, normaliseGuid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import { nameKey } from "../../domain/solutions/solutionNames";

/** The job that a request whose answer got lost may have begun. */
export interface LostJob {
  readonly id: Guid;
  /** All jobs it may be, likeliest first; absent where the history names this one as the solution's. */
  readonly presumed?: readonly Guid[];
}

export interface LostJobClues {
  /** Names under which the history may speak of the solution. */
  readonly names: readonly string[];
  /** Jobs that were not there before the request. */
  readonly fresh: readonly RecentOperation[];
  /** Undefined where it may not be read. */
  readonly history: readonly SolutionOperation[] | undefined;
  /** The signed-in user; undefined where that is not known. */
  readonly user: Guid | undefined;
}

/**
 * Which of the server's new jobs is ours: the one that the history names so. Until it has a row, one that nobody else started is
 * presumed to be; of several the one that began first, since it was asked for at once.
 */
export function findLostJob({ names, fresh, history, user }: LostJobClues): LostJob | undefined {
  const told = fresh.map((job) => ({ ...job, whose: whoseJob(job.id, names, history ?? []) }));
  const ours = told.find(({ whose }) => whose === "ours");
  if (ours) return { id: ours.id };
  const open = told
    .filter(({ whose, ownerId }) => whose === "unknown" && (ownerId ?? user) === (user ?? ownerId))
    .sort((one, other) => (one.createdOn?.getTime() ?? 0) - (other.createdOn?.getTime() ?? 0));
  const [first] = open;
  return first && { id: first.id, presumed: open.map(({ id }) => id) };
}

/** Which solution a job is about, as the history tells: it keeps the id of the job (fact sheet §5.1). */
export function whoseJob(
  id: Guid,
  names: readonly string[],
  history: readonly SolutionOperation[],
): "ours" | "others" | "unknown" {
  const row = history.find(({ activityId }) => normaliseGuid(activityId ?? "") === id);
  if (!row) return "unknown";
  return isOf(row, names) ? "ours" : "others";
}

/** Whether a row of the history is about a solution of one of these names. */
export const isOf = ({ solutionUniqueName }: SolutionOperation, names: readonly string[]): boolean =>
  names.some((name) => nameKey(name) === nameKey(solutionUniqueName));
