import type { Guid } from "../../domain/model/guid";
import { sha256OfText } from "../../domain/sha256";

/**
 * The id of the row about something, the same wherever it is made: two administrators who write about the same thing at
 * the same moment meet in one row, where the second is told so, and a write whose answer was lost is found again.
 * A name-based UUID in the layout of RFC 9562 §5.8 (version 8).
 */
export function rowId(...names: readonly string[]): Guid {
  const hash = sha256OfText(JSON.stringify(["solution-health", ...names]));
  const variant = ((parseInt(hash[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join("-");
}
