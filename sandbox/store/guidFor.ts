import { createHash } from "node:crypto";
import type { Guid } from "../../SolutionHealth/domain/model/guid";

/**
 * An id that depends on its parts alone: the same component of the same environment has the same id on every machine
 * and after every re-import, as tests and saved states need.
 */
export function guidFor(...parts: readonly (string | number)[]): Guid {
  const digest = createHash("sha1").update(parts.join("\u0000")).digest("hex");
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
