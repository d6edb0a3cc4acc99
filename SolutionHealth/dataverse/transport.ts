import { type TransportOptions, connect } from "./connection";
import { type ReadOptions, read, readRows } from "./reading";
import { type BatchItem, readMany } from "./batchReading";
import { jsonBody } from "./jsonBody";
import type { WireRow } from "./wire";
import { type WriteOptions, write } from "./writing";

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
  /**
   * Several reads in one round trip, each with an end of its own, in the order asked. Reads that a batch leaves open
   * are sent by themselves.
   */
  getMany(paths: readonly string[], options?: ReadOptions): Promise<BatchItem[]>;
  /** Calls a function that changes something although it is a GET: sent once, never out of a cache. */
  callOnce(path: string, options?: WriteOptions): Promise<unknown>;
  /**
   * @param body JSON; members may be Blobs, whose content is a text that is not put together in memory
   * @returns the JSON of the answer, undefined for one without a body
   */
  post(path: string, body: unknown, options?: WriteOptions): Promise<unknown>;
  /**
   * Updates a row that is there; never creates one, unless the header `If-None-Match: *` says that it must not be there.
   */
  patch(path: string, body: unknown, options?: WriteOptions): Promise<void>;
  delete(path: string, options?: WriteOptions): Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  const connection = connect(options);
  const { root } = connection;
  return {
    get: (path, own = {}) => read(root + path, own, connection),
    getRows: (path, own = {}) => readRows(root + path, own, connection),
    getMany: (paths, own = {}) =>
      readMany(
        paths.map((path) => root + path),
        own,
        connection,
      ),
    callOnce: (path, own = {}) =>
      write("GET", path, undefined, { ...own, headers: { ...own.headers, "Cache-Control": "no-cache" } }, connection),
    post: (path, body, own = {}) => write("POST", path, jsonBody(body), own, connection),
    patch: async (path, body, own = {}) => {
      // Without a condition the Web API would create a row that is not there.
      const headers = own.headers?.["If-None-Match"] === "*" ? own.headers : { "If-Match": "*", ...own.headers };
      await write("PATCH", path, jsonBody(body), { ...own, headers }, connection);
    },
    delete: async (path, own = {}) => {
      await write("DELETE", path, undefined, own, connection);
    },
  };
}
