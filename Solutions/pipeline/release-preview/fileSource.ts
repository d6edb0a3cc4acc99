import { open, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import type { FileSource } from "../../../SolutionHealth/package/reading/fileSource";
import { sourceError } from "../files/readSource";

/**
 * Gives the work a file of which any part can be read, and closes it afterwards.
 * @throws PipelineError `sourceMissing` or `sourceUnreadable`
 */
export async function withFile<T>(path: string, work: (source: FileSource) => Promise<T>): Promise<T> {
  const handle = await open(path).catch((cause: unknown) => {
    throw sourceError(path, cause);
  });
  try {
    return await work(await sourceOf(handle, path));
  } finally {
    await handle.close();
  }
}

async function sourceOf(handle: FileHandle, path: string): Promise<FileSource> {
  const found = await handle.stat();
  if (!found.isFile()) throw sourceError(path, new Error("it is not a file"));
  return {
    name: basename(path),
    size: found.size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
}
