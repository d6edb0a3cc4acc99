import { PackageError } from "../errors";

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

/**
 * Finds the central directory from the end of the file.
 * @throws PackageError empty, notZip, damagedZip (begins as a zip but its directory is cut off or out of place).
 */
export function findDirectory(view: DataView): DirectoryPlace {
  if (view.byteLength === 0) throw new PackageError("empty", "The file is empty");
  const end = findEnd(view);
  if (end === undefined) {
    const begun = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE;
    throw begun
      ? new PackageError("damagedZip", "The zip is cut off: its directory is missing")
      : new PackageError("notZip", "The file is not a zip");
  }
  const place = readZip64End(view, end) ?? readEnd(view, end);
  if (place.end > end || place.offset > place.end) {
    throw new PackageError("damagedZip", "The zip directory does not lie where the zip says");
  }
  return place;
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

function readZip64End(view: DataView, end: number): DirectoryPlace | undefined {
  const locator = end - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + ZIP64_END_LENGTH > locator || view.getUint32(record, true) !== ZIP64_END_SIGNATURE) {
    throw new PackageError("damagedZip", "The 64-bit end record does not lie where the zip says");
  }
  const offset = Number(view.getBigUint64(record + 48, true));
  const length = Number(view.getBigUint64(record + 40, true));
  return { offset, end: offset + length, count: Number(view.getBigUint64(record + 32, true)) };
}
