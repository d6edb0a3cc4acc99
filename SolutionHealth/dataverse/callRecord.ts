/** One request as the "Calls" list shows it. */
export interface CallRecord {
  readonly id: number;
  readonly method: string;
  /** Path and query, without the host. */
  readonly path: string;
  readonly startedAt: Date;
  /** Milliseconds, waits between tries included; undefined while it runs. */
  readonly duration?: number;
  /** Of the last answer; undefined where none came. */
  readonly status?: number;
  /** Bytes of the answers' bodies, uncompressed. */
  readonly bytes?: number;
  readonly retries: number;
}

/** Length in bytes of a text as UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
