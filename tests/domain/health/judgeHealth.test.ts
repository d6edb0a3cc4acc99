import type { FindingDecision, AcceptedFinding } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import type { JudgedFinding } from "../../../SolutionHealth/domain/health/healthReport";
import { judgeHealth, type JudgeOptions } from "../../../SolutionHealth/domain/health/judgeHealth";
import { snapshotOf } from "../../../SolutionHealth/domain/health/snapshotOf";
import { thresholdsFrom } from "../../../SolutionHealth/domain/health/thresholds";
import { A, done, factsOf, FAILED, flow, MICROSOFT, NOW, override, patch, plan, production } from "./factSamples";
import { solution } from "../solutionSamples";

const ms = solution("Ms", { publisher: MICROSOFT, packageVersion: "9.2" });
const B = solution("B", { packageVersion: "9.2" });
const nothing = { environment: production, history: [], steps: [], processes: [], owners: [], serviceRules: [] };
const clean = factsOf({
  ...nothing,
  solutions: [A, B, ms],
  connections: [],
  variables: [],
  plans: [plan(), plan({ id: "b", solution: "B" })],
});
const judge = (facts: HealthFacts, options: Partial<JudgeOptions> = {}) => judgeHealth(facts, { now: NOW, ...options });
const failed = { ...clean, ...only({ history: [done("A", 1, { result: "failed" })] }) };

function only<P extends keyof HealthFacts>(parts: Parameters<typeof factsOf>[0] & Record<P, unknown>) {
  const facts = factsOf(parts);
  return Object.fromEntries(Object.keys(parts).map((part) => [part, facts[part as P]])) as Pick<HealthFacts, P>;
}

function decisionOn(finding: JudgedFinding | undefined, change: Partial<FindingDecision> = {}): AcceptedFinding {
  if (!finding) throw new Error("There is a finding");
  const { ruleId, subject, fingerprint } = finding;
  return {
    id: "d",
    decision: "accept",
    ruleId,
    subject,
    fingerprint,
    title: "t",
    reason: "known",
    acceptedOn: NOW,
    ...(finding.solution !== undefined && { solution: finding.solution.toUpperCase() }),
    ...change,
  };
}

describe("states", () => {
  it("are healthy where all was read and nothing was found, and say what was not looked at", () => {
    const { state, counts, findings, notLookedAt } = judge(clean);
    expect([state, findings]).toEqual(["healthy", []]);
    expect(counts).toMatchObject({ solutionsHealthy: 3, solutionsUnknown: 0, solutionsAtRisk: 0 });
    expect(notLookedAt).toEqual(["overrides", "stacks", "unmanaged", "dependencies"]);
  });

  it("are the gravest of what counts, for a solution and for the environment", () => {
    const { state, solutions } = judge({ ...failed, ...only({ steps: [flow({ kind: "step", solutions: ["B"] })] }) });
    expect(state).toBe("atRisk");
    expect([...solutions.values()].map((one) => [one.solution, one.state])).toEqual([
      ["A", "atRisk"],
      ["B", "attention"],
      ["Ms", "healthy"],
    ]);
  });

  it("are unknown, never healthy, where something that was asked for could not be told", () => {
    const { state, solutions } = judge({ ...clean, variables: FAILED });
    expect(state).toBe("unknown");
    // Variables of Microsoft's solutions are not judged, so they stay what they are.
    expect([...solutions.values()].map((one) => one.state)).toEqual(["unknown", "unknown", "healthy"]);
    expect([...judge({ ...clean, history: FAILED }).solutions.values()].map((one) => one.state)).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
  });

  it("are not unknown for what nobody asked for, or what this environment has no table for", () => {
    expect(judge({ ...clean, plans: { status: "absent" }, serviceRules: { status: "absent" } }).state).toBe("healthy");
  });

  it("stay healthy with what is merely worth knowing", () => {
    const { state, byRule, counts } = judge({ ...clean, ...only({ plans: [] }) });
    expect([state, byRule.get("planMissing"), counts.findingsInfo]).toEqual(["healthy", 2, 2]);
  });

  it("are nothing at all where nothing was read", () => {
    const { solutions, unknowns, state } = judge(factsOf({ solutions: FAILED, history: FAILED }));
    expect(solutions.size).toBe(0);
    expect(state).toBe("unknown");
    expect(unknowns.length).toBeGreaterThan(40);
  });

  it("are not healthy before anything is known", () => {
    expect(judge(factsOf({})).state).toBe("unknown");
    expect(judge({ ...clean, solutions: { status: "reading" } }).state).toBe("unknown");
  });

  it("are unknown of each solution that holds something of which it could not be read who shadows whom", () => {
    const unread = [{ solutions: ["A", "B"], failure: { kind: "server" } }];
    const { solutions } = judge({ ...clean, ...only({ stacks: { components: [], unread } }) });
    expect([...solutions.values()].map((one) => one.state)).toEqual(["unknown", "unknown", "healthy"]);
  });

  it("follow the thresholds", () => {
    const patched = { ...clean, ...only({ solutions: [A, B, patch("P"), patch("Q", { version: "1.0.0.2" })] }) };
    expect(judge(patched).state).toBe("healthy");
    expect(judge(patched, { thresholds: thresholdsFrom({ patchesAtMost: 1 }) }).state).toBe("attention");
    expect(thresholdsFrom({ patchesAtMost: -3, stuckAfterHours: Number.NaN })).toMatchObject({
      patchesAtMost: 1,
      stuckAfterHours: 4,
    });
  });
});

