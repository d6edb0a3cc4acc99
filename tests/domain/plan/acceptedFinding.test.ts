import {
  type AcceptedFinding,
  type FindingDecision,
  checkDecision,
  decisionKey,
  decisionsBySubject,
  isDecisionOver,
} from "../../../SolutionHealth/domain/plan/acceptedFinding";

const NOW = new Date("2026-11-28T22:00:00Z");

const decision = (part: Partial<FindingDecision> = {}): FindingDecision => ({
  decision: "accept",
  ruleId: "holdingLeftBehind",
  solution: "Contoso_Sales",
  subject: "Contoso_Sales_Upgrade",
  fingerprint: "f1",
  title: "Upgrade left behind",
  reason: "Applied next week",
  ...part,
});

const row = (id: string, acceptedOn: string, part: Partial<FindingDecision> = {}): AcceptedFinding => ({
  ...decision(part),
  id,
  acceptedOn: new Date(acceptedOn),
});

describe("checkDecision", () => {
  it("takes an acceptance without end and a snooze with one", () => {
    expect(checkDecision(decision(), NOW)).toEqual([]);
    expect(checkDecision(decision({ decision: "snooze", until: "2026-12-05" }), NOW)).toEqual([]);
  });

  it("asks for a reason, and for the end of a snooze", () => {
    expect(checkDecision(decision({ decision: "snooze", reason: "  " }), NOW)).toEqual([
      { field: "reason", kind: "missing" },
      { field: "until", kind: "missing" },
    ]);
  });

  it("takes today as the last day, and refuses yesterday and what is no day", () => {
    expect(checkDecision(decision({ until: "2026-11-28" }), NOW)).toEqual([]);
    expect(checkDecision(decision({ until: "2026-11-27" }), NOW)).toEqual([{ field: "until", kind: "past" }]);
    expect(checkDecision(decision({ until: "2026-11-31" }), NOW)).toEqual([{ field: "until", kind: "notADay" }]);
  });

  it("refuses what its column would cut off", () => {
    expect(checkDecision(decision({ reason: "r".repeat(2001) }), NOW)).toEqual([
      { field: "reason", kind: "tooLong", limit: 2000 },
    ]);
  });
});

describe("isDecisionOver", () => {
  it("counts the last day whole, and never ends what has no end", () => {
    expect(isDecisionOver({ decision: "accept", until: "2026-11-28" }, NOW)).toBe(false);
    expect(isDecisionOver({ decision: "snooze", until: "2026-11-27" }, NOW)).toBe(true);
    expect(isDecisionOver({ decision: "accept" }, NOW)).toBe(false);
  });

  it("is true of a snooze that somebody made without a day: nothing is put off for ever", () => {
    expect(isDecisionOver({ decision: "snooze" }, NOW)).toBe(true);
  });
});

describe("decisionsBySubject", () => {
  it("keeps one decision a subject, the later one, also where the evidence has changed", () => {
    const first = row("a", "2026-11-01T00:00:00Z");
    const second = row("b", "2026-11-02T00:00:00Z", { fingerprint: "f2", solution: "contoso_sales" });
    for (const rows of [
      [first, second],
      [second, first],
    ]) {
      expect([...decisionsBySubject(rows).values()]).toEqual([second]);
    }
  });

  it("keeps apart rules, solutions, subjects and the environment as a whole", () => {
    const keys = [
      decision(),
      decision({ ruleId: "other" }),
      decision({ solution: "Fabrikam" }),
      decision({ subject: "other" }),
      { ruleId: "holdingLeftBehind", subject: "Contoso_Sales_Upgrade" },
    ].map(decisionKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
