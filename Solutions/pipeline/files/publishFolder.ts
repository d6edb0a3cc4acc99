import { randomUUID } from "node:crypto";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { unwritable } from "./writeAtomically";

/**
 * Puts a finished folder in its place; what was there before is replaced only when the new one is whole.
 * @throws PipelineError `outputUnwritable`; the old folder is then still there.
 */
export async function publishFolder(made: string, target: string): Promise<void> {
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
