/** A file of which any part can be read without reading the rest. It must not change while it is in use. */
export interface FileSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `from` up to, and without, `to`; fewer only where the file ends. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file that somebody chose or dropped: it stays on the disk. */
export function sourceOfFile(file: File): FileSource {
  return sourceOfBlob(file, file.name);
}

export function sourceOfBlob(blob: Blob, name: string): FileSource {
  return {
    name,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

export function sourceOfBytes(bytes: Uint8Array, name: string): FileSource {
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}
