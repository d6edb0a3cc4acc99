import { forEachAtOnce } from "./atOnce";
import type { BatchItem } from "./batchReading";
import { type DataverseError, concernsOneRead } from "./errors";
import { readPage } from "./page";
import type { ReadOptions } from "./reading";
import type { Transport } from "./transport";
import type { WireRow } from "./wire";

/** How the reading of one collection of several ended. */
export type RowsItem =
  | { readonly status: "read"; readonly rows: readonly WireRow[] }
  | { readonly status: "failed"; readonly error: DataverseError };

export interface RowsOfManyOptions extends ReadOptions {
  /** Told how many collections have been read, or have failed. */
  readonly onRead?: (done: number) => void;
  /** Collections in one batch, where other than usual. */
  readonly batchSize?: number;
}

/** Collections in one batch: round trips are saved, while no answer has to wait for long (fact sheet §10). */
const BATCH_SIZE = 8;
/** Batches at once: fewer than the transport would send, so that other reads do not wait behind hundreds. */
const BATCHES_AT_ONCE = 4;

/**
 * All rows of several collections, in the order asked, each with an end of its own.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export const retrieveRowsOfMany = (
  paths: readonly string[],
  transport: Transport,
  options: RowsOfManyOptions = {},
): Promise<RowsItem[]> => inBatches(paths, transport, options, (item, path, own) => rowsOf(item, path, transport, own));

/**
 * What several addresses answer that are no collections, in the order asked, each with an end of its own.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export const retrieveMany = (
  paths: readonly string[],
  transport: Transport,
  options: RowsOfManyOptions = {},
): Promise<(BatchItem | undefined)[]> => inBatches(paths, transport, options, (item) => item);

async function inBatches<T>(
  paths: readonly string[],
  transport: Transport,
  { onRead, batchSize = BATCH_SIZE, ...options }: RowsOfManyOptions,
  endOf: (item: BatchItem | undefined, path: string, options: ReadOptions) => T | Promise<T>,
): Promise<T[]> {
  const ends: T[] = [];
  const batches: number[] = [];
  for (let from = 0; from < paths.length; from += batchSize) batches.push(from);
  let done = 0;
  await forEachAtOnce(batches, BATCHES_AT_ONCE, async (from) => {
    const some = paths.slice(from, from + batchSize);
    const items = await readSome(some, transport, options);
    const read = await Promise.all(some.map((path, index) => endOf(items[index], path, options)));
    for (const [index, end] of read.entries()) ends[from + index] = end;
    done += some.length;
    onRead?.(done);
  });
  return ends;
}

const readSome = (paths: readonly string[], transport: Transport, options: ReadOptions): Promise<BatchItem[]> =>
  transport.getMany(paths, options).catch((error: unknown): BatchItem[] => {
    if (!concernsOneRead(error)) throw error;
    return paths.map(() => ({ status: "failed", error }));
  });

/** The rows of a collection that was read in a batch. @throws DataverseError "cancelled" or "signedOut" */
export async function rowsOf(
  item: BatchItem | undefined,
  path: string,
  transport: Transport,
  options: ReadOptions,
): Promise<RowsItem> {
  if (item?.status === "failed") return item;
  try {
    const page = readPage(item?.body);
    // A collection of several pages is read once more, page after page.
    const rows = page.nextLink === undefined ? page.rows : await transport.getRows(path, options);
    return { status: "read", rows };
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return { status: "failed", error };
  }
}
