import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

const windows = process.platform === "win32";

/**
 * Runs a program (those of node_modules included) with its output shown.
 * @returns {Promise<number>} exit code; 127 when it could not be started
 */
export function run(command, args, env = {}) {
  const path = [resolve("node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((done) => {
    // npm's programs are .cmd files on Windows, which only a shell can start.
    const child = spawn(command, args, {
      stdio: "inherit",
      shell: windows,
      env: { ...process.env, PATH: path, ...env },
    });
    child.on("error", () => done(127));
    child.on("exit", (code) => done(code ?? 1));
  });
}
