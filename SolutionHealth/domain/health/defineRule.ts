import { sha256OfText } from "../sha256";
import type { Fact } from "./fact";
import type { FactPart, HealthFacts } from "./healthFacts";
import type { Finding } from "./finding";
import type { RuleId } from "./evidence";
import type { HealthRule, KnownFacts, RuleAnswer, RuleDefinition, RuleFinding, RuleUnknown } from "./rule";

/** A rule that is asked only where all it needs was read, and whose findings can be told apart and accepted. */
export function defineRule<K extends RuleId, P extends FactPart>(rule: RuleDefinition<K, P>): HealthRule {
  const { id, group, severity, source, scope, needs, thresholds = [] } = rule;
  return {
    id,
    group,
    severity,
    source,
    scope,
    needs,
    thresholds,
    judge: (context) => {
      const missing = needs.flatMap((part) => unreadReason(part, context.facts) ?? []);
      if (missing.length > 0) return { findings: [], unknowns: missing.map((one) => ({ ruleId: id, ...one })) };
      const { findings, unknowns = [] } = rule.evaluate(knownFacts(needs, context.facts), context);
      return {
        findings: findings.map((finding) => completed(rule, finding)),
        unknowns: unknowns.map((unknown) => ({ ruleId: id, ...unknown })),
      };
    },
  };
}

function unreadReason(part: FactPart, facts: HealthFacts): Omit<RuleUnknown, "ruleId"> | undefined {
  const fact: Fact<unknown> = facts[part];
  if (fact.status === "read") return undefined;
  return { part, reason: fact.status, ...(fact.status === "failed" && { failure: fact.failure }) };
}

/** Only called where all of them were read. */
function knownFacts<P extends FactPart>(needs: readonly P[], facts: HealthFacts): KnownFacts<P> {
  const entries = needs.map((part) => {
    const fact: Fact<unknown> = facts[part];
    return [part, fact.status === "read" ? fact.value : undefined] as const;
  });
  return Object.fromEntries(entries) as KnownFacts<P>;
}

function completed<K extends RuleId, P extends FactPart>(
  { id, group, severity }: RuleDefinition<K, P>,
  { essence = [], subject = "", ...finding }: RuleAnswer<K>["findings"][number],
): Finding {
  const fingerprint = fingerprintOf(id, subject, finding, essence);
  // One of the union: which one, only whoever wrote the rule knows.
  return { ruleId: id, group, severity, subject, ...finding, fingerprint } as unknown as Finding;
}

function fingerprintOf<K extends RuleId>(
  ruleId: K,
  subject: string,
  { solution = "", subjects }: RuleFinding<K>,
  essence: readonly string[],
): string {
  const about = subjects.map(({ kind, id, name }) => `${kind} ${id ?? name}`).sort();
  return sha256OfText(JSON.stringify([ruleId, solution.toLowerCase(), subject, about, essence]));
}
