/** The text in bytes that are UTF-8; undefined where they are not, or hold what no text does. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    const code = length === undefined ? undefined : codeAt(bytes, at, first, length);
    if (length === undefined || code === undefined || isControl(code)) return undefined;
    parts.push(String.fromCodePoint(code));
    at += length;
  }
  return parts.join("").replace(/^\uFEFF/, "");
}

/** Control characters that no text has: all but tab, line ends, form feed and escape. */
const isControl = (code: number): boolean => code < 0x20 && !TEXT_CONTROLS.includes(code);
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b];

function lengthOf(first: number): number | undefined {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : undefined;
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function codeAt(bytes: Uint8Array, at: number, first: number, length: number): number | undefined {
  let code = length === 1 ? first : first & (0x7f >> length);
  for (let offset = 1; offset < length; offset += 1) {
    const next = bytes[at + offset];
    if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  const sound = code >= (SMALLEST[length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return sound ? code : undefined;
}
