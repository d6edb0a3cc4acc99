import { LONGEST_ADDRESS, checkedLink } from "./address";
import { type Answer, readJson, successOf } from "./answer";
import type { OpenCall } from "./callLog";
import { wait } from "./clock";
import type { Connection } from "./connection";
import { DataverseError } from "./errors";
import { type OutgoingRequest, exchange, exchangeInBatch } from "./exchange";
import { type Preferences, requestHeaders } from "./headers";
import { type Page, readPage } from "./page";
import { isPassing, waitBeforeRetry } from "./retry";
import type { WireRow } from "./wire";

export interface ReadOptions extends Preferences {
  readonly signal?: AbortSignal;
}

/** Reads one address. @returns the JSON of the answer. @throws DataverseError */
export async function read(url: string, options: ReadOptions, connection: Connection): Promise<unknown> {
  const { signal } = options;
  const headers = requestHeaders(options);
  const request = { method: "GET", url, headers, timeout: connection.timeout, ...(signal && { signal }) } as const;
  const call = connection.log.open("GET", url);
  try {
    const once = async (): Promise<unknown> => {
      const answer = await send(request, call, connection);
      return readJson(successOf(answer, connection.ports.clock.now()));
    };
    return await connection.queue.run(() => withRetries(once, call, connection, signal), signal);
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

/** Runs a read, again and again on passing faults, with everybody waiting while the server asks for rest. */
export async function withRetries<T>(
  once: () => Promise<T>,
  call: OpenCall,
  { pause, maxTries, ports }: Connection,
  signal?: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    await pause.over(signal);
    try {
      return await once();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const milliseconds = waitBeforeRetry(error, tries - 1);
      if (error.kind === "throttled") pause.begin(milliseconds);
      if (tries >= maxTries) throw error;
      call.retried();
      await wait(milliseconds, ports.clock, signal);
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
