import { syntaxFault } from "./syntaxFault";

/**
 * The platform's `$skiptoken`: XML with a page number and, percent-encoded inside it, a cookie about the rows seen.
 * Clients must not read it. Here the inner cookie also carries the place of the next row.
 * @param filler text that makes the cookie as long as those of virtual tables, which outgrow URLs (fact sheet §3.2).
 */
export function pagingCookie(nextOffset: number, pageSize: number, filler = ""): string {
  const page = Math.floor(nextOffset / pageSize) + 1;
  const inner = `<cookie page="${page - 1}" next="${nextOffset}"><rows last="${filler}" /></cookie>`;
  return (
    `<cookie pagenumber="${page}" ` +
    `pagingcookie="${encodeURIComponent(encodeURIComponent(inner))}" istracking="False" />`
  );
}

/** @throws PlatformFault 400 for a cookie that this server has not written. */
export function offsetOf(skipToken: string | undefined): number {
  if (skipToken === undefined) return 0;
  try {
    const inner = /pagingcookie="([^"]*)"/.exec(skipToken)?.[1] ?? "";
    const next = /next="(\d+)"/.exec(decodeURIComponent(decodeURIComponent(inner)))?.[1];
    if (next !== undefined) return Number(next);
  } catch {
    // Falls through: a broken encoding is a malformed cookie too.
  }
  throw syntaxFault("Malformed XML in the Paging Cookie");
}
