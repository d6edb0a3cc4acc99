import { PackageError } from "../errors";
import type { ByteRange, Steps } from "../reading/steps";
import type { ZipEntry } from "./directory";
import { viewOf } from "./endRecord";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER = 30;

/**
 * Where the stored bytes of an entry lie.
 * @param size of the file, in bytes.
 * @throws PackageError damagedZip when the local header is absent, tells another method, or the bytes are cut off.
 */
export function* dataRange(entry: ZipEntry, size: number): Steps<ByteRange> {
  const offset = entry.headerOffset;
  const headerEnd = offset + LOCAL_HEADER;
  const header = headerEnd > size ? undefined : viewOf(yield { from: offset, to: headerEnd });
  if (header?.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new PackageError("damagedZip", "An entry does not begin where the zip says", entry.name);
  }
  if (header.getUint16(8, true) !== entry.method) {
    throw new PackageError("damagedZip", "The zip directory and an entry disagree", entry.name);
  }
  const from = headerEnd + header.getUint16(26, true) + header.getUint16(28, true);
  const to = from + entry.storedSize;
  if (to > size) throw new PackageError("damagedZip", "An entry is cut off", entry.name);
  return { from, to };
}
