import type { FactFailure } from "./fact";
import type { FactPart, HealthFacts } from "./healthFacts";
import type { Finding, FindingOf, RuleGroup, Severity } from "./finding";
import type { RuleId } from "./evidence";
import type { HealthThresholds } from "./thresholds";

/**
 * Why a rule could say nothing, of the environment or of one solution:
 * - `notAsked`, `reading`, `absent`, `failed` as the fact it needs
 * - `outdated` a solution has changed since the fact about it was read
 * - `notTold` the environment does not keep what the rule needs
 */
export interface RuleUnknown {
  readonly ruleId: RuleId;
  /** Unique name; undefined where the rule could say nothing at all. */
  readonly solution?: string;
  readonly reason: "notAsked" | "reading" | "absent" | "failed" | "notTold" | "outdated";
  /** The fact that is missing. */
  readonly part: FactPart;
  readonly failure?: FactFailure;
  /** Things that could not be judged, where they can be counted. */
  readonly count?: number;
}

/** What a rule has found, before it knows of its own id, group, severity and fingerprint. */
export interface RuleFinding<K extends RuleId> extends Pick<
  FindingOf<K>,
  "solution" | "subjects" | "since" | "evidence" | "action"
> {
  /** Other than the rule's own, where the case is graver or lighter. */
  readonly severity?: Severity;
  /** As in `FindingOf`; empty unless told. */
  readonly subject?: string;
  /**
   * What of the evidence is accepted with it: when it changes, an acceptance ends. The names and ids of the subjects
   * always are.
   */
  readonly essence?: readonly string[];
}

export interface RuleAnswer<K extends RuleId> {
  readonly findings: readonly RuleFinding<K>[];
  /** Solutions of which it could not be told. */
  readonly unknowns?: readonly Omit<RuleUnknown, "ruleId">[];
}

/** The parts a rule needs, at hand. */
export type KnownFacts<P extends FactPart> = {
  readonly [N in P]: Extract<HealthFacts[N], { readonly status: "read" }>["value"];
};

export interface RuleContext {
  readonly thresholds: HealthThresholds;
  readonly now: Date;
  /** All facts, also those the rule can do without. */
  readonly facts: HealthFacts;
}

/**
 * `all`: every managed solution; `own`: those that are not Microsoft's; `environment`: the environment as such, so that
 * what it cannot tell makes no solution unknown.
 */
export type RuleScope = "all" | "own" | "environment";

/** What is said about a rule. */
export interface RuleFacts {
  readonly group: RuleGroup;
  /** The gravest it finds; a lighter case says so. */
  readonly severity: Severity;
  /** Where the platform's behaviour behind the rule is documented. */
  readonly source: string;
  /** The thresholds it goes by. */
  readonly thresholds?: readonly (keyof HealthThresholds)[];
  /** Whose solutions it judges: the platform's own are not everybody's business. */
  readonly scope: RuleScope;
}

/** One rule as it is written. It is asked only where all it needs was read. */
export interface RuleDefinition<K extends RuleId, P extends FactPart> extends RuleFacts {
  readonly id: K;
  readonly needs: readonly P[];
  evaluate(known: KnownFacts<P>, context: RuleContext): RuleAnswer<K>;
}

/** What a rule says: findings, and what it could not tell. */
export interface RuleOutcome {
  readonly findings: readonly Finding[];
  readonly unknowns: readonly RuleUnknown[];
}

/** One rule as it is asked: where something it needs was not read, it says *unknown* with the reason. */
export interface HealthRule extends Required<RuleFacts> {
  readonly id: RuleId;
  readonly needs: readonly FactPart[];
  judge(context: RuleContext): RuleOutcome;
}
