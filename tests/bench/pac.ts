import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";

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

/** Its telemetry sends after the work, in a process that would outlive it and take the machine from the next run. */
const NO_TELEMETRY = { PAC_CLI_TELEMETRY_OPTOUT: "1", PP_TOOLS_TELEMETRY_OPTOUT: "1" };

/**
 * Runs the official CLI.
 * @param log file for its words: a pipe could be held open by what it starts, and would be part of the time
 * @returns milliseconds from the start of its process to its end
 * @throws {Error} with its last words when it fails, or ends without having written anything.
 */
export function runPac([program, ...first]: Command, request: PacRequest, log: string): Promise<number> {
  const { verb, zip, folder, managed } = request;
  const type = managed ? "Managed" : "Unmanaged";
  const asked = ["solution", verb, "--zipfile", zip, "--folder", folder, "--packagetype", type];
  const output = openSync(log, "w");
  const started = performance.now();
  const child = spawn(program, [...first, ...asked], {
    stdio: ["ignore", output, output],
    env: { ...process.env, ...NO_TELEMETRY },
  });
  return new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      const time = performance.now() - started;
      if (code === 0 && existsSync(verb === "pack" ? zip : folder)) resolve(time);
      else reject(new Error(`pac ended with exit code ${String(code)}. ${lastLines(readFileSync(log, "utf8"))}`));
    });
  }).finally(() => closeSync(output));
}

const lastLines = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .slice(-3)
    .join(" ");
