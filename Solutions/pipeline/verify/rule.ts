import type { Finding, Severity } from "./finding";
import type { PackageUnderCheck } from "./packageUnderCheck";

/** One rule: looks at a package and tells what it found. Never throws for anything a package can hold. */
export type Rule = (checked: PackageUnderCheck) => Finding[];

/** A kind of finding that rules make at many places. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  readonly whatToDo: string;
}

export function finding(kind: FindingKind, place: string, message: string): Finding {
  return { code: kind.code, severity: kind.severity, place, message, whatToDo: kind.whatToDo };
}
