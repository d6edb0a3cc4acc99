import type { FactFailure } from "./fact";
import type { FactPart, HealthFacts } from "./healthFacts";
import type { FindingOf, RuleGroup, Severity } from "./finding";
import type { RuleId } from "./evidence";
import type { HealthThresholds } from "./thresholds";

/**
 * Why a rule could say nothing, of the environment or of one solution:
 * - `notAsked`, `reading`, `absent`, `failed` as the fact it needs
 * - `notTold` the environment does not keep what the rule needs
 */
export interface RuleUnknown {
  readonly ruleId: RuleId;
  /** Unique name; undefined where the rule could say nothing at all. */
  readonly solution?: string;
  readonly reason: "notAsked" | "reading" | "absent" | "failed" | "notTold";
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
  /**
   * What of the evidence is accepted with it, as text: when it changes, an acceptance ends. The names and ids of the
   * subjects always are.
   */
  readonly essence?: string;
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

/** One rule. It is asked only where all it needs was read; else the answer is *unknown*, with the reason. */
export interface HealthRule<K extends RuleId = RuleId, P extends FactPart = FactPart> {
  readonly id: K;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** Where the platform's behaviour behind the rule is documented. */
  readonly source: string;
  readonly needs: readonly P[];
  /** The thresholds it goes by. */
  readonly thresholds: readonly (keyof HealthThresholds)[];
  /** Whether the rule has something to say about the environment at all: some are for production only. */
  applies?(facts: HealthFacts): boolean;
  evaluate(known: KnownFacts<P>, context: RuleContext): RuleAnswer<K>;
}
