import { wait } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import { pollingInterval } from "../../dataverse/operations/pollingInterval";
import { retrieveRecentUninstalls } from "../../dataverse/operations/retrieveRecentUninstalls";
import { retrieveSolutionByName } from "../../dataverse/operations/retrieveSolutionByName";
import { retrieveSolutionHistory } from "../../dataverse/retrieveSolutionHistory";
import { operationKind } from "../../domain/history/operationKind";
import type { Guid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import { nameKey } from "../../domain/solutions/solutionNames";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import { operationFailure } from "./operationFailure";
import type { JobsPorts } from "./ports";

export interface UninstallTarget {
  readonly id: Guid;
  readonly uniqueName: string;
}

/** What was there before the request: whatever is new afterwards is its doing. */
export interface Before {
  /** Jobs of the server; undefined where they may not be read. */
  readonly jobs?: ReadonlySet<Guid>;
  /** Rows of the history; undefined where it may not be read. */
  readonly history?: ReadonlySet<Guid>;
}

export type Effect =
  | { readonly status: "succeeded" }
  | { readonly status: "failed"; readonly failure: Failure }
  /** A job that was not there before. */
  | { readonly status: "job"; readonly id: Guid }
  | { readonly status: "lost"; readonly failure?: Failure };

/** Looks without any sign of the operation before it is given up: about two and a half minutes. */
const LOOKS_WITHOUT_SIGN = 12;

/** @throws DataverseError "cancelled" */
export async function lookBefore({ transport }: JobsPorts, signal: AbortSignal): Promise<Before> {
  const [jobs, history] = await Promise.all([
    known(retrieveRecentUninstalls(transport, signal)),
    known(retrieveSolutionHistory(transport, signal)),
  ]);
  return { ...(jobs && { jobs: new Set(jobs) }), ...(history && { history: new Set(history.map(({ id }) => id)) }) };
}

/**
 * Finds out how an uninstall went whose answer or whose job is out of sight: the solution is gone, the history has a row
 * that was not there before, the server has a new job. Never sends anything but reads.
 * @param knownJob a job that has been followed already, and is no news
 * @throws DataverseError "cancelled"
 */
export async function uninstallEffect(
  target: UninstallTarget,
  before: Before,
  knownJob: Guid | undefined,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<Effect> {
  let failure: Failure | undefined;
  for (let looks = 0, quiet = 0; quiet < LOOKS_WITHOUT_SIGN; looks += 1) {
    const seen = await look(target, before, ports, signal).catch(asFault);
    if (seen instanceof DataverseError) {
      failure = toFailure(seen);
      if (seen.kind === "signedOut") break;
      quiet += 1;
    } else {
      failure = undefined;
      const effect = judge(seen, knownJob);
      if (effect) return effect;
      // Only what still runs is a sign: a row that has ended well while the solution stays would be waited for for ever.
      quiet = seen.row?.result === "running" ? 0 : quiet + 1;
    }
    await wait(pollingInterval(looks), ports.clock, signal);
  }
  return { status: "lost", ...(failure && { failure }) };
}

interface Seen {
  readonly gone: boolean;
  readonly row?: SolutionOperation;
  readonly job?: Guid;
}

async function look(
  { id, uniqueName }: UninstallTarget,
  before: Before,
  { transport }: JobsPorts,
  signal: AbortSignal,
): Promise<Seen> {
  const [solution, history, jobs] = await Promise.all([
    retrieveSolutionByName(uniqueName, transport, signal),
    before.history ? known(retrieveSolutionHistory(transport, signal)) : undefined,
    before.jobs ? known(retrieveRecentUninstalls(transport, signal)) : undefined,
  ]);
  const row = history?.find(
    (operation) =>
      !before.history?.has(operation.id) && isOf(operation, uniqueName) && operationKind(operation) !== "import",
  );
  // Somebody else's may have come in between: the history knows which solution a job is about.
  const others = new Set(
    history?.filter((operation) => !isOf(operation, uniqueName)).map(({ activityId }) => activityId),
  );
  const job = jobs?.find((other) => !before.jobs?.has(other) && !others.has(other));
  // Another row of the same name is a solution that was installed anew since.
  return { gone: solution?.id !== id, ...(row && { row }), ...(job !== undefined && { job }) };
}

const isOf = ({ solutionUniqueName }: SolutionOperation, uniqueName: string): boolean =>
  nameKey(solutionUniqueName) === nameKey(uniqueName);

function judge({ gone, row, job }: Seen, knownJob: Guid | undefined): Effect | undefined {
  if (gone) return { status: "succeeded" };
  if (row?.result === "failed") return { status: "failed", failure: operationFailure(row) };
  return job !== undefined && job !== knownJob ? { status: "job", id: job } : undefined;
}

/** A source that cannot be read is done without. */
async function known<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DataverseError && error.kind !== "cancelled" && error.kind !== "signedOut") return undefined;
    throw error;
  }
}

function asFault(error: unknown): DataverseError {
  if (error instanceof DataverseError && error.kind !== "cancelled") return error;
  throw error;
}
