import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

const windows = process.platform === "win32";

/**
 * Runs a program (those of node_modules included) with its output shown.
 * @returns {Promise<number>} exit code; 127 when it could not be started
 */
export function run(command, args, env = {}) {
  const child = start(command, args, env, "inherit");
  return new Promise((done) => {
    child.on("error", () => done(127));
    child.on("exit", (code) => done(code ?? 1));
  });
}

/**
 * Runs a program like `run`, and keeps its output for later: that of programs side by side would be mixed.
 * @returns {Promise<{ code: number, output: string }>} `output` is both streams, in the order of arrival
 */
export function collect(command, args, env = {}) {
  const color = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = start(command, args, { ...color, ...env }, ["ignore", "pipe", "pipe"]);
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
  const ended = (code) => ({ code, output: Buffer.concat(parts).toString("utf8") });
  return new Promise((done) => {
    child.on("error", ({ message }) => done({ code: 127, output: `${message}\n` }));
    child.on("close", (code) => done(ended(code ?? 1)));
  });
}

function start(command, args, env, stdio) {
  const path = [resolve("node_modules", ".bin"), process.env.PATH].join(delimiter);
  // npm's programs are .cmd files on Windows, which only a shell can start.
  return spawn(command, args, { stdio, shell: windows, env: { ...process.env, PATH: path, ...env } });
}
