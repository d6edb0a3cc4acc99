import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const folder = join(__dirname, "page");
const MODULE = /^[a-z]+$/i;

/**
 * A script of the host page by its name without ending, translated for the browser on the way.
 * @returns undefined where there is no such script
 */
export async function pageScript(name: string): Promise<string | undefined> {
  if (!MODULE.test(name)) return undefined;
  try {
    const source = await readFile(join(folder, `${name}.ts`), "utf8");
    const options = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ES2020 };
    return ts.transpileModule(source, { compilerOptions: options }).outputText;
  } catch {
    return undefined;
  }
}
