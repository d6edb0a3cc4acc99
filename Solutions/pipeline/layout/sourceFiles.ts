import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PackagingError } from "./packagingError";

/** Another folder whose files take part as if they lay in the source: the built bundle of a control, for one. */
export interface FolderMapping {
  /** Folder on disk. */
  readonly from: string;
  /** Folder of the source, with forward slashes: `Controls/shl_SolutionHealth.SolutionHealth`. */
  readonly to: string;
}

/**
 * The files of a source folder, by path with forward slashes. Each kind of component takes what is its own; what
 * nobody has taken at the end is refused.
 */
export class SourceFiles {
  private readonly waiting: Set<string>;
  /** Sorted paths by each of the folders they lie in. */
  private readonly byFolder = new Map<string, string[]>();

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {
    const paths = [...files.keys()].sort(byPath);
    this.waiting = new Set(paths);
    for (const path of paths) this.index(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /**
   * Takes a file.
   * @param asked who needs it, for the error.
   * @throws PackagingError missingFile.
   */
  take(path: string, asked: string): Uint8Array {
    const content = this.files.get(path);
    if (content === undefined)
      throw new PackagingError("missingFile", `${asked} needs ${path}, which is missing.`, path);
    this.waiting.delete(path);
    return content;
  }

  /** Marks a file as dealt with without packing it. */
  leaveOut(path: string): void {
    this.waiting.delete(path);
  }

  /** Paths below a folder, sorted. Ends with the given suffix where one is given. */
  below(folder: string, suffix = ""): string[] {
    return (this.byFolder.get(folder) ?? []).filter((path) => path.endsWith(suffix));
  }

  /** Paths that nobody has taken yet. */
  get untaken(): string[] {
    return [...this.waiting];
  }

  private index(path: string): void {
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      const folder = path.slice(0, slash);
      const inside = this.byFolder.get(folder);
      if (inside) inside.push(path);
      else this.byFolder.set(folder, [path]);
    }
  }
}

/**
 * Reads a source folder, and the mapped folders into it.
 * @throws PackagingError missingFolder, unsafePath (a symbolic link), duplicateComponent (a mapped file is there twice).
 */
export async function readSourceFiles(folder: string, mappings: readonly FolderMapping[]): Promise<SourceFiles> {
  const files = new Map<string, Uint8Array>();
  await readInto(files, folder, "");
  for (const mapping of mappings) await readInto(files, mapping.from, `${mapping.to}/`);
  return new SourceFiles(files);
}

async function readInto(files: Map<string, Uint8Array>, folder: string, prefix: string): Promise<void> {
  if (!(await isFolder(folder))) throw new PackagingError("missingFolder", `There is no folder ${folder}.`, folder);
  for (const item of await readdir(folder, { withFileTypes: true })) {
    const path = `${prefix}${item.name}`;
    const onDisk = join(folder, item.name);
    if (item.isDirectory()) await readInto(files, onDisk, `${path}/`);
    else if (!item.isFile()) throw new PackagingError("unsafePath", `${path} is a link, not a file.`, path);
    else if (files.has(path)) throw new PackagingError("duplicateComponent", `${path} is there twice.`, path);
    else files.set(path, await readFile(onDisk));
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** One order on every machine: by letters without case, then by code units. */
export function byPath(a: string, b: string): number {
  return compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
