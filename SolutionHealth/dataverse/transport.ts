import { type TransportOptions, connect } from "./connection";
import { type ReadOptions, read, readRows } from "./reading";
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
  /** @returns the JSON of the answer, undefined for one without a body */
  post(path: string, body: unknown, options?: WriteOptions): Promise<unknown>;
  delete(path: string, options?: WriteOptions): Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  const connection = connect(options);
  const { root } = connection;
  return {
    get: (path, own = {}) => read(root + path, own, connection),
    getRows: (path, own = {}) => readRows(root + path, own, connection),
    post: (path, body, own = {}) => write("POST", path, JSON.stringify(body), own, connection),
    delete: async (path, own = {}) => {
      await write("DELETE", path, undefined, own, connection);
    },
  };
}
