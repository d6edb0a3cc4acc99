import { readFileSync } from "node:fs";

/**
 * The most memory this process has held at once, in bytes.
 *
 * Linux hands the peak of the starting process down to the one it starts, so that `resourceUsage()` would answer with
 * the larger of the two; the status file knows this process alone.
 */
export function peakMemory(): number {
  if (process.platform === "linux") {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}
