/**
 * `error`: the platform refuses the package, or something in it cannot work.
 * `warning`: it imports, but something is most likely not meant.
 * `info`: worth knowing, nothing to mend.
 */
export type Severity = "error" | "warning" | "info";

/** One thing that a check found. */
export interface Finding {
  /** Name of the rule's finding, stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  /** Entry of the package and, where it helps, what inside it; or file and line of a source. */
  readonly place: string;
  /** What is wrong, one sentence. */
  readonly message: string;
  readonly whatToDo: string;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) {
    counts[finding.severity] += 1;
  }
  return counts;
}
