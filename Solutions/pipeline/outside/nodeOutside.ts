import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { systemClock } from "../../../SolutionHealth/dataverse/clock";
import type { Host, Logger, Outside } from "./outside";

export interface NodeOutside extends Outside {
  /** Removes temporary folders. */
  dispose(): Promise<void>;
}

/** The real outside: this process, this machine. */
export function createNodeOutside(productRoot: string, signal: AbortSignal): NodeOutside {
  const logger = createStderrLogger();
  const temporary: string[] = [];
  return {
    workingDir: process.cwd(),
    productRoot,
    environment: process.env,
    logger,
    output: { write: (text) => void process.stdout.write(text) },
    host: createNodeHost(productRoot, logger, temporary),
    fetch: globalThis.fetch,
    clock: systemClock,
    terminal: process.stderr.isTTY,
    signal,
    async dispose() {
      await Promise.all(temporary.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

function createStderrLogger(): Logger {
  const line = (text: string): void => void process.stderr.write(`${text}\n`);
  return {
    info: line,
    warn: (text) => line(`Warning: ${text}`),
    error: line,
    draw: (text) => void process.stderr.write(text),
  };
}

function createNodeHost(productRoot: string, logger: Logger, temporary: string[]): Host {
  return {
    name: "solution-health",
    loadPackage: (name) => loadPackage(name, productRoot),
    run: (command, args, workingDir) => runCommand(command, args, workingDir, logger),
    askLine,
    async makeTemporaryFolder() {
      const folder = await mkdtemp(join(tmpdir(), "solution-health-"));
      temporary.push(folder);
      return folder;
    },
  };
}

/** Asks on stderr, since stdout carries data only. */
function askLine(question: string, signal: AbortSignal): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return Promise.resolve(undefined);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  // What was not ended by Enter leaves the prompt's line unfinished.
  const endLine = (): void => void process.stderr.write("\n");
  return new Promise<string | undefined>((resolve, reject) => {
    const end = (): void => {
      if (!signal.aborted) endLine();
      resolve(undefined);
    };
    reader.on("close", end);
    signal.addEventListener("abort", () => reject(new Error("Cancelled.")), { once: true });
    reader.on("SIGINT", () => {
      endLine();
      process.kill(process.pid, "SIGINT");
    });
    reader.question(question, (line) => {
      reader.removeListener("close", end);
      resolve(line);
    });
  }).finally(() => reader.close());
}

/** `require`, so that a package is found from the product's root and not from wherever this file was started. */
function loadPackage(name: string, productRoot: string): Promise<unknown> {
  const require = createRequire(join(productRoot, "package.json"));
  let file: string;
  try {
    file = require.resolve(name);
  } catch {
    return Promise.resolve(undefined);
  }
  return Promise.resolve().then((): unknown => require(file));
}

function runCommand(command: string, args: readonly string[], workingDir: string, logger: Logger): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: workingDir, stdio: ["ignore", "pipe", "pipe"] });
    // Everything a child says is a message: our stdout carries data only.
    const forward = (chunk: Buffer): void => logger.draw(chunk.toString("utf8"));
    child.stdout.on("data", forward);
    child.stderr.on("data", forward);
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