describe("decisions", () => {
  const [finding] = judge(failed).findings;
  const acceptance = (facts: HealthFacts, decision: AcceptedFinding) => {
    const { findings, state } = judge(facts, { decisions: [decision] });
    return [findings[0]?.acceptance, state];
  };

  it("let a finding stay that is accepted as it is, whatever the case of the solution's name", () => {
    expect(acceptance(failed, decisionOn(finding))).toEqual(["accepted", "healthy"]);
  });

  it("end when something else is found", () => {
    const again = { ...clean, ...only({ history: [done("A", 0.5, { result: "failed" })] }) };
    expect(acceptance(again, decisionOn(finding))).toEqual(["changed", "atRisk"]);
  });

  it("end after their last day", () => {
    expect(acceptance(failed, decisionOn(finding, { until: "2026-02-01" }))).toEqual(["accepted", "healthy"]);
    expect(acceptance(failed, decisionOn(finding, { until: "2026-01-31" }))).toEqual(["expired", "atRisk"]);
  });

  it("put a finding off whatever becomes of it", () => {
    const snooze = { decision: "snooze", until: "2026-02-10", fingerprint: "other" } as const;
    expect(acceptance(failed, decisionOn(finding, snooze))).toEqual(["snoozed", "healthy"]);
  });

  it("are about one subject", () => {
    expect(acceptance(failed, decisionOn(finding, { subject: "another" }))).toEqual(["open", "atRisk"]);
  });
});

describe("the comparison with the last look", () => {
  const takenOn = new Date("2026-01-20T00:00:00Z");
  const pastOf = (facts: HealthFacts) => ({ ...snapshotOf(judge(facts)), takenOn });

  it("tells what is new, what is gone, and what is as it was", () => {
    const stepOff = { ...clean, ...only({ steps: [flow({ kind: "step" })] }) };
    const both = { ...failed, steps: stepOff.steps };
    const { change, findings } = judge(both, { last: pastOf(stepOff) });
    expect(change).toMatchObject({ since: takenOn, new: 1, worse: 0, better: 0, uncertain: 0, gone: [] });
    expect(findings.map((one) => [one.ruleId, one.change])).toEqual([
      ["lastOperationFailed", "new"],
      ["stepsOff", "same"],
    ]);
    expect(judge(clean, { last: pastOf(both) }).change?.gone).toEqual([
      { ruleId: "lastOperationFailed", solution: "A", severity: "atRisk" },
      { ruleId: "stepsOff", solution: "A", severity: "attention" },
    ]);
  });

  it("calls more of the same severity worse, something else changed, and a lesser severity better", () => {
    const steps = (...ids: string[]) => ({
      ...clean,
      ...only({ steps: ids.map((id) => flow({ id, kind: "step" })) }),
    });
    expect(judge(steps("a", "b"), { last: pastOf(steps("a")) }).change).toMatchObject({ worse: 1, new: 0 });
    expect(judge(steps("b"), { last: pastOf(steps("a")) }).change).toMatchObject({ worse: 0, changed: 1 });
    expect(judge(steps("c"), { last: pastOf(steps("a", "b")) }).change).toMatchObject({ worse: 0, changed: 1 });
    // A snapshot of an earlier version does not say how many there were.
    const before = pastOf(steps("a"));
    const old = { ...before, findings: before.findings.map(({ subjects: _number, ...one }) => one) };
    expect(judge(steps("a", "b"), { last: old }).change).toMatchObject({ worse: 0, changed: 1 });
    const exported = { ...clean, ...only({ history: [done("A", 1, { result: "failed", operation: "Export" })] }) };
    expect(judge(exported, { last: pastOf(failed) }).change).toMatchObject({ better: 1 });
  });

  it("calls nothing new or gone that was or is not known", () => {
    const blind = { ...clean, history: FAILED };
    expect(judge(failed, { last: pastOf(blind) }).change).toMatchObject({ new: 0, uncertain: 1 });
    expect(judge(blind, { last: pastOf(failed) }).change?.gone).toEqual([]);
    expect(judge(failed, { last: { ...pastOf(clean), leftOut: 3 } }).change).toMatchObject({ new: 0, uncertain: 1 });
  });

  it("calls nothing gone or new of a rule whose part was read in parts only, though another rule says so", () => {
    const accepted = override({ acceptance: "accepted" });
    const scan = (rows: readonly ReturnType<typeof override>[], unread: readonly string[]) => ({
      ...clean,
      ...only({ overrides: { rows, unread } }),
    });
    const [whole, part] = [scan([accepted], []), scan([], ["A"])];
    expect(judge(whole).findings.map(({ ruleId }) => ruleId)).toEqual(["overrideAccepted"]);
    expect(judge(part, { last: pastOf(whole) }).change?.gone).toEqual([]);
    expect(judge(whole, { last: pastOf(part) }).change).toMatchObject({ new: 0, uncertain: 1 });
    expect(judge(scan([], []), { last: pastOf(whole) }).change?.gone).toHaveLength(1);
  });

  it("keeps what was accepted as such", () => {
    const [finding] = judge(failed).findings;
    const snapshot = snapshotOf(judge(failed, { decisions: [decisionOn(finding)] }));
    expect(snapshot.findings).toMatchObject([{ ruleId: "lastOperationFailed", solution: "A", accepted: true }]);
    expect(snapshot.unknownRules).toContain("overrideNew");
    expect(snapshot.counts).toMatchObject({ findingsAccepted: 1, findingsAtRisk: 0 });
  });
});
