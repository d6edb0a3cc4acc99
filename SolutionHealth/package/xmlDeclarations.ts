import { PackageError } from "./errors";

/**
 * Refuses documents that declare a DOCTYPE or entities: solution files never do, and expanding entities is the oldest
 * way to fill a machine's memory. The same words inside comments and CDATA (HTML templates) are harmless.
 * @throws PackageError forbiddenXml.
 */
export function refuseDeclarations(text: string, place: string): void {
  if (!/<!(?:DOCTYPE|ENTITY)/i.test(text)) return;
  let offset = text.indexOf("<!");
  while (offset >= 0) {
    const end = harmlessEnd(text, offset);
    if (end === undefined) {
      throw new PackageError("forbiddenXml", "DOCTYPE and entity declarations are not allowed", place);
    }
    offset = text.indexOf("<!", end);
  }
}

/** End of the comment or CDATA section that begins here, or undefined when it is a declaration. */
function harmlessEnd(text: string, offset: number): number | undefined {
  for (const [open, close] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!text.startsWith(open, offset)) continue;
    const end = text.indexOf(close, offset + open.length);
    return end < 0 ? text.length : end;
  }
  return undefined;
}
