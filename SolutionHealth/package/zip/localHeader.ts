import { PackageError } from "../errors";
import type { ZipEntry } from "./directory";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER = 30;

/**
 * Where the stored bytes of an entry lie.
 * @throws PackageError damagedZip when the local header is absent, tells another method, or the bytes are cut off.
 */
export function dataRange(bytes: Uint8Array, entry: ZipEntry): { readonly start: number; readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = entry.headerOffset;
  if (offset + LOCAL_HEADER > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw new PackageError("damagedZip", "An entry does not begin where the zip says", entry.name);
  }
  if (view.getUint16(offset + 8, true) !== entry.method) {
    throw new PackageError("damagedZip", "The zip directory and an entry disagree", entry.name);
  }
  const start = offset + LOCAL_HEADER + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.storedSize;
  if (end > bytes.length) throw new PackageError("damagedZip", "An entry is cut off", entry.name);
  return { start, end };
}
