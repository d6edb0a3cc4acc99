/** A file of which any part can be read without reading the rest. It must not change while it is in use. */
export interface FileSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /**
   * The bytes from `from` up to, and without, `to`; fewer only where the file ends.
   * @param spent bytes of an earlier answer that nobody needs any more: their memory may be used again
   */
  read(from: number, to: number, spent?: Uint8Array): Promise<Uint8Array>;
}

/** Part of a file, as a Blob has it. */
export type StoredPart = Pick<Blob, "size" | "arrayBuffer" | "stream">;

/** What is used of a File. */
export interface StoredFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  slice(from: number, to: number): StoredPart;
}

/** A file that somebody chose or dropped: it stays on the disk. */
export function sourceOfFile(file: StoredFile): FileSource {
  const { name, size } = file;
  return { name, size, read: (from, to, spent) => readInto(file.slice(from, to), spent) };
}

/** Engines free the memory of answers late: each in memory of its own, a large file would come to lie there whole. */
async function readInto(part: StoredPart, spent: Uint8Array | undefined): Promise<Uint8Array> {
  const reader = byteReader(part);
  if (!reader) return new Uint8Array(await part.arrayBuffer());
  let bytes = new Uint8Array(spent && spent.buffer.byteLength >= part.size ? spent.buffer : new ArrayBuffer(part.size));
  let filled = 0;
  while (filled < part.size) {
    const { value, done } = await reader.read(new Uint8Array(bytes.buffer, filled, part.size - filled));
    // The memory comes back with the answer, at the end of a file that has become shorter too.
    if (value) bytes = new Uint8Array(value.buffer);
    if (done) break;
    filled += value.length;
  }
  await reader.cancel();
  return bytes.subarray(0, filled);
}

/** Not every engine reads files into memory that it is given. */
function byteReader(part: StoredPart): ReadableStreamBYOBReader | undefined {
  try {
    return part.stream().getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

export function sourceOfBytes(bytes: Uint8Array, name: string): FileSource {
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}
