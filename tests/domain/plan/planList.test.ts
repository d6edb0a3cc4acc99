import { filterPlans, type PlanWords, sortPlans } from "../../../SolutionHealth/domain/plan/filterPlans";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";
import { listPlans, type PlanRow } from "../../../SolutionHealth/domain/plan/planList";
import { operation, solution } from "../solutionSamples";

const NOW = new Date("2026-11-28T12:00:00Z");

const plan = (name: string, parts: Partial<MaintenancePlan> = {}): MaintenancePlan => ({
  id: `plan of ${name}`,
  solution: name,
  ...parts,
});

const SOLUTIONS = [
  solution("Sales", { displayName: "Contoso Sales", version: "1.0.0.0" }),
  solution("Service", { displayName: "Contoso Service" }),
  solution("Field", { displayName: "Contoso Field" }),
  solution("Own", { displayName: "Own work", managed: false }),
];

const list = (plans: readonly MaintenancePlan[]): PlanRow[] =>
  listPlans({ solutions: SOLUTIONS, history: [], plans }, NOW);

const standings = (rows: readonly PlanRow[]): Record<string, string> =>
  Object.fromEntries(rows.map((row) => [row.solution, row.standing]));

describe("listPlans", () => {
  it("sets each plan against what is installed, whatever the case of its name", () => {
    const rows = list([plan("SALES", { expectedVersion: "2.0" }), plan("service"), plan("Gone")]);
    expect(standings(rows)).toEqual({ Sales: "contradicted", Service: "kept", Field: "missing", Gone: "gone" });
    expect(rows.find(({ solution: name }) => name === "Sales")?.findings).toMatchObject([{ ruleId: "versionBehind" }]);
  });

  it("shows a plan of a solution that needs none, asks for none, and does not take it for kept: nothing judges it", () => {
    expect(standings(list([]))).not.toHaveProperty("Own");
    expect(list([plan("own")]).find(({ solution: name }) => name === "own")).toMatchObject({
      standing: "unknown",
      doubts: ["kind"],
      displayName: "Own work",
    });
  });

  it("says nothing of the ways that were used where the history is not known", () => {
    const facts = { solutions: SOLUTIONS, plans: [plan("Sales", { way: "upgrade" })] };
    const updated = operation("Sales", { startedOn: new Date("2026-11-01T08:00:00Z") });
    const standingOf = (history: Parameters<typeof listPlans>[0]["history"]) =>
      listPlans({ ...facts, history }, NOW).find(({ solution: name }) => name === "Sales")?.standing;
    expect(standingOf(undefined)).toBe("unknown");
    expect(standingOf([updated])).toBe("contradicted");
  });

  it("does not take for kept what could not be held against anything", () => {
    const facts = { solutions: SOLUTIONS, history: undefined, plans: [plan("Sales", { expectedVersion: "soon" })] };
    const rowOf = (plans: readonly MaintenancePlan[]) =>
      listPlans({ ...facts, plans }, NOW).find(({ solution: name }) => name === "Sales");
    expect(rowOf(facts.plans)).toMatchObject({ standing: "unknown", doubts: ["version"] });
    // What the plan does not say need not be known.
    expect(rowOf([plan("Sales", { expectedVersion: "1.0" })])).toMatchObject({ standing: "kept", doubts: [] });
    const late = plan("Sales", { way: "upgrade", expectedVersion: "2.0" });
    expect(rowOf([late])).toMatchObject({ standing: "contradicted", doubts: ["history"] });
  });

  it("names further rows about the same solution, installed or not", () => {
    const older = plan("sales", { id: "older", modifiedOn: new Date("2026-01-01T00:00:00Z") });
    const newer = plan("Sales", { id: "newer", modifiedOn: new Date("2026-02-01T00:00:00Z") });
    const rows = list([older, newer, plan("Gone", { id: "a" }), plan("gone", { id: "b" })]);
    const others = rows.map(({ solution: name, plan: counted, others: further }) => [
      name,
      counted?.id,
      further.map(({ id }) => id),
    ]);
    expect(others).toEqual([
      ["Sales", "newer", ["older"]],
      ["Service", undefined, []],
      ["Field", undefined, []],
      ["Gone", "a", ["b"]],
    ]);
  });
});

describe("filterPlans", () => {
  const rows = list([
    plan("Sales", { responsible: "CRM team", notes: "Freeze in December" }),
    plan("Service", { owner: { id: "1", name: "Ann Beck", kind: "user" } }),
  ]);
  const found = (search: string, ...standing: PlanRow["standing"][]): string[] =>
    filterPlans(rows, { search, standings: standing }).map(({ solution: name }) => name);

  it.each([
    ["every word", "contoso december", ["Sales"]],
    ["who is responsible", "crm", ["Sales"]],
    ["the owner", "BECK", ["Service"]],
    ["nothing else", "warehouse", []],
    ["all, where nothing is asked for", "  ", ["Sales", "Service", "Field"]],
  ])("finds by %s", (_what, search, expected) => {
    expect(found(search)).toEqual(expected);
  });

  it("leaves the states that are chosen", () => {
    expect(found("", "missing")).toEqual(["Field"]);
    expect(found("sales", "missing")).toEqual([]);
  });
});

describe("sortPlans", () => {
  const wordOf: PlanWords = ({ plan: own, standing }) => ({ way: own?.way ?? "", standing });
  const sorted = (column: string, descending: boolean): string[] =>
    sortPlans(
      list([plan("Sales", { nextReview: "2027-02-01" }), plan("Service", { nextReview: "2027-01-01" })]),
      { column, descending },
      new Intl.Collator("en"),
      wordOf,
    ).map(({ solution: name }) => name);

  it("puts what has nothing in the column last, whichever way", () => {
    expect(sorted("nextReview", false)).toEqual(["Service", "Sales", "Field"]);
    expect(sorted("nextReview", true)).toEqual(["Sales", "Service", "Field"]);
  });

  it("goes by name for a column that nobody knows", () => {
    expect(sorted("weather", false)).toEqual(["Field", "Sales", "Service"]);
  });
});
