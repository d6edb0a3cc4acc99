import { RELEASE_WAYS } from "../domain/releases/releasePreview";
import type { PlacedImport } from "./host";

/** Characters of a file name that are kept: enough to know it again. */
const LONGEST = 100;

/** Signs that part an address's entry and that `encodeURIComponent` leaves as they are. */
const SIGNS = /[~!*'()]/g;

/** As one part of an address: way, checksum and file name of the package. */
export const writeImported = ({ way, sha256, fileName }: PlacedImport): string =>
  `${way}.${sha256}.${escaped(fileName.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, ""))}`;

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(SIGNS, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Undefined for anything else: an address can be typed by anybody. */
export function parseImported(entry: string | undefined): PlacedImport | undefined {
  const [name, sha256 = "", ...rest] = (entry ?? "").split(".");
  const way = RELEASE_WAYS.find((known) => known === name);
  const fileName = unescaped(rest.join("."));
  return way !== undefined && /^[0-9a-f]{64}$/.test(sha256) && fileName !== undefined
    ? { way, sha256, fileName: fileName.slice(0, LONGEST) }
    : undefined;
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
