import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const folder = join(__dirname, "page");
const MODULE = /^[a-z]+$/i;

/** What was translated last, by name: the same source gives the same script. */
const translated = new Map<string, { readonly source: string; readonly script: string }>();

/**
 * A script of the host page by its name without ending, translated for the browser on the way.
 * @returns undefined where there is no such script
 */
export async function pageScript(name: string): Promise<string | undefined> {
  if (!MODULE.test(name)) return undefined;
  try {
    const source = await readFile(join(folder, `${name}.ts`), "utf8");
    const known = translated.get(name);
    if (known?.source === source) return known.script;
    const options = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ES2020 };
    const script = ts.transpileModule(source, { compilerOptions: options }).outputText;
    translated.set(name, { source, script });
    return script;
  } catch {
    return undefined;
  }
}
