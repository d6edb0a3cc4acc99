import { readFact } from "../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { nameKey } from "../../SolutionHealth/domain/solutions/solutionNames";
import { type SolutionStanding, standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { cheapFacts, day, operation, solution } from "./solutionSamples";

const NOW = day(28);

const at = (facts: HealthFacts, name: string, solutions: readonly InstalledSolution[]): SolutionStanding => {
  const standingOf = standings(judgeHealth(facts, { now: NOW }));
  const row = solutions.find(({ uniqueName }) => uniqueName === name);
  if (!row) throw new Error(`No solution ${name}`);
  return standingOf(row);
};

const standingOf = (
  name: string,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[] | undefined,
): SolutionStanding => at({ ...cheapFacts(solutions), ...historyOf(history) }, name, solutions);

const historyOf = (history: readonly SolutionOperation[] | undefined): Pick<HealthFacts, "history"> => ({
  history: history ? readFact(history, NOW) : { status: "failed", failure: { kind: "server" }, readAt: NOW },
});

/** All deep parts have been read too, and nothing was found in them. */
const deepFacts = (solutions: readonly InstalledSolution[]): HealthFacts => ({
  ...cheapFacts(solutions),
  overrides: readFact({ rows: [], unread: [] }, NOW),
  stacks: readFact({ components: [], unread: [] }, NOW),
  unmanaged: readFact([], NOW),
  dependencies: readFact(
    new Map(solutions.map(({ uniqueName }) => [nameKey(uniqueName), { status: "read", missing: [] }])),
    NOW,
  ),
});

const short = ({ state, running, reasons }: SolutionStanding): string =>
  [state, ...(running && state !== "running" ? ["+"] : []), ...reasons.map(({ ruleId }) => ruleId)].join(" ");
const A = solution("A");
const staged = solution("A_Upgrade", { version: "2.0" });
const patch = (name: string, change: Partial<InstalledSolution>): InstalledSolution =>
  solution(name, { parentId: "A", ...change });
const running = { result: "running", status: "running", startedOn: NOW } as const;

describe("the state of a solution in a list", () => {
  it.each<[string, SolutionOperation[] | undefined, string]>([
    ["unknown when the history could not be read", undefined, "unknown"],
    ["that no problem was found when nothing speaks against it", [], "noProblemFound"],
    ["at risk when the last operation failed", [operation("a", { result: "failed" })], "atRisk lastOperationFailed"],
    ["running while an operation runs", [operation("A", running)], "running operationRunning"],
    ["unknown when the last operation has no result", [operation("A", { result: "unknown" })], "unknown"],
    [
      "that of the newest operation, in whatever order they come",
      [operation("A", { result: "failed", startedOn: day(1) }), operation("A", { startedOn: day(2) })],
      "noProblemFound",
    ],
    ["untouched by other solutions' failures", [operation("B", { result: "failed" })], "noProblemFound"],
  ])("is %s", (_, history, expected) => {
    expect(short(standingOf("A", [A], history))).toBe(expected);
  });

  it("needs attention on base and staged upgrade while that waits to be applied", () => {
    for (const name of ["A", "A_Upgrade"]) {
      expect(short(standingOf(name, [A, staged], []))).toBe("attention upgradeWaiting");
    }
  });

  it("is at risk on both when the last operation on either failed and left the staged upgrade over", () => {
    const history = [
      operation("A", { startedOn: day(1) }),
      operation("A_Upgrade", { startedOn: day(2), result: "failed" }),
    ];
    for (const name of ["A", "A_Upgrade"]) {
      expect(short(standingOf(name, [A, staged], history))).toBe("atRisk lastOperationFailed upgradeLeftOver");
    }
  });

  it("takes the staged upgrade for part of an upgrade that is under way", () => {
    for (const name of ["A", "A_Upgrade"]) {
      const standing = standingOf(name, [A, staged], [operation("A_Upgrade", running)]);
      expect(short(standing)).toBe("running operationRunning");
    }
  });

  it("says that something runs also where something graver decides", () => {
    const unbound = { id: "c", name: "Mail", logicalName: "cts_mail", bound: false, solutions: ["A"] };
    const facts = { ...cheapFacts([A], [operation("A", running)]), connections: readFact([unbound], NOW) };
    expect(short(at(facts, "A", [A]))).toMatch(/^(atRisk|attention) \+ connectionUnbound operationRunning$/);
  });

  it("takes for running what seems stuck, too", () => {
    const stuck = operation("A", { ...running, startedOn: day(20) });
    expect(short(standingOf("A", [A], [stuck]))).toBe("attention + operationStuck");
  });

  it("names a waiting upgrade even when the history could not be read", () => {
    expect(short(standingOf("A", [A, staged], undefined))).toBe("attention upgradeWaiting");
  });

  it.each<[string, InstalledSolution, string]>([
    ["a staged upgrade without its base", solution("B_Upgrade"), "attention upgradeWithoutBase"],
    ["a patch without its base", solution("P", { parentId: "gone" }), "atRisk patchOrphaned"],
    ["a patch that its base has overtaken", patch("P", { version: "1.0" }), "attention patchSuperseded"],
    ["a patch of another minor version", patch("P", { version: "1.1.0.0" }), "attention patchVersionMismatch"],
    ["a patch as it should be", patch("P", { version: "1.0.0.1" }), "noProblemFound"],
  ])("is right for %s", (_, row, expected) => {
    expect(short(standingOf(row.uniqueName, [A, row], []))).toBe(expected);
  });

  it("is that of the lower patch when that was installed after the higher one", () => {
    const [low, high] = [
      patch("L", { version: "1.0.1", installedOn: day(2) }),
      patch("H", { version: "1.0.2", installedOn: day(1) }),
    ];
    expect(short(standingOf("L", [A, low, high], []))).toBe("attention patchOutOfOrder");
    expect(short(standingOf("H", [A, low, high], []))).toBe("noProblemFound");
  });

  it("is not told while something is still being read, apart from what was found until then", () => {
    const reading = { ...cheapFacts([A], []), steps: { status: "reading" } } as const;
    expect(short(at(reading, "A", [A]))).toBe("checking");
    const failed = { ...reading, ...historyOf([operation("A", { result: "failed" })]) };
    expect(short(at(failed, "A", [A]))).toBe("atRisk lastOperationFailed");
  });

  it("is not told before the rules have the solution, and not at all of what nobody judges", () => {
    const [own, hidden] = [solution("Own", { managed: false }), solution("Hidden", { visible: false })];
    expect(standings(undefined)(A).state).toBe("checking");
    expect(short(at(cheapFacts([], []), "A", [A]))).toBe("checking");
    expect(short(standingOf("Own", [own, hidden], []))).toBe("notJudged");
    expect(short(standingOf("Hidden", [own, hidden], []))).toBe("notJudged");
  });

  it("is unknown, not about to be told, where the list of solutions could not be read again", () => {
    const failed = { status: "failed", failure: { kind: "server" }, readAt: NOW } as const;
    const standing = at({ ...cheapFacts([A]), solutions: failed }, "A", [A]);
    expect(standing.state).toBe("unknown");
    expect(standing.open.every(({ part }) => part === "solutions")).toBe(true);
  });

  it("is healthy only where everything that a rule goes by was looked at", () => {
    expect(at(deepFacts([A]), "A", [A])).toMatchObject({ state: "healthy", notLookedAt: [] });
    const scanning = { ...deepFacts([A]), overrides: { status: "reading" } } as const;
    expect(at(scanning, "A", [A])).toMatchObject({ state: "noProblemFound", notLookedAt: ["overrides"] });
    const off = { id: "f", kind: "flow", name: "Mail", state: "off", shipped: "notRead", solutions: ["A"] } as const;
    const open = { ...deepFacts([A]), processes: readFact([off], NOW) };
    expect(at(open, "A", [A])).toMatchObject({ state: "noProblemFound", notLookedAt: ["processes"] });
  });

  it("is unknown where something that was asked for could not be told", () => {
    const unread = readFact({ rows: [], unread: ["A"] }, NOW);
    const standing = at({ ...deepFacts([A]), overrides: unread }, "A", [A]);
    expect(standing).toMatchObject({ state: "unknown", open: [{ ruleId: "overrideNew", part: "overrides" }] });
  });

  it("does not lay at the door of Microsoft's solutions what only own ones are judged by", () => {
    const publisher = { id: "m", uniqueName: "microsoftdynamics", displayName: "Dynamics 365", prefix: "msdyn" };
    const platform = solution("Platform", { publisher });
    const failed = { status: "failed", failure: { kind: "server" }, readAt: NOW } as const;
    const facts = { ...cheapFacts([A, platform]), steps: failed };
    expect(at(facts, "Platform", [platform])).toMatchObject({ state: "noProblemFound", open: [] });
    expect(at(facts, "A", [A])).toMatchObject({ state: "unknown", open: [{ ruleId: "stepsOff" }] });
  });

  it("says that another solution may lie above since it has changed", () => {
    const facts = { ...deepFacts([A]), stacks: readFact({ components: [], unread: [], outdated: ["b"] }, NOW) };
    expect(at(facts, "A", [A])).toMatchObject({ state: "noProblemFound", notLookedAt: ["stacks"] });
  });

  it("leaves out what was accepted", () => {
    const facts = deepFacts([A, staged]);
    const [finding] = judgeHealth(facts, { now: NOW }).findings.filter(({ ruleId }) => ruleId === "upgradeWaiting");
    if (!finding) throw new Error("The staged upgrade was not found.");
    const { ruleId, subject, fingerprint } = finding;
    const decision = { id: "1", decision: "accept", ruleId, solution: "A", subject, fingerprint } as const;
    const decisions = [{ ...decision, title: "", reason: "agreed", acceptedOn: NOW }];
    const told = standings(judgeHealth(facts, { now: NOW, decisions }));
    expect([A, staged].map((row) => short(told(row)))).toEqual(["healthy", "healthy"]);
  });

  it("is told once for everybody who asks", () => {
    const told = standings(judgeHealth(deepFacts([A]), { now: NOW }));
    expect(told(A)).toBe(told(A));
  });
});
