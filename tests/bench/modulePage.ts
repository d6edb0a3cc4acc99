import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import ts from "typescript";
import { root } from "./repository";

const PREFIX = "/_bench/";
const LIBRARIES: Readonly<Record<string, string>> = { fflate: "node_modules/fflate/esm/browser.js" };

/**
 * Lets a page import the product's modules one by one, translated on the way: what is measured is the code itself,
 * without the page around it. To be called before the page is opened.
 * @returns address of an empty page of the same origin
 */
export async function serveModules(page: Page, origin: string): Promise<string> {
  await page.route(`${origin}${PREFIX}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(PREFIX.length);
    if (path === "") return route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><input type=file>" });
    return route.fulfill({ contentType: "text/javascript", body: moduleText(path) });
  });
  return `${origin}${PREFIX}`;
}

/** Address of a module for `import()` inside the page, by its path in the repository without ending. */
export const moduleAddress = (path: string): string => `${PREFIX}${path}`;

function moduleText(path: string): string {
  const file = resolve(root, path);
  if (path.endsWith(".js")) return readFileSync(file, "utf8");
  const options = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ES2020, isolatedModules: true };
  const { outputText } = ts.transpileModule(readFileSync(`${file}.ts`, "utf8"), { compilerOptions: options });
  return outputText.replace(/from "([a-z][^"]*)"/g, (_written, name: string) => {
    const library = LIBRARIES[name];
    if (library === undefined) throw new Error(`${path} needs ${name}, which is not known here.`);
    return `from ${JSON.stringify(join(PREFIX, library))}`;
  });
}
