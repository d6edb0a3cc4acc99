import { type StoredFile, sourceOfFile } from "./reading/fileSource";

/** Bytes encoded at once: few enough for the arguments of one call, and a multiple of 3, so that the texts can be joined. */
const CHUNK = 3 * 8192;
/** Bytes of a file encoded between two turns of the page. */
const PIECE = 8 * CHUNK;

/** Base64 of bytes, without the detour over one huge binary string. Runs the same in browsers, workers and Node. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(from, from + CHUNK))));
  }
  return parts.join("");
}

/**
 * Base64 of a file, as a text that lies in no memory of the page: encoded piece by piece, each given to the browser to keep.
 * @throws what reading throws where the file is gone or has changed; the signal's reason
 */
export async function encodeFile(file: StoredFile, signal?: AbortSignal): Promise<Blob> {
  const source = sourceOfFile(file);
  const pieces: Blob[] = [];
  let bytes: Uint8Array | undefined;
  for (let from = 0; from < file.size; from += PIECE) {
    signal?.throwIfAborted();
    const to = Math.min(from + PIECE, file.size);
    bytes = await source.read(from, to, bytes);
    if (bytes.length !== to - from) throw new Error(`${file.name} has become shorter.`);
    pieces.push(new Blob([encodeBase64(bytes)]));
  }
  return new Blob(pieces);
}
