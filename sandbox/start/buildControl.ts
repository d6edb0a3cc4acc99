import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Builds the production control unless the build folder is newer than every source. @throws {Error} one sentence. */
export function buildControlIfNeeded(root: string): void {
  const bundle = join(root, "out", "controls", "SolutionHealth", "bundle.js");
  const sources = join(root, "SolutionHealth");
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newest(sources)) return;
  console.error("Building the control…");
  const built = spawnSync(process.execPath, [join(root, "tools", "build.mjs")], { cwd: root, stdio: "pipe" });
  if (built.status === 0) return;
  throw new Error(`The control could not be built:\n${built.stdout.toString()}${built.stderr.toString()}`);
}

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true })
      // The build itself writes generated/.
      .filter((entry) => entry.name !== "generated")
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
      }),
  );
}
