import { Inflate } from "fflate";
import { PackageError } from "../errors";

/** Compressed bytes fed at once: an entry that lies about its size is caught after at most about 1000 times this. */
const CHUNK = 64 * 1024;

/**
 * Inflates deflated bytes that should become exactly `size` bytes; stops as soon as they become more, so a lying size
 * costs neither memory nor time.
 * @throws PackageError tooLarge when there is more than `size`, damagedZip when there is less or the stream is broken.
 */
export function inflateExactly(stored: Uint8Array, size: number, place: string): Uint8Array {
  const target = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((part) => {
    if (filled + part.length > size) {
      throw new PackageError("tooLarge", "An entry inflates to more than the zip says", place);
    }
    target.set(part, filled);
    filled += part.length;
  });
  try {
    for (let offset = 0; offset < stored.length || offset === 0; offset += CHUNK) {
      inflater.push(stored.subarray(offset, offset + CHUNK), offset + CHUNK >= stored.length);
    }
  } catch (cause) {
    if (cause instanceof PackageError) throw cause;
    throw new PackageError("damagedZip", "An entry cannot be inflated", place, { cause });
  }
  if (filled !== size) throw new PackageError("damagedZip", "An entry inflates to less than the zip says", place);
  return target;
}
