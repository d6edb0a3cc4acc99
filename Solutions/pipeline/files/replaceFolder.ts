import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ExitCode, PipelineError } from "../errors";
import { unwritable } from "./writeAtomically";

/**
 * Fills a folder whole or not at all: it is filled beside its place and then renamed into it.
 * @param folder target; must not exist or be empty.
 * @param fill writes into the folder it is given; what it throws is thrown on, and nothing is left behind.
 * @throws PipelineError `targetNotEmpty`, `outputUnwritable`.
 */
export async function replaceFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (await holdsSomething(folder)) {
    throw new PipelineError({
      code: "targetNotEmpty",
      message: `${folder} holds something already.`,
      whatToDo: "Choose a folder that does not exist yet or is empty.",
      exitCode: ExitCode.output,
    });
  }
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomUUID()}.part`);
  await writing(folder, () => mkdir(temporary, { recursive: true }));
  try {
    await fill(temporary);
    await writing(folder, async () => {
      await rmdir(folder).catch(() => undefined);
      await rename(temporary, folder);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function holdsSomething(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (items) => items.length > 0,
    (cause: unknown) => !(cause instanceof Error && "code" in cause && cause.code === "ENOENT"),
  );
}

async function writing(folder: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}
