import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ExitCode, messageOf, PipelineError } from "../errors";

/**
 * Writes a file whole or not at all: beside its target first, then renamed over it. Creates missing folders.
 * @throws PipelineError `outputUnwritable`; the target is then as it was before.
 */
export async function writeFileAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, cause);
  }
}

/** The error for a file or folder that cannot be written, with the system's reason. */
export function unwritable(path: string, cause: unknown): PipelineError {
  return new PipelineError({
    code: "outputUnwritable",
    message: `${path} cannot be written: ${messageOf(cause)}.`,
    whatToDo: "Choose another target, or make sure that you may write there and that the disk is not full.",
    exitCode: ExitCode.output,
    cause,
  });
}
