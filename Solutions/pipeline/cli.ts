import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createNodeOutside } from "./outside/nodeOutside";
import { runProgram } from "./program";

/** The command line of this repository: see `npm run solution -- --help`. */
async function main(): Promise<void> {
  const productRoot = resolve(__dirname, "..", "..");
  const { version } = JSON.parse(readFileSync(resolve(productRoot, "package.json"), "utf8")) as { version: string };
  const cancel = new AbortController();
  // The second Ctrl+C ends the program the ordinary way.
  process.once("SIGINT", () => cancel.abort());
  const outside = createNodeOutside(productRoot, cancel.signal);
  try {
    process.exitCode = await runProgram(process.argv.slice(2), version, outside);
  } finally {
    await outside.dispose();
  }
}

void main();
