import { fork } from "node:child_process";
import type { Job, JobName, JobReport } from "./jobs";

/** A job's report, and how long its process lived from start to end: what a command line would take. */
export type ChildReport<N extends JobName> = JobReport<N> & { readonly processTime: number };

/**
 * Runs a job in a fresh process, so that its memory and its time are its own.
 * @throws {Error} with the child's words when it fails.
 */
export function runChild<N extends JobName>(name: N, input: Job<N>["input"]): Promise<ChildReport<N>> {
  const started = performance.now();
  const child = fork(require.resolve("./worker.ts"), [name, JSON.stringify(input)], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let report: JobReport<N> | undefined;
  let errors = "";
  let processTime = NaN;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
  child.on("message", (message) => (report = message as JobReport<N>));
  child.on("exit", () => (processTime = performance.now() - started));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // After `exit`, when all it said has arrived.
    child.on("close", (code) => {
      if (code === 0 && report) resolve(Object.assign(report, { processTime }));
      else reject(new Error(`${name} ended with exit code ${String(code)}. ${errors.trim()}`));
    });
  });
}
