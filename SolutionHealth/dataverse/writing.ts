import { readJson, successOf } from "./answer";
import type { OpenCall } from "./callLog";
import type { Connection } from "./connection";
import { DataverseError } from "./errors";
import { type OutgoingRequest, exchange } from "./exchange";
import { requestHeaders } from "./headers";
import { waitBeforeRetry } from "./retry";

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds, where the default of the transport does not fit: a synchronous import takes minutes. */
  readonly timeout?: number;
  /** Headers of one message's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends one writing request, once. A function that writes is one too, although it goes as GET (fact sheet §6.1).
 * @param body JSON text
 * @returns the JSON of the answer, undefined for one without a body
 * @throws DataverseError, with `outcomeUnknown` where the request may have taken effect
 */
export async function write(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body: string | Blob | undefined,
  options: WriteOptions,
  connection: Connection,
): Promise<unknown> {
  const url = connection.root + path;
  const { signal, timeout = connection.timeout } = options;
  const headers = {
    ...requestHeaders({}),
    ...options.headers,
    ...(body !== undefined && { "Content-Type": "application/json; charset=utf-8" }),
  };
  const request = {
    method,
    url,
    headers,
    timeout,
    ...(signal && { signal }),
    ...(body !== undefined && { body }),
  };
  const call = connection.log.open(method, url);
  try {
    return await connection.lanes.page.run(() => send(request, call, connection), 1, signal);
  } finally {
    call.ended();
  }
}

async function send(request: OutgoingRequest, call: OpenCall, { ports, lanes }: Connection): Promise<unknown> {
  if (request.signal?.aborted) throw new DataverseError("cancelled", "The request was cancelled before it was sent.");
  try {
    const answer = await exchange(request, ports);
    call.answered(answer);
    return readJson(successOf(answer, ports.clock.now()));
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    // Not sent again, yet the others are to wait as well.
    if (error.kind === "throttled") lanes.pause(waitBeforeRetry(error, 0));
    throw mayHaveTakenEffect(error) ? error.asOutcomeUnknown() : error;
  }
}

/**
 * Whether a write that ended like this may still have been carried out, or be running yet: no answer, one of a
 * gateway instead of the platform (no code), or one that cannot be read (fact sheet §6.5).
 */
function mayHaveTakenEffect(error: DataverseError): boolean {
  if (["network", "timeout", "cancelled", "unreadable"].includes(error.kind)) return true;
  return error.kind === "server" && error.code === undefined;
}
