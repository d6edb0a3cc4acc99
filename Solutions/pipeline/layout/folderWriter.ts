import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PackagingError } from "./packagingError";

export interface FolderWriteOptions {
  /** Replaces a folder that holds something; otherwise it is refused. */
  readonly replace: boolean;
}

/**
 * Writes a folder as a whole: into a new folder beside it, which then takes its name. Whatever fails, the folder is as
 * it was.
 * @param files by path with forward slashes; paths are taken to be safe.
 * @throws PackagingError targetNotEmpty, unwritable.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  options: FolderWriteOptions,
): Promise<void> {
  const target = resolve(folder);
  const occupied = await isOccupied(target);
  if (occupied && !options.replace) {
    throw new PackagingError("targetNotEmpty", `The folder ${folder} holds something already.`, folder);
  }
  try {
    await mkdir(dirname(target), { recursive: true });
    const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      await writeAll(fresh, files);
      await takeName(fresh, target);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  } catch (cause) {
    throw new PackagingError("unwritable", `The folder ${folder} cannot be written.`, folder, { cause });
  }
}

/** @throws PackagingError unwritable: something that is no folder has the name. */
async function isOccupied(target: string): Promise<boolean> {
  try {
    return (await readdir(target)).length > 0;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw new PackagingError("unwritable", `${target} cannot be written as a folder.`, target, { cause });
  }
}

async function writeAll(root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(root, path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const [path, content] of files) await writeFile(join(root, path), content, { flag: "wx" });
}

/** Puts the old folder aside first, so that it can come back when the new one cannot take its place. */
async function takeName(fresh: string, target: string): Promise<void> {
  const aside = `${fresh}.old`;
  const moved = await tryRename(target, aside);
  try {
    await rename(fresh, target);
  } catch (cause) {
    if (moved) await rename(aside, target);
    throw cause;
  }
  await rm(aside, { recursive: true, force: true });
}

async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw cause;
  }
}
