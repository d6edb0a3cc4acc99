import { PackageError } from "../errors";
import { decodeEntryName, safeEntryName } from "./entryName";
import { findDirectory } from "./endRecord";
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

/**
 * Reads the central directory: names, sizes and places, nothing inflated.
 * @throws PackageError empty, notZip, damagedZip, unsafePath, tooLarge (more entries than `maxEntries`).
 */
export function readDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > maxEntries) {
    throw new PackageError(
      "tooLarge",
      `The zip has ${String(directory.count)} entries; ${String(maxEntries)} are allowed`,
    );
  }
  const entries: ZipEntry[] = [];
  let offset = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    if (offset + ENTRY_HEADER > directory.end || view.getUint32(offset, true) !== ENTRY_SIGNATURE) {
      throw new PackageError("damagedZip", `The zip directory ends before entry ${String(index + 1)}`);
    }
    const next = offset + entryLength(view, offset);
    if (next > directory.end) throw new PackageError("damagedZip", "The zip directory runs past its end");
    entries.push(readEntry(bytes, view, offset, next));
    offset = next;
  }
  return entries;
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
