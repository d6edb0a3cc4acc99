const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Multiple of 3, so that chunks can be joined. */
const CHUNK = 3 * 8192;

/** Base64 of bytes, without the detour over one huge binary string. Runs the same in browsers, workers and Node. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += CHUNK) {
    parts.push(encodeChunk(bytes.subarray(offset, offset + CHUNK)));
  }
  return parts.join("");
}

function encodeChunk(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1];
    const third = bytes[index + 2];
    text += letter(first >> 2) + letter(((first & 3) << 4) | ((second ?? 0) >> 4));
    text += second === undefined ? "=" : letter(((second & 15) << 2) | ((third ?? 0) >> 6));
    text += third === undefined ? "=" : letter(third & 63);
  }
  return text;
}

function letter(index: number): string {
  return ALPHABET.charAt(index);
}
