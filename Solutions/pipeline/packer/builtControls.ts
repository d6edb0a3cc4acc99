import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { FolderMapping } from "../layout/sourceFiles";

const DESCRIPTION = "ControlManifest.xml.data.xml";
const MANIFEST = "ControlManifest.xml";

/**
 * Controls whose sources are this repository's own: the folder holds their description only, the rest is built.
 * @param folder source folder of a solution.
 * @param productRoot where the build puts its output.
 * @returns where the output of each lies and belongs; empty for folders that hold all they need.
 */
export async function builtControls(folder: string, productRoot: string): Promise<FolderMapping[]> {
  const controls = join(folder, "Controls");
  if (!existsSync(controls)) {
    return [];
  }
  const items = await readdir(controls, { withFileTypes: true });
  return items
    .filter((item) => item.isDirectory())
    .filter(({ name }) => existsSync(join(controls, name, DESCRIPTION)) && !existsSync(join(controls, name, MANIFEST)))
    .map(({ name }) => ({
      // `<prefix>_<namespace>.<constructor>`; the build names its output after the constructor.
      from: join(productRoot, "out", "controls", name.slice(name.lastIndexOf(".") + 1)),
      to: `Controls/${name}`,
    }));
}
