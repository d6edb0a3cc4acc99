import { PackageError } from "../errors";
import type { Steps } from "../reading/steps";

/** Where the central directory lies. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly end: number;
  readonly count: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_LENGTH = 56;
const LOCAL_SIGNATURE = 0x04034b50;

/** The end of the file, long enough for everything that says where the directory lies. */
interface Tail {
  readonly view: DataView;
  /** Offset of the view's first byte in the file. */
  readonly start: number;
}

/**
 * Finds the central directory from the end of the file.
 * @param size of the file, in bytes.
 * @throws PackageError empty, notZip, damagedZip (begins as a zip but its directory is cut off or out of place).
 */
export function* findDirectory(size: number): Steps<DirectoryPlace> {
  if (size === 0) throw new PackageError("empty", "The file is empty");
  const start = Math.max(0, size - END_LENGTH - MAX_COMMENT - ZIP64_LOCATOR_LENGTH);
  const tail = { view: viewOf((yield { from: start, to: size }).slice()), start };
  const end = findEnd(tail.view);
  if (end === undefined) throw yield* missingEnd(size);
  const place = (yield* readZip64End(tail, end)) ?? readEnd(tail.view, end);
  if (place.end > start + end || place.offset > place.end) {
    throw new PackageError("damagedZip", "The zip directory does not lie where the zip says");
  }
  return place;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function* missingEnd(size: number): Steps<PackageError> {
  const begun = size >= 4 && viewOf(yield { from: 0, to: 4 }).getUint32(0, true) === LOCAL_SIGNATURE;
  return begun
    ? new PackageError("damagedZip", "The zip is cut off: its directory is missing")
    : new PackageError("notZip", "The file is not a zip");
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let offset = last; offset >= 0 && offset >= last - MAX_COMMENT; offset--) {
    const found = view.getUint32(offset, true) === END_SIGNATURE;
    if (found && offset + END_LENGTH + view.getUint16(offset + 20, true) <= view.byteLength) return offset;
  }
  return undefined;
}

function readEnd(view: DataView, end: number): DirectoryPlace {
  if (view.getUint16(end + 4, true) !== view.getUint16(end + 6, true)) {
    throw new PackageError("damagedZip", "The zip is one part of several");
  }
  const offset = view.getUint32(end + 16, true);
  return { offset, end: offset + view.getUint32(end + 12, true), count: view.getUint16(end + 10, true) };
}

function* readZip64End({ view, start }: Tail, end: number): Steps<DirectoryPlace | undefined> {
  const locator = end - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  const from = Number(view.getBigUint64(locator + 8, true));
  const to = from + ZIP64_END_LENGTH;
  const record = to > start + locator ? undefined : viewOf(yield { from, to });
  if (record?.getUint32(0, true) !== ZIP64_END_SIGNATURE) {
    throw new PackageError("damagedZip", "The 64-bit end record does not lie where the zip says");
  }
  const offset = Number(record.getBigUint64(48, true));
  const length = Number(record.getBigUint64(40, true));
  return { offset, end: offset + length, count: Number(record.getBigUint64(32, true)) };
}
