import type { RuleUnknown } from "./rule";
import { RULES } from "./rules";

/**
 * Ids of rules that may not have found all there is: those that say so, and those that go by the same part as one that
 * says so because it could not be read, or not since a solution changed. What of a part is unread is told once, by one of
 * the rules.
 */
export function silentRules(unknowns: readonly RuleUnknown[]): ReadonlySet<string> {
  const unread = new Set(
    unknowns.filter(({ reason }) => reason === "failed" || reason === "outdated").map(({ part }) => part),
  );
  const partial = RULES.filter(({ needs }) => needs.some((part) => unread.has(part)));
  return new Set([...unknowns.map(({ ruleId }) => ruleId), ...partial.map(({ id }) => id)]);
}
