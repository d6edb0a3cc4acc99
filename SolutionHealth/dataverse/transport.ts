import { LONGEST_ADDRESS, apiRoot, checkedLink } from "./address";
import { type Answer, isSuccess, readJson, toDataverseError } from "./answer";
import { type OpenCall, createCallLog } from "./callLog";
import type { CallRecord } from "./callRecord";
import { type Clock, wait } from "./clock";
import { DataverseError } from "./errors";
import { type Fetch, type OutgoingRequest, exchange, exchangeInBatch } from "./exchange";
import { type Preferences, requestHeaders } from "./headers";
import { type Page, readPage } from "./page";
import { createPause } from "./pause";
import { createQueue } from "./queue";
import { isPassing, waitBeforeRetry } from "./retry";
import type { WireRow } from "./wire";

export interface TransportOptions {
  /** Address of the environment, e.g. "https://org.crm4.dynamics.com". */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Bearer token, for callers outside the browser's session. Asked for before each try, so it may be renewed. */
  readonly token?: () => Promise<string>;
  /** Told when a request is asked for and again, with the same id, when it has ended. */
  readonly onCall?: (record: CallRecord) => void;
  /** Told the seconds of rest the server asks for, and undefined when they are over. */
  readonly onThrottle?: (seconds: number | undefined) => void;
  /** Requests at once; safe are 4 to 8 (fact sheet §10). */
  readonly concurrency?: number;
  /** How often a read is sent at most. */
  readonly maxTries?: number;
  /** Milliseconds for one try of a request. */
  readonly timeout?: number;
}

export interface ReadOptions extends Preferences {
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds, where the default of the transport does not fit: a synchronous import takes minutes. */
  readonly timeout?: number;
}

/**
 * The one way to an environment's Web API. Paths are relative to its root and already encoded
 * ("solutions?$select=…"). Every method throws `DataverseError` and nothing else.
 * Reads are repeated on passing faults; writes never are: one without a clear answer ends in an error with
 * `outcomeUnknown`.
 */
export interface Transport {
  /** @returns the JSON of the answer, unchecked */
  get(path: string, options?: ReadOptions): Promise<unknown>;
  /** All rows of a collection, page after page. */
  getRows(path: string, options?: ReadOptions): Promise<WireRow[]>;
  /** @returns the JSON of the answer, undefined for one without a body */
  post(path: string, body: unknown, options?: WriteOptions): Promise<unknown>;
  delete(path: string, options?: WriteOptions): Promise<void>;
}

const DEFAULTS = { concurrency: 6, maxTries: 5, timeout: 120_000 } as const;

export function createTransport(options: TransportOptions): Transport {
  const { clock, concurrency, maxTries, timeout } = { ...DEFAULTS, ...options };
  const root = apiRoot(options.baseUrl);
  const queue = createQueue(concurrency);
  const pause = createPause(clock, options.onThrottle ?? (() => undefined));
  const log = createCallLog(clock, options.onCall ?? (() => undefined));

  async function checked(send: () => Promise<Answer>, call: OpenCall): Promise<Answer> {
    const answer = await send();
    call.answered(answer);
    if (isSuccess(answer)) return answer;
    throw toDataverseError(answer, clock.now());
  }

  /** A long address goes into a batch, and so does one that the server finds too long (414). */
  async function sendRead(request: OutgoingRequest): Promise<Answer> {
    const inBatch = (): Promise<Answer> => exchangeInBatch(request, `${root}$batch`, options);
    if (request.url.length > LONGEST_ADDRESS) return inBatch();
    const answer = await exchange(request, options);
    return answer.status === 414 ? inBatch() : answer;
  }

  async function tryRead(request: OutgoingRequest, call: OpenCall): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      await pause.over(request.signal);
      try {
        return readJson(await checked(() => sendRead(request), call));
      } catch (error) {
        if (!isPassing(error)) throw error;
        const milliseconds = waitBeforeRetry(error, tries - 1);
        if (error.kind === "throttled") pause.begin(milliseconds);
        if (tries >= maxTries) throw error;
        call.retried();
        await wait(milliseconds, clock, request.signal);
      }
    }
  }

  async function read(url: string, { signal, ...preferences }: ReadOptions): Promise<unknown> {
    const request = {
      method: "GET",
      url,
      headers: requestHeaders(preferences),
      timeout,
      ...(signal && { signal }),
    } as const;
    const call = log.open("GET", pathOf(url));
    try {
      return await queue.run(() => tryRead(request, call), signal);
    } finally {
      call.ended();
    }
  }

  async function sendWrite(request: OutgoingRequest, call: OpenCall): Promise<unknown> {
    await pause.over(request.signal);
    try {
      return readJson(await checked(() => exchange(request, options), call));
    } catch (error) {
      if (error instanceof DataverseError && mayHaveTakenEffect(error)) throw error.asOutcomeUnknown();
      throw error;
    }
  }

  async function write(method: "POST" | "DELETE", path: string, own: WriteOptions, body?: string): Promise<unknown> {
    const url = root + path;
    const headers = {
      ...requestHeaders({}),
      ...(body !== undefined && { "Content-Type": "application/json; charset=utf-8" }),
    };
    const request = { method, url, headers, timeout, ...own, ...(body !== undefined && { body }) };
    const call = log.open(method, pathOf(url));
    try {
      return await queue.run(() => sendWrite(request, call), own.signal);
    } finally {
      call.ended();
    }
  }

  async function getRows(path: string, own: ReadOptions = {}): Promise<WireRow[]> {
    const rows: WireRow[] = [];
    let page: Page = { rows, nextLink: root + path };
    const followed = new Set<string>();
    while (page.nextLink !== undefined && !followed.has(page.nextLink)) {
      followed.add(page.nextLink);
      page = readPage(await read(checkedLink(page.nextLink, root), own));
      for (const row of page.rows) rows.push(row);
    }
    if (page.nextLink !== undefined) throw new DataverseError("unreadable", "The pages of the answer go in a circle.");
    return rows;
  }

  return {
    get: (path, own = {}) => read(root + path, own),
    getRows,
    post: (path, body, own = {}) => write("POST", path, own, JSON.stringify(body)),
    delete: async (path, own = {}) => void (await write("DELETE", path, own)),
  };
}

/**
 * Whether a write that ended like this may still have been carried out (or still be running): no answer, an answer
 * of a gateway instead of the platform, or one that cannot be read (fact sheet §6.5).
 */
function mayHaveTakenEffect(error: DataverseError): boolean {
  if (["network", "timeout", "cancelled", "unreadable"].includes(error.kind)) return true;
  return error.kind === "server" && error.code === undefined;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
