import { wait } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import { pollingInterval } from "../../dataverse/operations/pollingInterval";
import { retrieveRecentOperations } from "../../dataverse/operations/retrieveRecentOperations";
import type { SolutionOperationKind } from "../../dataverse/operations/solutionOperationKinds";
import { retrieveSolutionHistory } from "../../dataverse/retrieveSolutionHistory";
import { operationKind } from "../../domain/history/operationKind";
import type { Guid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import { findLostJob, isOf, type LostJob } from "./lostJob";
import { operationFailure } from "./operationFailure";
import type { JobsPorts } from "./ports";

/** An operation as it is found again: by its traces, and by what it was to bring about. */
export interface WatchedOperation {
  readonly kind: SolutionOperationKind;
  /** Unique names under which the history may speak of it. */
  readonly names: readonly string[];
  /**
   * Looks whether what it was to bring about is there.
   * @returns a failure where its end is known to be another one, undefined while nothing is known
   * @throws DataverseError
   */
  readonly look: (ports: JobsPorts, signal: AbortSignal) => Promise<"done" | Failure | undefined>;
}

/** What was there before the request: whatever is new afterwards is its doing. */
export interface Before {
  /** Jobs of the server; undefined where they may not be read. */
  readonly jobs?: ReadonlySet<Guid>;
  /** Rows of the history; undefined where it may not be read. */
  readonly history?: ReadonlySet<Guid>;
  /** What it was to bring about was there already, so that alone proves nothing. */
  readonly done?: boolean;
}

export type Effect =
  | { readonly status: "succeeded" }
  | { readonly status: "failed"; readonly failure: Failure }
  /** A job that was not there before. */
  | { readonly status: "job"; readonly job: LostJob }
  | { readonly status: "lost"; readonly failure?: Failure };

/** Looks without any sign of the operation before it is given up: about two and a half minutes. */
const LOOKS_WITHOUT_SIGN = 12;

/** @throws DataverseError "cancelled" */
export async function lookBefore(operation: WatchedOperation, ports: JobsPorts, signal: AbortSignal): Promise<Before> {
  const { transport } = ports;
  const [jobs, history, found] = await Promise.all([
    known(retrieveRecentOperations(operation.kind, transport, signal)),
    known(retrieveSolutionHistory(transport, signal)),
    known(operation.look(ports, signal)),
  ]);
  return {
    ...(jobs && { jobs: new Set(jobs.map(({ id }) => id)) }),
    ...(history && { history: new Set(history.map(({ id }) => id)) }),
    done: found === "done",
  };
}

/**
 * Finds out how an operation went whose answer or whose job is out of sight: its effect is there, the history has a row
 * that was not there before, the server has a new job. Never sends anything but reads.
 * @param followed a job that has been followed already, and is no news
 * @throws DataverseError "cancelled"
 */
export async function operationEffect(
  operation: WatchedOperation,
  before: Before,
  followed: Guid | undefined,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<Effect> {
  let failure: Failure | undefined;
  for (let looks = 0, quiet = 0; quiet < LOOKS_WITHOUT_SIGN; looks += 1) {
    const seen = await lookNow(operation, before, ports, signal).catch(asFault);
    if (seen instanceof DataverseError) {
      failure = toFailure(seen);
      if (seen.kind === "signedOut") break;
      quiet += 1;
    } else {
      failure = undefined;
      const effect = judge(seen, before, followed);
      if (effect) return effect;
      // Only what still runs is a sign: a row that has ended well while nothing has come of it would be waited for for ever.
      quiet = seen.row?.result === "running" ? 0 : quiet + 1;
    }
    await wait(pollingInterval(looks), ports.clock, signal);
  }
  return { status: "lost", ...(failure && { failure }) };
}

interface Seen {
  readonly found: "done" | Failure | undefined;
  readonly row?: SolutionOperation;
  readonly job?: LostJob;
}

async function lookNow(
  operation: WatchedOperation,
  before: Before,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<Seen> {
  const { transport } = ports;
  const [found, history, jobs] = await Promise.all([
    operation.look(ports, signal),
    before.history ? known(retrieveSolutionHistory(transport, signal)) : undefined,
    before.jobs ? known(retrieveRecentOperations(operation.kind, transport, signal)) : undefined,
  ]);
  const row = history?.find((other) => !before.history?.has(other.id) && tellsOf(other, operation));
  const fresh = (jobs ?? []).filter(({ id }) => !before.jobs?.has(id));
  // Asked for only where there is something to tell apart.
  const user = fresh.length > 0 ? await known(ports.userId(signal)) : undefined;
  const job = findLostJob({ names: operation.names, fresh, history, user });
  return { found, ...(row && { row }), ...(job && { job }) };
}

/** Applying an upgrade may stand there as an import or as the removal of the old solution: only imports are told apart. */
function tellsOf(row: SolutionOperation, operation: WatchedOperation): boolean {
  const isImport = operationKind(row) === "import";
  const fits = operation.kind === "uninstall" ? !isImport : operation.kind === "applyUpgrade" || isImport;
  return fits && isOf(row, operation.names);
}

function judge({ found, row, job }: Seen, before: Before, followed: Guid | undefined): Effect | undefined {
  const signed = before.done !== true || row?.result === "succeeded" || followed !== undefined;
  if (found === "done" && signed) return { status: "succeeded" };
  if (row?.result === "failed") return { status: "failed", failure: operationFailure(row) };
  if (found !== undefined && found !== "done") return { status: "failed", failure: found };
  return job !== undefined && job.id !== followed ? { status: "job", job } : undefined;
}

/**
 * A source that cannot be read is done without.
 * @throws DataverseError "cancelled" and "signedOut"
 */
export async function known<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DataverseError && error.kind !== "cancelled" && error.kind !== "signedOut") return undefined;
    throw error;
  }
}

/**
 * What is told beside the end of an operation: the end itself is known without it, also where the session is over by then.
 * @throws DataverseError "cancelled"
 */
export async function atBest<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DataverseError && error.kind !== "cancelled") return undefined;
    throw error;
  }
}

function asFault(error: unknown): DataverseError {
  if (error instanceof DataverseError && error.kind !== "cancelled") return error;
  throw error;
}
