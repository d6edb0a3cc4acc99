import { PackageError } from "../errors";
import type { ByteRange, Steps } from "../reading/steps";
import type { ZipEntry } from "./directory";
import { viewOf } from "./endRecord";
import { decodeEntryName, entryKey } from "./entryName";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER = 30;
/** Set by packers that stream: sizes and checksum stand behind the content, and the header has zeros. */
const FLAG_SIZES_FOLLOW = 0x8;
/** Instead of a size that stands in a 64-bit field. */
const IN_EXTRA = 0xffffffff;

/**
 * Where the stored bytes of an entry lie.
 * @param size of the file, in bytes.
 * @throws PackageError damagedZip when the local header is absent or tells another entry than the directory does (what
 * one program reads would not be what another does), or the bytes are cut off.
 */
export function* dataRange(entry: ZipEntry, size: number): Steps<ByteRange> {
  const offset = entry.headerOffset;
  const headerEnd = offset + LOCAL_HEADER;
  const header = headerEnd > size ? undefined : viewOf((yield { from: offset, to: headerEnd }).slice());
  if (header?.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new PackageError("damagedZip", "An entry does not begin where the zip says", entry.name);
  }
  const nameEnd = headerEnd + header.getUint16(26, true);
  const name = nameEnd > size ? undefined : yield { from: headerEnd, to: nameEnd };
  if (name === undefined || !agree(header, name, entry)) {
    throw new PackageError("damagedZip", "The zip directory and an entry disagree", entry.name);
  }
  const from = nameEnd + header.getUint16(28, true);
  const to = from + entry.storedSize;
  if (to > size) throw new PackageError("damagedZip", "An entry is cut off", entry.name);
  return { from, to };
}

function agree(header: DataView, name: Uint8Array, entry: ZipEntry): boolean {
  const flags = header.getUint16(6, true);
  const written = decodeEntryName(name, entry.flags).replace(/\\/g, "/");
  if (flags !== entry.flags || header.getUint16(8, true) !== entry.method) return false;
  if (entryKey(written) !== entryKey(entry.name)) return false;
  if (flags & FLAG_SIZES_FOLLOW) return true;
  const sizes = [header.getUint32(18, true), header.getUint32(22, true)];
  const same = sizes.every((size, place) => size === IN_EXTRA || size === [entry.storedSize, entry.size][place]);
  return same && header.getUint32(14, true) === entry.crc;
}
