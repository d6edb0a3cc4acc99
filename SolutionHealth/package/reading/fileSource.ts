/** A file of which any part can be read without reading the rest. It must not change while it is in use. */
export interface FileSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /**
   * The bytes from `from` up to, and without, `to`; fewer only where the file ends.
   * @param spent bytes of an earlier answer that nobody needs any more: their memory may be given back
   */
  read(from: number, to: number, spent?: Uint8Array): Promise<Uint8Array>;
}

/** Part of a file, as a Blob has it. */
export type StoredPart = Pick<Blob, "arrayBuffer">;

/** What is used of a File. */
export interface StoredFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  slice(from: number, to: number): StoredPart;
}

/**
 * A file that somebody chose or dropped: it stays on the disk. Chromium's streams would read into memory that is used again, but
 * a read of one is at times never answered.
 */
export function sourceOfFile(file: StoredFile): FileSource {
  const { name, size } = file;
  const giveBack = memoryToNobody();
  return {
    name,
    size,
    read: async (from, to, spent) => {
      if (spent) giveBack(spent.buffer);
      return new Uint8Array(await file.slice(from, to).arrayBuffer());
    },
  };
}

/**
 * Engines free memory late: a large file would come to lie there whole. What is sent away is freed at once, also where nobody
 * listens. (An ArrayBuffer's own `transfer` only stops counting what Chromium keeps for its part.)
 */
function memoryToNobody(): (memory: ArrayBufferLike) => void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return (memory) => {
    if (memory instanceof ArrayBuffer && memory.byteLength > 0) port1.postMessage(undefined, [memory]);
  };
}

export function sourceOfBytes(bytes: Uint8Array, name: string): FileSource {
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}
