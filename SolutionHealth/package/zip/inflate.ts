import { Inflate } from "fflate";
import { PackageError } from "../errors";
import type { ByteRange, Steps } from "../reading/steps";

/** Compressed bytes fed at once: an entry that lies about its size is caught after at most about 1000 times this. */
const CHUNK = 16 * 1024;

/**
 * Inflates deflated bytes that should become exactly `size` bytes; stops as soon as they become more, so a lying size
 * costs neither memory nor time.
 * @throws PackageError tooLarge when there is more than `size`, damagedZip when there is less or the stream is broken.
 */
export function* inflateExactly(stored: ByteRange, size: number, place: string): Steps<Uint8Array> {
  const target = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((part) => {
    if (filled + part.length > size) {
      throw new PackageError("tooLarge", "An entry inflates to more than the zip says", place);
    }
    target.set(part, filled);
    filled += part.length;
  });
  for (let from = stored.from; from < stored.to || from === stored.from; from += CHUNK) {
    const to = Math.min(from + CHUNK, stored.to);
    push(inflater, yield { from, to }, to === stored.to, place);
  }
  if (filled !== size) throw new PackageError("damagedZip", "An entry inflates to less than the zip says", place);
  return target;
}

function push(inflater: Inflate, bytes: Uint8Array, last: boolean, place: string): void {
  try {
    inflater.push(bytes, last);
  } catch (cause) {
    if (cause instanceof PackageError) throw cause;
    throw new PackageError("damagedZip", "An entry cannot be inflated", place, { cause });
  }
}
