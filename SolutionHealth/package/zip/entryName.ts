import { PackageError } from "../errors";

const FLAG_UTF8 = 0x800;

/** Decodes an entry name. Old packers leave the UTF-8 flag off and still write UTF-8; what is not UTF-8 is Latin 1. */
export function decodeEntryName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (flags & FLAG_UTF8)
      throw new PackageError("damagedZip", "An entry name is not valid UTF-8", undefined, { cause });
    return new TextDecoder("latin1").decode(bytes);
  }
}

/**
 * Refuses names that would leave the folder when unpacked: absolute paths, drives, "..", control characters.
 * @returns the name with forward slashes.
 */
export function safeEntryName(written: string): string {
  const name = written.replace(/\\/g, "/");
  const unsafe =
    name === "" ||
    name.startsWith("/") ||
    [...name].some((character) => (character.codePointAt(0) ?? 0) < 0x20) ||
    /^[a-z]:/i.test(name) ||
    name.split("/").some((part) => part === ".." || part === ".");
  if (unsafe) throw new PackageError("unsafePath", "An entry name points outside the package", printable(written));
  return name;
}

/** How names are compared: the platform looks parts up without regard to case. */
export function entryKey(name: string): string {
  return name.toLowerCase();
}

function printable(name: string): string {
  return [...name.slice(0, 200)].map((c) => ((c.codePointAt(0) ?? 0) < 0x20 ? "\uFFFD" : c)).join("");
}
