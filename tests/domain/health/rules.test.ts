import { RULES } from "../../../SolutionHealth/domain/health/rules";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import type { HealthRule, RuleOutcome } from "../../../SolutionHealth/domain/health/rule";
import { DEFAULT_THRESHOLDS, THRESHOLDS } from "../../../SolutionHealth/domain/health/thresholds";
import { NOW } from "./factSamples";
import { RULE_CASES } from "./ruleCases";

const ask = (rule: HealthRule, facts: HealthFacts): RuleOutcome =>
  rule.judge({ facts, thresholds: DEFAULT_THRESHOLDS, now: NOW });

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the rule %s", (id, rule) => {
  const cases = RULE_CASES[id];
  if (!cases) throw new Error(`No cases for ${id}`);

  it("finds what it is for, with its evidence and an action", () => {
    const [facts, evidence, severity = rule.severity] = cases.found;
    const [first, ...others] = ask(rule, facts).findings;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ ruleId: id, group: rule.group, severity, evidence });
    expect(Object.keys(first?.evidence ?? {}).sort()).toEqual(Object.keys(evidence).sort());
    expect(first?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.action.kind).toBeTruthy();
  });

  it.each(Object.entries(cases.clean))("finds nothing when %s", (_why, facts) => {
    expect(ask(rule, facts)).toEqual({ findings: [], unknowns: [] });
  });

  it.each(Object.entries(cases.unknown))("says unknown when %s", (_why, facts) => {
    const { findings, unknowns } = ask(rule, facts);
    expect(findings).toEqual([]);
    expect(unknowns.length).toBeGreaterThan(0);
    for (const unknown of unknowns) expect(unknown).toMatchObject({ ruleId: id, part: expect.any(String) as string });
  });

  it("says where it comes from, and goes by thresholds that there are", () => {
    expect(rule.source.length).toBeGreaterThan(5);
    for (const threshold of rule.thresholds) expect(THRESHOLDS).toHaveProperty(threshold);
  });
});

it("uses every threshold somewhere", () => {
  const used = new Set(RULES.flatMap(({ thresholds }) => thresholds));
  expect([...used].sort()).toEqual(Object.keys(THRESHOLDS).sort());
});
