import { createHash } from "node:crypto";

export interface NamedFile {
  /** Without folders. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Lines that `sha256sum --check` takes: the checksum in hexadecimal, two spaces, the name. */
export function checksumLines(files: readonly NamedFile[]): string {
  return files.map(({ name, content }) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`).join("");
}
