import type { Guid } from "../model/guid";
import type { AcceptanceState } from "../overrides/override";
import type { EvidenceByRule, RuleId } from "./evidence";

/** `info` is worth knowing and makes nothing worse than healthy. */
export type Severity = "atRisk" | "attention" | "info";

/** From the gravest to the least. */
export const SEVERITIES: readonly Severity[] = ["atRisk", "attention", "info"];

export const RULE_GROUPS = ["operation", "layers", "patches", "workingOrder", "compatibility", "plan"] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** Something a finding is about, by name. */
export interface FindingSubject {
  /** Kind of component ("flow", "SystemForm", "step") or "solution", "operation". */
  readonly kind: string;
  readonly name: string;
  readonly id?: Guid;
  /** Logical name of the owning table. */
  readonly table?: string;
  /** What is to be said of it besides: owner, layer above, changed properties. */
  readonly note?: string;
}

/** The page on which a finding is put right. Solutions by unique name. */
export type HealthAction =
  | { readonly kind: "solution"; readonly solution: string; readonly tab: SolutionTab }
  | { readonly kind: "overrides"; readonly solution?: string; readonly acceptance?: AcceptanceState }
  | { readonly kind: "rollback"; readonly solution: string }
  /** @param operation id of the row of the history */
  | { readonly kind: "history"; readonly solution?: string; readonly operation?: Guid }
  | { readonly kind: "release"; readonly solution?: string }
  | { readonly kind: "plan"; readonly solution: string }
  | { readonly kind: "makerPortal"; readonly place: MakerPlace; readonly solution?: string };

export type SolutionTab = "overview" | "components" | "patches" | "history" | "dependents";

export type MakerPlace = "solution" | "flows" | "connectionReferences" | "variables" | "pluginSteps" | "users";

/** What a rule has found. Without a solution it is the environment's. */
export interface FindingOf<K extends RuleId> {
  readonly ruleId: K;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** Unique name. */
  readonly solution?: string;
  readonly subjects: readonly FindingSubject[];
  /** Since when it is so, where that is known. */
  readonly since?: Date;
  readonly evidence: EvidenceByRule[K];
  /**
   * Tells it from other findings of the same rule about the same solution, however it stands; mostly empty, since a
   * rule mostly has one finding a solution (`FindingDecision.subject`).
   */
  readonly subject: string;
  /** What an acceptance accepts: the rule, the solution, the subjects and what matters of the evidence. */
  readonly fingerprint: string;
  readonly action: HealthAction;
}

export type Finding = { [K in RuleId]: FindingOf<K> }[RuleId];
