import type { RuleId } from "../evidence";
import type { Finding, HealthAction, RuleGroup, Severity } from "../finding";
import type { FactPart } from "../healthFacts";
import type { FindingAcceptance, JudgedFinding } from "../healthReport";
import type { RuleUnknown } from "../rule";
import type { ShownState } from "../shownState";
import type { FindingColumn } from "./findingCells";

/** Solutions by state, and accepted findings; one of `healthy` and `noProblemFound` is absent. */
export type ReportCounts = Readonly<
  Record<Exclude<ShownState, "healthy" | "noProblemFound"> | "accepted", number> &
    Partial<Record<"healthy" | "noProblemFound", number>>
>;

export type ReportHeading =
  | "title"
  | "environment"
  | "createdOn"
  | "state"
  | "changes"
  | "gone"
  | "solutions"
  | "solution"
  | "findings"
  | "unknown"
  | "read"
  | "part"
  | "readOn"
  | "nothingFound";

/** What people read in a report, in the language of whoever makes it. */
export interface HealthWords {
  /** Language tag of the words, e.g. "de". */
  readonly language: string;
  readonly heading: (heading: ReportHeading) => string;
  readonly column: (column: FindingColumn) => string;
  readonly state: (state: ShownState) => string;
  readonly severity: (severity: Severity) => string;
  readonly group: (group: RuleGroup) => string;
  /** The rule by itself: "Last operation failed". */
  readonly rule: (rule: RuleId) => string;
  /** The finding with its evidence: "Upgrade to 4.3.0.0 failed". */
  readonly found: (finding: Finding) => string;
  /** Why it matters, in one sentence. */
  readonly meaning: (rule: RuleId) => string;
  /** What to do about it. */
  readonly action: (action: HealthAction) => string;
  readonly acceptance: (acceptance: FindingAcceptance) => string;
  readonly change: (change: NonNullable<JudgedFinding["change"]>) => string;
  readonly part: (part: FactPart) => string;
  /** What could not be judged, and why. */
  readonly unknown: (unknown: RuleUnknown) => string;
  /** Why a part is not there: "not looked at yet". */
  readonly notRead: (status: "notAsked" | "reading" | "absent" | "failed") => string;
  /** The counts as a sentence: "3 solutions at risk, 5 need attention, …". */
  readonly counts: (counts: ReportCounts) => string;
  /** "Since 12 November: 2 new, 1 gone". */
  readonly changes: (change: {
    readonly since: Date;
    readonly new: number;
    readonly worse: number;
    readonly better: number;
    readonly changed: number;
    readonly gone: number;
  }) => string;
  /** @param uniqueName undefined for the environment as such */
  readonly solution: (uniqueName: string | undefined) => string;
  readonly date: (date: Date) => string;
}
