import { PackageError } from "../errors";
import type { FileSource } from "./fileSource";
import { NO_BYTES, type ByteRange } from "./steps";

/**
 * Bytes read at once: the headers of many small entries come with one reading, and a large entry costs no more. Chromium
 * passes larger parts of a file through buffers that it keeps, each adding to the page's memory.
 */
const WINDOW = 64 * 1024;

/** The part of a file that was read last. */
export class FileWindow {
  private start = 0;
  private bytes = NO_BYTES;

  constructor(private readonly source: FileSource) {}

  /**
   * The bytes, at once where they have been read already.
   * @throws PackageError unreadable, when the file is gone or has changed.
   */
  read({ from, to }: ByteRange): Uint8Array | Promise<Uint8Array> {
    if (from >= this.start && to <= this.start + this.bytes.length) return this.part(from, to);
    return this.move(from, to);
  }

  private async move(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(Math.max(to, from + WINDOW), this.source.size);
    const bytes = await this.source.read(from, end, this.bytes).catch((cause: unknown) => {
      throw new PackageError("unreadable", "The file can no longer be read", undefined, { cause });
    });
    if (bytes.length !== end - from) throw new PackageError("unreadable", "The file has changed while it was read");
    this.start = from;
    this.bytes = bytes;
    return this.part(from, to);
  }

  private part(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from - this.start, to - this.start);
  }
}
