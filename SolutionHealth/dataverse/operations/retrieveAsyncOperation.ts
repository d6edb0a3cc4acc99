import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { dateOf, isRow, numberOf, present, textOf, type WireRow } from "../wire";

/** `unknown`: the job has ended in a way that this product does not know. */
export type JobStatus = "waiting" | "running" | "succeeded" | "failed" | "cancelled" | "unknown";

/** A row of `asyncoperations` (fact sheet §5.4). */
export interface AsyncOperation {
  readonly id: Guid;
  readonly status: JobStatus;
  /** In the form of the Web API, e.g. "0x80048541". */
  readonly errorCode?: string;
  /** The server's own words, the friendly ones where there are any. */
  readonly errorText?: string;
  readonly startedOn?: Date;
  readonly completedOn?: Date;
}

const COLUMNS = "statecode,statuscode,message,friendlymessage,errorcode,startedon,completedon";

export const asyncOperationQuery = (id: Guid): string => `asyncoperations(${id})${queryText({ $select: COLUMNS })}`;

/** @throws DataverseError; "notFound" once the server has cleaned the row up. */
export async function retrieveAsyncOperation(
  id: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<AsyncOperation> {
  const row = await transport.get(asyncOperationQuery(id), signal && { signal });
  if (!isRow(row)) throw new DataverseError("unreadable", "The answer is no row.");
  return {
    id,
    status: statusOf(row),
    ...present({
      errorCode: errorCodeOf(numberOf(row, "errorcode")),
      errorText: textOf(row, "friendlymessage") ?? textOf(row, "message"),
      startedOn: dateOf(row, "startedon"),
      completedOn: dateOf(row, "completedon"),
    }),
  };
}

/** Jobs tell their error as a signed number, everything else of the platform as hexadecimal text. */
export function errorCodeOf(signed: number | undefined): string | undefined {
  if (signed === undefined || signed === 0) return undefined;
  return `0x${(signed >>> 0).toString(16).toUpperCase().padStart(8, "0")}`;
}

const READY = 0;
const SUSPENDED = 1;
const COMPLETED = 3;

const OUTCOMES: Readonly<Record<number, JobStatus>> = { 30: "succeeded", 31: "failed", 32: "cancelled" };

function statusOf(row: WireRow): JobStatus {
  const state = numberOf(row, "statecode");
  if (state === COMPLETED) return OUTCOMES[numberOf(row, "statuscode") ?? 0] ?? "unknown";
  return state === READY || state === SUSPENDED ? "waiting" : "running";
}
