import type { ExitCodeValue } from "../errors";
import { ExitCode } from "../errors";
import type { Outside } from "../outside/outside";
import { countBySeverity, type Finding } from "../verify/finding";

/**
 * Shows findings: as JSON, or a block each, on stdout; the sum on stderr.
 * @param subject what was checked, for the sum.
 */
export function reportFindings(
  findings: readonly Finding[],
  subject: string,
  json: boolean,
  outside: Pick<Outside, "output" | "logger">,
): void {
  const counts = countBySeverity(findings);
  if (json) {
    outside.output.write(`${JSON.stringify({ subject, counts, findings }, undefined, 2)}\n`);
  } else {
    for (const finding of findings) {
      outside.output.write(describe(finding));
    }
  }
  const sum = findings.length === 0 ? "nothing found" : describeCounts(counts);
  outside.logger.info(`${subject}: ${sum}.`);
}

/** Exit code of a check: only errors fail it. */
export function exitCodeOf(findings: readonly Finding[]): ExitCodeValue {
  return findings.some((finding) => finding.severity === "error") ? ExitCode.findings : ExitCode.ok;
}

function describe({ severity, code, place, message, whatToDo }: Finding): string {
  return `${severity} ${code} at ${place}\n  ${message}\n  ${whatToDo}\n`;
}

function describeCounts({ error, warning, info }: Record<Finding["severity"], number>): string {
  return `${plural(error, "error")}, ${plural(warning, "warning")}, ${info} for information`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
