import { checkPlan } from "../../../SolutionHealth/domain/plan/checkPlan";
import { addDays, dayOf, daysBetween, isDay } from "../../../SolutionHealth/domain/plan/day";
import { duplicatePlans, plansBySolution } from "../../../SolutionHealth/domain/plan/maintenancePlan";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";

const plan = (id: string, solution: string, modifiedOn?: string): MaintenancePlan => ({
  id,
  solution,
  ...(modifiedOn && { modifiedOn: new Date(modifiedOn) }),
});

describe("days", () => {
  it("tell a day from what only looks like one", () => {
    expect(isDay("2026-02-28")).toBe(true);
    expect(isDay("2024-02-29")).toBe(true);
    expect(["2026-02-30", "2026-2-3", "03.02.2026", "", "2026-13-01"].filter(isDay)).toEqual([]);
  });

  it("are counted over the end of a month and of summer time", () => {
    expect(addDays("2026-03-28", 3)).toBe("2026-03-31");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-10-24", "2026-10-27")).toBe(3);
    expect(daysBetween("2026-10-27", "2026-10-24")).toBe(-3);
    expect(dayOf(new Date("2026-10-24T23:59:59Z"))).toBe("2026-10-24");
  });
});

describe("plansBySolution", () => {
  it("finds a plan whatever the case of the unique name", () => {
    const rows = [plan("a", "Contoso_Sales")];
    expect(plansBySolution(rows).get("contoso_sales")).toBe(rows[0]);
  });

  it("lets the row changed last count where two are about one solution, and names the other", () => {
    const older = plan("a", "contoso", "2026-01-01T00:00:00Z");
    const newer = plan("b", "Contoso", "2026-01-02T00:00:00Z");
    for (const rows of [
      [older, newer],
      [newer, older],
    ]) {
      expect(plansBySolution(rows).get("contoso")).toBe(newer);
      expect(duplicatePlans(rows)).toEqual([older]);
    }
  });

  it("gives the same answer in any order where nobody knows which came last", () => {
    const rows = [plan("b", "x"), plan("a", "x")];
    expect(plansBySolution(rows).get("x")?.id).toBe("a");
    expect(plansBySolution([...rows].reverse()).get("x")?.id).toBe("a");
  });
});

describe("checkPlan", () => {
  it("takes a plan that says nothing but its solution, and a full one", () => {
    expect(checkPlan({ solution: "contoso" })).toEqual([]);
    expect(
      checkPlan({
        solution: "contoso",
        responsible: "CRM team",
        way: "upgrade",
        expectedVersion: "4.2",
        lastReview: "2026-01-01",
        nextReview: "2026-07-01",
        notes: "",
      }),
    ).toEqual([]);
  });

  it("refuses a plan without solution", () => {
    expect(checkPlan({ solution: " " })).toEqual([{ field: "solution", kind: "missing" }]);
  });

  it("refuses what is no version and what is no day, each by its field", () => {
    expect(checkPlan({ solution: "x", expectedVersion: "4.x", lastReview: "2026-02-30", nextReview: "soon" })).toEqual([
      { field: "expectedVersion", kind: "notAVersion" },
      { field: "lastReview", kind: "notADay" },
      { field: "nextReview", kind: "notADay" },
    ]);
  });

  it("refuses a next review before the last one, not one on the same day", () => {
    expect(checkPlan({ solution: "x", lastReview: "2026-07-02", nextReview: "2026-07-01" })).toEqual([
      { field: "nextReview", kind: "beforeLastReview" },
    ]);
    expect(checkPlan({ solution: "x", lastReview: "2026-07-01", nextReview: "2026-07-01" })).toEqual([]);
  });

  it("refuses what its column would cut off", () => {
    expect(checkPlan({ solution: "x", notes: "n".repeat(4001) })).toEqual([
      { field: "notes", kind: "tooLong", limit: 4000 },
    ]);
    expect(checkPlan({ solution: "x", notes: "n".repeat(4000) })).toEqual([]);
  });
});
