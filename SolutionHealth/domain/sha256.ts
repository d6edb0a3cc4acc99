/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const ROUND_CONSTANTS = Uint32Array.from(fractionsOfRoots(64, 1 / 3));
/** Of the square roots of the first 8 primes (§5.3.3). */
const INITIAL_STATE = fractionsOfRoots(8, 1 / 2);

const BLOCK = 64;

/**
 * SHA-256 of bytes that come piece by piece. Written out here since a browser's own answers only later, and wants a file
 * as a whole.
 */
export class Sha256 {
  private readonly state = Uint32Array.from(INITIAL_STATE);
  private readonly words = new Uint32Array(64);
  /** What does not fill a block yet. */
  private readonly rest = new Uint8Array(BLOCK);
  private length = 0;

  update(bytes: Uint8Array): this {
    const begun = this.length % BLOCK;
    this.length += bytes.length;
    const missing = (BLOCK - begun) % BLOCK;
    this.rest.set(bytes.subarray(0, missing), begun);
    if (bytes.length < missing) return this;
    if (missing > 0) this.compress(this.rest, 0);
    let offset = missing;
    for (; offset + BLOCK <= bytes.length; offset += BLOCK) this.compress(bytes, offset);
    this.rest.set(bytes.subarray(offset));
    return this;
  }

  /** In lower-case hexadecimal. Ends the work: nothing may follow. */
  hex(): string {
    const length = this.length;
    const padding = new Uint8Array(BLOCK - ((length + 8) % BLOCK) + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padding.length - 4, length << 3);
    this.update(padding);
    return [...this.state].map((word) => word.toString(16).padStart(8, "0")).join("");
  }

  private compress(bytes: Uint8Array, offset: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, BLOCK);
    for (let index = 0; index < 16; index += 1) this.words[index] = view.getUint32(index * 4);
    extend(this.words);
    compress(this.state, this.words);
  }
}

/** SHA-256 in lower-case hexadecimal. A megabyte takes some ten milliseconds. */
export const sha256 = (bytes: Uint8Array): string => new Sha256().update(bytes).hex();

/** SHA-256 of a text as UTF-8. */
export const sha256OfText = (text: string): string => sha256(utf8Bytes(text));

/** UTF-8 without the platform's encoder, which not every host of the rules has. Lone surrogates become U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trailing(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trailing(code >> 6), trailing(code));
    else bytes.push(0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code));
  }
  return Uint8Array.from(bytes);
}

const trailing = (code: number): number => 0x80 | (code & 0x3f);

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function extend(words: Uint32Array): void {
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15] ?? 0;
    const late = words[index - 2] ?? 0;
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = (words[index - 16] ?? 0) + first + (words[index - 7] ?? 0) + second;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum + choice + (ROUND_CONSTANTS[index] ?? 0) + (words[index] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    // One by one: a list to take them from would be made anew in each of the 64 rounds.
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(state, [a, b, c, d, e, f, g, h]);
}

function add(state: Uint32Array, words: readonly number[]): void {
  for (let index = 0; index < words.length; index += 1) state[index] = (state[index] ?? 0) + (words[index] ?? 0);
}

function fractionsOfRoots(count: number, exponent: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => Math.floor((prime ** exponent % 1) * 2 ** 32));
}
