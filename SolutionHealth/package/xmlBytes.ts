import { PackageError } from "./errors";
import { NO_BYTES, runNow, type Steps } from "./reading/steps";

/** Bytes between two offers to pause. */
const DECODED_AT_ONCE = 1024 * 1024;

/**
 * Decodes the bytes of an XML file: UTF-8 unless a byte order mark, NUL pattern or declaration says otherwise. The
 * mark is dropped.
 * @throws PackageError brokenXml when the bytes are not text in that encoding.
 */
export function decodeXml(bytes: Uint8Array, place: string): string {
  return runNow(decodeXmlInSteps(bytes, place), NO_BYTES);
}

/** The same in steps. */
export function* decodeXmlInSteps(bytes: Uint8Array, place: string): Steps<string> {
  const parts: string[] = [];
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let offset = 0; offset < bytes.length; offset += DECODED_AT_ONCE) {
      parts.push(decoder.decode(bytes.subarray(offset, offset + DECODED_AT_ONCE), { stream: true }));
      yield;
    }
    return parts.join("") + decoder.decode();
  } catch (cause) {
    throw new PackageError("brokenXml", "The file is not text in its encoding", place, { cause });
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  // A file that could be read this far byte by byte is not UTF-16, whatever it declares.
  return declared === undefined || /^utf-?16/i.test(declared) ? "utf-8" : declared;
}
