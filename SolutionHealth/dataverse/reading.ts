import { LONGEST_ADDRESS, checkedLink } from "./address";
import { type Answer, readJson, successOf } from "./answer";
import type { OpenCall } from "./callLog";
import { wait } from "./clock";
import type { Connection } from "./connection";
import { DataverseError } from "./errors";
import { type OutgoingRequest, exchange, exchangeInBatch } from "./exchange";
import { type Preferences, requestHeaders } from "./headers";
import type { Lane } from "./lanes";
import { type Page, readPage } from "./page";
import { isPassing, isThrottled, waitBeforeRetry } from "./retry";
import type { WireRow } from "./wire";

export interface ReadOptions extends Preferences {
  readonly signal?: AbortSignal;
  /** The page's unless told. */
  readonly lane?: Lane;
}

/** Reads one address. @returns the JSON of the answer. @throws DataverseError */
export async function read(url: string, options: ReadOptions, connection: Connection): Promise<unknown> {
  const request = readRequest(url, options, connection);
  const call = connection.log.open("GET", url);
  try {
    const once = async (): Promise<unknown> => {
      const answer = await send(request, call, connection);
      return readJson(successOf(answer, connection.ports.clock.now()));
    };
    return await withRetries(once, 1, call, options, connection);
  } finally {
    call.ended();
  }
}

/**
 * Reads a collection to its last page: a page limit met in silence would be a silent gap. Each page is asked for with
 * the same preferences (fact sheet §10).
 */
export async function readRows(url: string, options: ReadOptions, connection: Connection): Promise<WireRow[]> {
  const rows: WireRow[] = [];
  const followed = new Set<string>();
  let next: string | undefined = url;
  while (next !== undefined) {
    if (followed.has(next)) throw new DataverseError("unreadable", "The pages of the answer go in a circle.");
    followed.add(next);
    const page: Page = readPage(await read(next, options, connection));
    for (const row of page.rows) rows.push(row);
    next = page.nextLink === undefined ? undefined : checkedLink(page.nextLink, connection.root);
  }
  return rows;
}

/** A plain read, as its options wish. */
export function readRequest(url: string, options: ReadOptions, { timeout }: Connection): OutgoingRequest {
  const { signal, lane } = options;
  return {
    method: "GET",
    url,
    headers: requestHeaders(options),
    timeout,
    ...(signal && { signal }),
    ...(lane && { lane }),
  };
}

/**
 * Runs a read, again and again on passing faults. Each try stands in line anew, ahead of what was not sent yet; there
 * everybody waits while the server asks for rest.
 * @param parts reads in the request
 */
export async function withRetries<T>(
  once: () => Promise<T>,
  parts: number,
  call: OpenCall,
  { lane = "page", signal }: ReadOptions,
  { lanes, maxTries, ports }: Connection,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const tryOnce = (): Promise<T> =>
      once().catch((error: unknown) => {
        if (isThrottled(error)) lanes.pause(waitBeforeRetry(error, tries - 1));
        throw error;
      });
    try {
      return await lanes[lane].run(tryOnce, parts, signal, tries > 1);
    } catch (error) {
      if (!isPassing(error) || tries >= maxTries) throw error;
      call.retried();
      if (!isThrottled(error)) await wait(waitBeforeRetry(error, tries - 1), ports.clock, signal);
    }
  }
}

/** A long address goes into a batch, and so does one that the server finds too long (414). */
async function send(request: OutgoingRequest, call: OpenCall, connection: Connection): Promise<Answer> {
  const { root, ports } = connection;
  const plain = request.url.length > LONGEST_ADDRESS ? undefined : await exchange(request, ports);
  const answer = plain && plain.status !== 414 ? plain : await exchangeInBatch(request, `${root}$batch`, ports);
  call.answered(answer);
  return answer;
}
