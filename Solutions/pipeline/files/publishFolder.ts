import { randomUUID } from "node:crypto";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ExitCode, PipelineError, systemCodeOf } from "../errors";
import { unwritable } from "./writeAtomically";

/**
 * Puts a finished folder in its place; what was there before is replaced only when the new one is whole.
 * @param replace false: a target that holds something is refused.
 * @throws PipelineError `targetNotEmpty`, `outputUnwritable`; the old folder is then still there.
 */
export async function publishFolder(made: string, target: string, replace: boolean): Promise<void> {
  if (!replace) {
    await requireEmpty(target);
  }
  const name = `.${basename(target)}.${randomUUID()}`;
  const fresh = join(dirname(target), `${name}.part`);
  const old = join(dirname(target), `${name}.old`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await cp(made, fresh, { recursive: true });
    const had = await rename(target, old).then(
      () => true,
      () => false,
    );
    await rename(fresh, target).catch(async (cause: unknown) => {
      if (had) {
        await rename(old, target);
      }
      throw cause;
    });
    await rm(old, { recursive: true, force: true });
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    throw unwritable(target, cause);
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const items = await readdir(folder).catch((cause: unknown) => {
    if (systemCodeOf(cause) === "ENOENT") {
      return [];
    }
    throw unwritable(folder, cause);
  });
  if (items.length > 0) {
    throw new PipelineError({
      code: "targetNotEmpty",
      message: `${folder} holds something already.`,
      whatToDo: "Choose a folder that does not exist yet or is empty, or add --replace.",
      exitCode: ExitCode.output,
    });
  }
}
