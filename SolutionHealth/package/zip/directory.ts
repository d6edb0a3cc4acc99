import { PackageError } from "../errors";
import type { Steps } from "../reading/steps";
import { decodeEntryName, safeEntryName } from "./entryName";
import { type DirectoryPlace, findDirectory, viewOf } from "./endRecord";
import { readZip64 } from "./zip64";

/** One entry as the central directory describes it. Offsets are bytes from the start of the zip. */
export interface ZipEntry {
  /** With forward slashes; a trailing slash marks a folder. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly storedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_HEADER = 46;
/** No package has a directory anywhere near this; a hostile one could fill the memory with names. */
const MAX_DIRECTORY = 64 * 1024 * 1024;
/** Entries between two offers to pause. */
const ENTRIES_AT_ONCE = 1_000;

/**
 * Reads the central directory: names, sizes and places, nothing inflated.
 * @param size of the file, in bytes.
 * @throws PackageError empty, notZip, damagedZip, unsafePath, tooLarge (more entries than `maxEntries`).
 */
export function* readDirectory(size: number, maxEntries: number): Steps<ZipEntry[]> {
  const directory = yield* findDirectory(size);
  refuseLarge(directory, maxEntries);
  const bytes = yield { from: directory.offset, to: directory.end };
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (let index = 0; index < directory.count; index++) {
    if (offset + ENTRY_HEADER > bytes.length || view.getUint32(offset, true) !== ENTRY_SIGNATURE) {
      throw new PackageError("damagedZip", `The zip directory ends before entry ${String(index + 1)}`);
    }
    const next = offset + entryLength(view, offset);
    if (next > bytes.length) throw new PackageError("damagedZip", "The zip directory runs past its end");
    entries.push(readEntry(bytes, view, offset, next));
    offset = next;
    if (index % ENTRIES_AT_ONCE === 0) yield;
  }
  return entries;
}

function refuseLarge({ offset, end, count }: DirectoryPlace, maxEntries: number): void {
  if (count > maxEntries) {
    throw new PackageError("tooLarge", `The zip has ${String(count)} entries; ${String(maxEntries)} are allowed`);
  }
  if (end - offset > MAX_DIRECTORY) throw new PackageError("tooLarge", "The zip directory is too large");
}

function entryLength(view: DataView, offset: number): number {
  return (
    ENTRY_HEADER +
    view.getUint16(offset + 28, true) +
    view.getUint16(offset + 30, true) +
    view.getUint16(offset + 32, true)
  );
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number, next: number): ZipEntry {
  const flags = view.getUint16(offset + 8, true);
  const nameEnd = offset + ENTRY_HEADER + view.getUint16(offset + 28, true);
  const extraEnd = nameEnd + view.getUint16(offset + 30, true);
  if (extraEnd > next) throw new PackageError("damagedZip", "The zip directory contradicts itself");
  const name = safeEntryName(decodeEntryName(bytes.subarray(offset + ENTRY_HEADER, nameEnd), flags));
  const plain = {
    size: view.getUint32(offset + 24, true),
    storedSize: view.getUint32(offset + 20, true),
    headerOffset: view.getUint32(offset + 42, true),
  };
  return {
    name,
    flags,
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    ...readZip64(view, nameEnd, extraEnd, plain, name),
  };
}
