import { readFile, stat } from "node:fs/promises";
import { ExitCode, messageOf, PipelineError, systemCodeOf } from "../errors";

/**
 * Reads a file that the person named.
 * @throws PipelineError `sourceMissing` or `sourceUnreadable`.
 */
export async function readSourceFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw sourceError(path, cause);
  }
}

/**
 * Makes sure that a folder that the person named is there.
 * @throws PipelineError `sourceMissing` or `sourceUnreadable`.
 */
export async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw sourceError(path, cause);
  });
  if (!found.isDirectory()) {
    throw sourceError(path, new Error("it is not a folder"));
  }
}

/** The error for a path that is missing or cannot be read. */
export function sourceError(path: string, cause: unknown): PipelineError {
  const missing = systemCodeOf(cause) === "ENOENT";
  return new PipelineError({
    code: missing ? "sourceMissing" : "sourceUnreadable",
    message: missing ? `${path} does not exist.` : `${path} cannot be read: ${messageOf(cause)}.`,
    whatToDo: "Check the path; relative paths are taken from the current folder.",
    exitCode: ExitCode.input,
    cause,
  });
}
