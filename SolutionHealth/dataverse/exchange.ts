import { onAbort } from "./abortListeners";
import type { Answer } from "./answer";
import { BATCH_CONTENT_TYPE, isBatchAnswer, parseBatch, writeBatch } from "./batch";
import type { Clock } from "./clock";
import { DataverseError, cancelled } from "./errors";
import type { Lane } from "./lanes";

/** The part of the standard `fetch` that is used; a browser's, Node's, or a test's own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface OutgoingRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  /** Milliseconds for one try. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Others may overtake it in the browser's own line. */
  readonly lane?: Lane;
}

export interface ExchangePorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Bearer token, for callers outside the browser's session. */
  readonly token?: () => Promise<string>;
}

/**
 * Sends one request once.
 * @returns whatever the server answered, errors included
 * @throws DataverseError "network", "timeout" or "cancelled" when there is no answer
 */
export async function exchange(request: OutgoingRequest, ports: ExchangePorts): Promise<Answer> {
  const abort = new AbortController();
  let timedOut = false;
  const callOff = ports.clock.after(request.timeout, () => {
    timedOut = true;
    abort.abort();
  });
  const stopListening = onAbort(request.signal, () => abort.abort());
  try {
    if (request.signal?.aborted) throw cancelled(request.signal.reason);
    return await send(request, abort.signal, ports);
  } catch (cause) {
    if (cause instanceof DataverseError) throw cause;
    if (request.signal?.aborted) throw cancelled(cause);
    if (timedOut) throw new DataverseError("timeout", `No answer within ${request.timeout} ms.`, { cause });
    throw new DataverseError("network", "The environment could not be reached.", { cause });
  } finally {
    callOff();
    stopListening();
  }
}

/**
 * Sends a GET whose address is too long inside a batch.
 * @returns the answer to the GET itself, or the batch's own answer where that failed as a whole
 */
export async function exchangeInBatch(
  request: OutgoingRequest,
  batchUrl: string,
  ports: ExchangePorts,
): Promise<Answer> {
  const { url, headers } = request;
  const answer = await exchange(batchRequest(request, batchUrl, writeBatch([url], headers)), ports);
  // Whether the error of a part gives its status to the whole is not documented: a list of parts is read either way.
  if (!isBatchAnswer(answer) && answer.status !== 200) return answer;
  const [first] = parseBatch(answer);
  if (!first) throw new DataverseError("unreadable", "The answer to a batch is empty.", { status: answer.status });
  return first;
}

/** A request whose body is a batch, with everything else as in the given one. */
export const batchRequest = (request: OutgoingRequest, url: string, body: string): OutgoingRequest => ({
  ...request,
  method: "POST",
  url,
  headers: { ...request.headers, "Content-Type": BATCH_CONTENT_TYPE },
  body,
});

async function send(request: OutgoingRequest, signal: AbortSignal, ports: ExchangePorts): Promise<Answer> {
  const token = await tokenFrom(ports);
  const response = await ports.fetch(request.url, {
    method: request.method,
    headers: { ...request.headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
    ...(request.body !== undefined && { body: request.body }),
    credentials: "same-origin",
    // A redirect means the sign-in page, on another origin: followed, it would look like a broken network.
    redirect: "manual",
    // Without HTTP/2 a browser sends few requests to one host at a time: of those that wait it takes these last.
    ...(request.lane === "background" && { priority: "low" }),
    signal,
  });
  const body = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name) ?? undefined, body };
}

async function tokenFrom({ token }: ExchangePorts): Promise<string | undefined> {
  try {
    return await token?.();
  } catch (cause) {
    throw new DataverseError("signedOut", "There is no token to sign in with.", { cause });
  }
}
