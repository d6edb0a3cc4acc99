import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

/** A program and the arguments it always gets. */
export type Command = readonly [program: string, ...first: string[]];

/** @param text what stands in `PAC`: words between spaces, e.g. `dotnet /path/pac.dll` */
export function pacCommand(text: string | undefined): Command | undefined {
  const [program, ...first] = (text ?? "").split(/\s+/).filter((word) => word !== "");
  return program === undefined ? undefined : [program, ...first];
}

export interface PacRequest {
  readonly verb: "pack" | "unpack";
  readonly zip: string;
  readonly folder: string;
  readonly managed: boolean;
}

/**
 * Runs the official CLI.
 * @returns milliseconds from the start of its process to its end
 * @throws {Error} with its last words when it fails, or ends without having written anything.
 */
export function runPac([program, ...first]: Command, { verb, zip, folder, managed }: PacRequest): Promise<number> {
  const type = managed ? "Managed" : "Unmanaged";
  const asked = ["solution", verb, "--zipfile", zip, "--folder", folder, "--packagetype", type];
  const started = performance.now();
  const child = spawn(program, [...first, ...asked], { stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (words += text));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const time = performance.now() - started;
      if (code === 0 && existsSync(verb === "pack" ? zip : folder)) resolve(time);
      else reject(new Error(`pac ended with exit code ${String(code)}. ${lastLines(words)}`));
    });
  });
}

const lastLines = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .slice(-3)
    .join(" ");
