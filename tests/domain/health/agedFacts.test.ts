import { agedFacts, agedOverrides, changedSolutions } from "../../../SolutionHealth/domain/health/agedFacts";
import type { DependencyReading, MissingDependency } from "../../../SolutionHealth/domain/health/deepFacts";
import { NOT_ASKED, valueOf } from "../../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import { judgeHealth } from "../../../SolutionHealth/domain/health/judgeHealth";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { day, solution } from "../solutionSamples";
import { A, factsOf, known, layer, NOW, override, stacked } from "./factSamples";

const B = solution("B");
const C = solution("C");
const newB = solution("B", { version: "2.0" });
const handMade = solution("Hotfixes", { managed: false });
const end = { id: "x", type: 1 };

const missing = (requiredSolution: string): MissingDependency => ({ required: end, dependent: end, requiredSolution });
const needs = (...solutions: string[]): DependencyReading => ({ status: "read", missing: solutions.map(missing) });

function changed(before: readonly InstalledSolution[], now: readonly InstalledSolution[]) {
  const found = changedSolutions(before, now);
  if (!found) throw new Error("Nothing has changed.");
  return found;
}

const aged = (facts: HealthFacts, before: readonly InstalledSolution[], now: readonly InstalledSolution[]) =>
  agedFacts(facts, changed(before, now), now);

describe("which solutions are not as they were", () => {
  it("are those of another version, brought again, new or gone", () => {
    const again = solution("C", { updatedOn: day(5) });
    expect(changed([A, B, C], [A, newB, again]).names).toEqual(new Set(["b", "c"]));
    expect(changed([A, B], [A, C]).names).toEqual(new Set(["b", "c"]));
  });

  it("are none where the list only was read again", () => {
    expect(changedSolutions([A, B], [{ ...B }, { ...A }])).toBeUndefined();
  });
});

describe("what stays of deep results when a solution changes", () => {
  it("is what other solutions miss, unless that may have come", () => {
    const readings = new Map([
      ["a", needs()],
      ["b", needs()],
      ["c", needs("A")],
      ["d", needs("A", "B")],
      ["e", needs("")],
      ["f", needs("00000000-0000-4000-8000-000000000001")],
    ]);
    const all = ["A", "B", "C", "D", "E", "F"].map((name) => solution(name));
    const after = all.map((one) => (one.uniqueName === "B" ? newB : one));
    const { dependencies } = aged(factsOf({ dependencies: readings }), all, after);
    const stays = [...(valueOf(dependencies) ?? [])].filter(([, { status }]) => status === "read").map(([key]) => key);
    expect(stays).toEqual(["a", "c"]);
  });

  it("is every stack without a layer of it, and that others may be under it now is said", () => {
    const components = [stacked(layer("B"), layer("A")), { ...stacked(layer("C"), layer("A")), id: "other" }];
    const { stacks } = aged(factsOf({ stacks: { components, unread: [] } }), [A, B, C], [A, newB, C]);
    expect(valueOf(stacks)).toMatchObject({ components: [{ id: "other" }], outdated: ["b"] });
  });

  it("adds up over several changes", () => {
    const facts = factsOf({ stacks: { components: [], unread: [] } });
    const once = { ...facts, ...aged(facts, [A, B, C], [A, newB, C]) };
    const { stacks } = aged(once, [A, newB, C], [A, newB]);
    expect(valueOf(stacks)?.outdated).toEqual(["b", "c"]);
  });

  it("is what is unmanaged, unless an unmanaged solution has changed", () => {
    const facts = factsOf({ unmanaged: [] });
    expect(aged(facts, [A, B, handMade], [A, newB, handMade]).unmanaged).toBe(facts.unmanaged);
    expect(aged(facts, [A, B], [A, B, handMade]).unmanaged).toEqual(NOT_ASKED);
  });

  it("is every override without a layer of it underneath", () => {
    const of = (key: string, stack?: string[]) =>
      override({ owner: "A", ...(stack && { stack }), component: { ...override({}).component, key } });
    const rows = [of("under", ["Active", "B", "A"]), of("beside", ["Active", "A"]), of("untold")];
    const scan = agedOverrides({ rows, unread: [] }, new Set(["b"]));
    expect(scan.rows.map(({ component }) => component.key)).toEqual(["beside", "untold"]);
    expect(agedOverrides({ rows, unread: [] }, new Set(["a"])).rows).toEqual([]);
  });

  it("is nothing of a part that was not read", () => {
    const facts = factsOf({});
    expect(aged(facts, [A], [A, B])).toEqual({ dependencies: NOT_ASKED, stacks: NOT_ASKED, unmanaged: NOT_ASKED });
  });
});

describe("what the rules say of results that are partly old", () => {
  const facts = factsOf({
    solutions: [A, newB],
    overrides: agedOverrides({ rows: [override({})], unread: [] }, new Set(["b"])),
    stacks: { components: [], unread: [], outdated: ["b"] },
    dependencies: new Map<string, DependencyReading>([
      ["a", needs()],
      ["b", { status: "outdated" }],
    ]),
  });
  const report = judgeHealth(facts, { now: NOW });
  const about = ({ ruleId, solution: name }: { readonly ruleId: string; readonly solution?: string }): string =>
    [ruleId, name].join(" ").trim();

  it("finds what belongs to others, and says of which solution it does not know, and why", () => {
    expect(report.findings.map(about)).toContain("overrideNew A");
    const outdated = report.unknowns.filter(({ reason }) => reason === "outdated");
    expect(outdated.map(about).sort()).toEqual([
      "dependencyMissing B",
      "layerShadowed B",
      "layerUnexplained",
      "overrideNew B",
    ]);
  });

  it("says it too of a solution that came after all others were read", () => {
    const later = judgeHealth({ ...facts, solutions: known([A, newB, C]) }, { now: NOW });
    expect(later.unknowns).toContainEqual({
      ruleId: "dependencyMissing",
      solution: "C",
      reason: "outdated",
      part: "dependencies",
    });
  });

  it("does not tell as gone, or as worse, what may only have been dropped", () => {
    const past = { counts: report.counts, unknownRules: [], leftOut: 0, takenOn: day(1) };
    const was = (ruleId: string, name: string) =>
      ({ ruleId, solution: name, subject: "", fingerprint: "then", severity: "attention" }) as const;
    const last = { ...past, findings: [was("severalPublishers", "B"), was("overrideNew", "A"), was("stepsOff", "B")] };
    const { change, findings } = judgeHealth({ ...facts, steps: known([]) }, { now: NOW, last });
    expect(change?.gone).toEqual([{ ruleId: "stepsOff", solution: "B", severity: "attention" }]);
    expect(findings.find(({ ruleId }) => ruleId === "overrideNew")?.change).toBe("same");
  });
});
