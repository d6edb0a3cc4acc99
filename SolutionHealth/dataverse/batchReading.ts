import { type Answer, readJson, successOf } from "./answer";
import { isBatchAnswer, parseBatch, writeBatch } from "./batch";
import type { OpenCall } from "./callLog";
import type { Connection } from "./connection";
import { DataverseError } from "./errors";
import { batchRequest, exchange, type OutgoingRequest } from "./exchange";
import { read, type ReadOptions, readRequest, withRetries } from "./reading";
import { isPassing, isThrottled, waitBeforeRetry } from "./retry";

/** How one read of a batch ended. */
export type BatchItem =
  { readonly status: "read"; readonly body: unknown } | { readonly status: "failed"; readonly error: DataverseError };

/**
 * Reads several addresses in one batch that goes on after errors (fact sheet §10). That virtual tables can be read so is
 * legal and untested [?] (§4.2): where the batch as a whole is refused, leaves reads out, or a part met a passing fault,
 * those reads are sent by themselves.
 * @throws DataverseError "cancelled", "signedOut", or another that concerns every read alike
 */
export async function readMany(
  urls: readonly string[],
  options: ReadOptions,
  connection: Connection,
): Promise<BatchItem[]> {
  if (urls.length < 2) return Promise.all(urls.map((url) => readAlone(url, options, connection)));
  const items = await readBatch(urls, options, connection).catch((error: unknown) => {
    if (refusesBatches(error)) return [];
    throw error;
  });
  return Promise.all(
    urls.map(async (url, index) => {
      const item = items[index];
      return item === undefined || isLeftOpen(item) ? readAlone(url, options, connection) : item;
    }),
  );
}

/** A refusal of the batch itself; what would meet a single read just as well is thrown on. */
const refusesBatches = (error: unknown): boolean =>
  error instanceof DataverseError && ["badRequest", "notFound", "server", "unreadable"].includes(error.kind);

const isLeftOpen = (item: BatchItem): boolean => item.status === "failed" && isPassing(item.error);

async function readAlone(url: string, options: ReadOptions, connection: Connection): Promise<BatchItem> {
  try {
    return { status: "read", body: await read(url, options, connection) };
  } catch (error) {
    if (!(error instanceof DataverseError) || error.kind === "cancelled" || error.kind === "signedOut") throw error;
    return { status: "failed", error };
  }
}

async function readBatch(
  urls: readonly string[],
  options: ReadOptions,
  connection: Connection,
): Promise<(BatchItem | undefined)[]> {
  const batchUrl = `${connection.root}$batch`;
  const plain = readRequest(batchUrl, options, connection);
  const request = batchRequest(plain, batchUrl, writeBatch(urls, plain.headers));
  const call = connection.log.open("POST", batchUrl);
  try {
    const once = (): Promise<(BatchItem | undefined)[]> => sendBatch(withContinueOnError(request), call, connection);
    return await withRetries(once, urls.length, call, options, connection);
  } finally {
    call.ended();
  }
}

async function sendBatch(
  request: OutgoingRequest,
  call: OpenCall,
  connection: Connection,
): Promise<(BatchItem | undefined)[]> {
  const { ports, lanes } = connection;
  const answer = await exchange(request, ports);
  call.answered(answer);
  // Whether the error of a part gives its status to the whole is not documented: a list of parts is read either way.
  const parts = parseBatch(isBatchAnswer(answer) ? answer : successOf(answer, ports.clock.now()));
  const items = parts.map((part) => itemOf(part, connection));
  const refusals = items.flatMap((item) => (item.status === "failed" && isThrottled(item.error) ? [item.error] : []));
  if (refusals.length > 0) lanes.pause(Math.max(...refusals.map((error) => waitBeforeRetry(error, 0))));
  return items;
}

function withContinueOnError(request: OutgoingRequest): OutgoingRequest {
  const { Prefer: prefer, ...headers } = request.headers;
  const wishes = [...(prefer === undefined ? [] : [prefer]), "odata.continue-on-error"];
  return { ...request, headers: { ...headers, Prefer: wishes.join(",") } };
}

function itemOf(answer: Answer, { ports }: Connection): BatchItem {
  try {
    return { status: "read", body: readJson(successOf(answer, ports.clock.now())) };
  } catch (error) {
    if (error instanceof DataverseError) return { status: "failed", error };
    throw error;
  }
}
