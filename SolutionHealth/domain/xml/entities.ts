import { XmlError } from "./xmlError";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Decodes the five entities that XML knows by itself, and numeric ones. Others cannot be declared: DOCTYPE is refused.
 * @throws XmlError broken, for anything else.
 */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12});?/g, (written, body: string) => {
    const decoded = written.endsWith(";") ? (NAMED[body] ?? numeric(body)) : undefined;
    if (decoded === undefined) throw new XmlError("broken", `Unknown entity ${written}`);
    return decoded;
  });
}

function numeric(body: string): string | undefined {
  const match = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(body);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? "", 10) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Writes text so that it can stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
