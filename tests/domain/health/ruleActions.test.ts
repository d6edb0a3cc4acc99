import { RULES } from "../../../SolutionHealth/domain/health/rules";
import { DEFAULT_THRESHOLDS } from "../../../SolutionHealth/domain/health/thresholds";
import { ACTION_FORMS, ACTION_PATHS, formOf } from "../../browser/healthActions";
import { NOW } from "./factSamples";
import { RULE_CASES } from "./ruleCases";

/** The action of what each rule finds. */
const ACTIONS = RULES.map((rule) => {
  const facts = RULE_CASES[rule.id]?.found[0];
  const [finding] = facts ? rule.judge({ facts, thresholds: DEFAULT_THRESHOLDS, now: NOW }).findings : [];
  if (!finding) throw new Error(`The case of ${rule.id} has no finding.`);
  return { rule: rule.id, form: formOf(finding.action) };
});

describe("the way from a finding to the page that puts it right", () => {
  it.each(ACTIONS)("is of a kind that is followed in a browser: $rule, $form", ({ form }) => {
    expect(ACTION_FORMS).toContain(form);
  });

  it.each(Object.entries(ACTION_PATHS))("is followed in a browser from a rule that has it: %s", (form, { rule }) => {
    expect(ACTIONS).toContainEqual({ rule, form });
  });
});
