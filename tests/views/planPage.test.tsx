/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { MaintenancePlan } from "../../SolutionHealth/domain/plan/maintenancePlan";
import type { PlanState } from "../../SolutionHealth/state/plan/model";
import { App } from "../../SolutionHealth/views/App";
import type { Place } from "../../SolutionHealth/views/host";
import { FakePlans } from "./fakePlans";
import { appState, failure, fakeHost, FakeStore, id, otherStores, ready, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const SALES = solution(1, { uniqueName: "Sales", displayName: "Contoso Sales", version: "1.0.0.0" });
const SERVICE = solution(2, { uniqueName: "Service", displayName: "Contoso Service" });
const PLAN: MaintenancePlan = {
  id: id(50),
  etag: 'W/"1"',
  solution: "Sales",
  responsible: "CRM team",
  expectedVersion: "2.0",
  modifiedBy: "Ann Beck",
  modifiedOn: new Date("2026-01-01T09:00:00Z"),
};

function open(parts: Partial<PlanState> = {}, at: Partial<Place> = {}) {
  let place: Place = { page: "plan", ...at };
  const host = fakeHost({
    place: { read: () => place, write: (next) => void (place = next), onChange: () => () => undefined },
  });
  const plan = new FakePlans({ status: "ready", plans: [PLAN], missing: [], saving: new Map(), ...parts });
  const store = new FakeStore(appState({ solutions: ready([SALES, SERVICE]) }));
  const shown = render(<App host={host} store={store} {...otherStores()} plan={plan} />);
  return { ...shown, host, plan, place: () => place };
}

const click = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));
const panel = (): HTMLElement => screen.getByRole("dialog");
const type = (label: string, value: string): void =>
  void fireEvent.change(within(panel()).getByLabelText(label), { target: { value } });

describe("the plan page", () => {
  it("sets plans against what is installed, and filters by it", () => {
    open();
    expect(screen.getByText("Version 1.0.0.0 is installed, 2.0 is expected.")).toBeTruthy();
    click(/1 No plan yet/);
    expect(screen.queryByText("Contoso Sales")).toBeNull();
    expect(screen.getByText("Contoso Service")).toBeTruthy();
  });

  it("changes a plan as it was shown, and only where something was changed and nothing is wrong", async () => {
    const { plan } = open({}, { solution: SALES.id });
    const save = (): HTMLButtonElement => within(panel()).getByRole("button", { name: "Save plan" });
    const isOff = (): boolean => save().disabled || save().getAttribute("aria-disabled") === "true";
    expect(isOff()).toBe(true);
    type("Expected version", "four");
    expect(await within(panel()).findByText("Write a version such as 4.2 or 4.2.0.0.")).toBeTruthy();
    expect(isOff()).toBe(true);
    type("Expected version", " 2.1 ");
    fireEvent.click(save());
    expect(plan.asked).toEqual([
      ["save", { solution: "Sales", responsible: "CRM team", expectedVersion: "2.1" }, PLAN],
    ]);
  });

  it("makes a plan for a solution that has none; a finding leads to it by its name", () => {
    const { plan } = open({}, { about: "Service" });
    fireEvent.click(within(panel()).getByRole("button", { name: "Reviewed today" }));
    fireEvent.click(within(panel()).getByRole("button", { name: "Make plan" }));
    expect(plan.asked).toEqual([["save", { solution: "Service", lastReview: "2026-01-02" }, undefined]]);
  });

  it("keeps what was typed when a save fails, and says why", () => {
    const { plan } = open({}, { solution: SALES.id });
    type("Notes", "Ask first");
    act(() =>
      plan.set({ saving: new Map([["sales", { status: "failed", failure: failure({ kind: "forbidden" }) }]]) }),
    );
    expect(within(panel()).getByText("The plan was not saved.")).toBeTruthy();
    expect(within(panel()).getByLabelText<HTMLTextAreaElement>("Notes").value).toBe("Ask first");
  });

  it("names further rows about a solution, which can go", () => {
    const older: MaintenancePlan = { id: id(51), solution: "sales", responsible: "Old team" };
    const { plan } = open({ plans: [PLAN, older] }, { solution: SALES.id });
    expect(within(panel()).getByText(/There is one more row for this solution/)).toBeTruthy();
    click(/^Remove plan: Responsible: Old team/);
    expect(plan.asked).toEqual([["remove", older]]);
  });

  it("makes plans for all that have none, and tells how that went", () => {
    const { plan } = open();
    click("Make a plan for one without");
    fireEvent.change(within(panel()).getByLabelText("Responsible"), { target: { value: "Platform" } });
    click("Make one plan");
    expect(plan.asked).toEqual([["makePlans", ["Service"], { responsible: "Platform" }]]);
    const failed = [{ solution: "Service", failure: failure({ kind: "forbidden" }) }];
    act(() => plan.set({ making: { status: "finished", done: 0, total: 1, failed } }));
    expect(screen.getByText(/One could not be made\./)).toBeTruthy();
  });

  it("lets who may not write look, and says what is missing", () => {
    open({ missing: ["prvWriteshl_MaintenancePlan"] }, { solution: SALES.id });
    expect(screen.getByText(/prvWriteshl_MaintenancePlan/)).toBeTruthy();
    expect(within(panel()).queryByRole("textbox")).toBeNull();
    expect(within(panel()).getByText("CRM team")).toBeTruthy();
  });

  it("says what is missing where the tables are not installed, and looks again on request", () => {
    const { plan } = open({ status: "absent", plans: [] });
    expect(screen.getByText("Plans need the solution Solution Health")).toBeTruthy();
    click("Look again");
    expect(plan.asked).toEqual([["refresh"]]);
  });

  it("says that plans could not be read, and claims none to be missing", () => {
    open({ status: "failed", plans: [], failure: failure({ kind: "forbidden" }) });
    expect(screen.getByText("The plans could not be read.")).toBeTruthy();
    expect(screen.queryByText("No plan yet")).toBeNull();
  });

  it("exports what the filters leave, with cells that no spreadsheet runs", () => {
    const { host } = open({ plans: [{ ...PLAN, notes: "=1+1" }] });
    click(/1 Against the plan/);
    click("Export CSV");
    const [name, content] = host.saveFile.mock.calls[0] ?? [];
    expect(name).toBe("maintenance-plans_Contoso-Prod_2026-01-02.csv");
    expect(content).toContain("'=1+1");
    expect(content).not.toContain("Contoso Service");
  });

  it("has no accessibility violations, with a panel open", async () => {
    const { container } = open({}, { solution: SALES.id });
    expect(await axe(container)).toHaveNoViolations();
    expect(await axe(panel())).toHaveNoViolations();
  });
});
