/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { axe, toHaveNoViolations } from "jest-axe";
import { readFact } from "../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import type { HealthStoreState } from "../../SolutionHealth/state/health/model";
import { App } from "../../SolutionHealth/views/App";
import type { Place } from "../../SolutionHealth/views/host";
import { FakeHealth, healthState } from "./fakeHealth";
import { appState, FABRIKAM, fakeHost, FakeStore, id, operation, otherStores, ready, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const AT = new Date("2026-01-02T03:00:00Z");
const SALES = solution(1, { uniqueName: "Sales", displayName: "Contoso Sales" });
const ADDONS = solution(2, { uniqueName: "Addons", displayName: "Addons", publisher: FABRIKAM });
const FAILED = operation(5, {
  solutionUniqueName: "Sales",
  suboperation: "Update",
  result: "failed",
  startedOn: new Date("2025-12-30T08:00:00Z"),
});
const FACTS: Partial<HealthFacts> = {
  environment: readFact({ organizationId: id(1), name: "Contoso Prod", kind: "production", version: "9.2.1.1" }, AT),
  solutions: readFact([SALES, ADDONS], AT),
  history: readFact([FAILED], AT),
  variables: readFact(
    [
      {
        id: id(7),
        name: "Server",
        schemaName: "fab_Server",
        required: true,
        hasDefault: false,
        hasValue: false,
        solutions: ["Addons"],
      },
    ],
    AT,
  ),
  steps: { status: "failed", failure: { kind: "forbidden", privilege: "prvReadStep" }, readAt: AT },
  plans: { status: "absent" },
};

function open(parts: Partial<HealthStoreState> = {}, facts: Partial<HealthFacts> = FACTS) {
  let place: Place = { page: "health" };
  const host = fakeHost({
    place: { read: () => place, write: (next) => void (place = next), onChange: () => () => undefined },
  });
  const health = new FakeHealth(healthState(facts, parts));
  const store = new FakeStore(appState({ solutions: ready([SALES, ADDONS]), history: ready([FAILED]) }));
  const shown = render(<App host={host} store={store} {...otherStores()} health={health} />);
  return { ...shown, health, host, store, place: () => place };
}

const click = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));

describe("the health page", () => {
  it("says how the environment stands and why, in words", () => {
    open();
    expect(screen.getByRole("heading", { name: "This environment is at risk" })).toBeTruthy();
    expect(screen.getByText("Because of: Contoso Sales: Update failed (version 1.0.0.0)")).toBeTruthy();
    expect(screen.getByText(/^4 parts have not been looked at yet: /)).toBeTruthy();
  });

  it("tells each finding with its age, its meaning and one action that leads to the page that does it", () => {
    const { place } = open();
    const list = within(screen.getByRole("list", { name: "Contoso Sales" }));
    expect(list.getByText(/since 2025-12-30/)).toBeTruthy();
    expect(list.getByText(/what the release was to bring is missing/)).toBeTruthy();
    click("See what happened: Update failed (version 1.0.0.0)");
    expect(place()).toEqual({ page: "history", operation: id(5) });
  });

  it("leads out to the maker portal where the product cannot do it", () => {
    const { host } = open();
    fireEvent.click(screen.getByRole("link", { name: /Open environment variables/ }));
    expect(host.openUrl).toHaveBeenCalledWith(expect.stringContaining(`/environments/${id(42)}/solutions/${id(2)}`));
  });

  it("filters by state, by publisher and by kind, and clears it", () => {
    open();
    const groups = (): (string | null)[] =>
      screen
        .queryAllByRole("list")
        .flatMap((one) => (one.querySelector("strong") ? one.getAttribute("aria-label") : []));
    expect(groups()).toEqual(["Contoso Sales", "Addons"]);
    click("1 solution at risk");
    expect(groups()).toEqual(["Contoso Sales"]);
    click("Clear filters");
    click(/^Fabrikam/);
    expect(groups()).toEqual(["Addons"]);
    click("1 solution at risk");
    expect(screen.getByText("No finding matches")).toBeTruthy();
  });

  it("opens what is left when the list is narrowed, also what was too far down to be open", () => {
    const many = Array.from({ length: 9 }, (_, index) => solution(20 + index, { uniqueName: `A${index}` }));
    const variables = [ADDONS, ...many].map(({ uniqueName }, index) => ({
      id: id(40 + index),
      name: "Server",
      schemaName: "fab_Server",
      required: true,
      hasDefault: false,
      hasValue: false,
      solutions: [uniqueName],
    }));
    const found = () => screen.queryByRole("list", { name: "Addons" });
    open({}, { ...FACTS, solutions: readFact([SALES, ADDONS, ...many], AT), variables: readFact(variables, AT) });
    expect(found()).toBeNull();
    click(/^Fabrikam/);
    expect(found()).toBeTruthy();
  });

  it("says how far a deep result still counts", () => {
    open({}, { ...FACTS, overrides: readFact({ rows: [], unread: [], outdated: ["sales"] }, AT) });
    click(/^What was read/);
    const row = screen.getByRole("rowheader", { name: "Overrides" }).closest<HTMLElement>("[role=row]")!;
    expect(within(row).getByText("2026-01-02T03:00; 1 solution has changed since")).toBeTruthy();
  });

  it("calls nothing healthy while something was not looked at", () => {
    const clean = { ...FACTS, history: readFact([], AT), steps: readFact([], AT), variables: readFact([], AT) };
    open({}, clean);
    expect(screen.queryByText(/healthy/i)).toBeNull();
    expect(screen.getAllByText(/with no problem found/).length).toBeGreaterThan(0);
  });

  it("groups by rule, with the solution's name in each finding", () => {
    open();
    fireEvent.click(screen.getByRole("combobox", { name: "Grouping" }));
    fireEvent.click(screen.getByRole("option", { name: "By rule" }));
    expect(
      within(screen.getByRole("list", { name: "Last operation failed" })).getByText(/^Contoso Sales – /),
    ).toBeTruthy();
  });

  it("lists what could not be judged, with the reason", () => {
    open();
    click(/^Not judged/);
    expect(screen.getByText("Plug-in steps off: Plug-in steps: could not be read – prvReadStep")).toBeTruthy();
  });

  it("says how fresh each part is", () => {
    open();
    click(/^What was read/);
    const row = screen.getByRole("rowheader", { name: "Solution history" }).closest<HTMLElement>("[role=row]")!;
    expect(within(row).getByText("2026-01-02T03:00")).toBeTruthy();
  });

  it("begins the deep scan, shows how far it is and cancels it", () => {
    const { health } = open();
    click("Scan deeper");
    expect(health.scanDeeper).toHaveBeenCalledTimes(1);
    act(() => health.set({ deep: { status: "reading", part: "unmanaged", done: 3, total: 12 } }));
    expect(screen.getByText("Reading Unmanaged components: 3 of 12")).toBeTruthy();
    click("Cancel scan");
    expect(health.cancelDeep).toHaveBeenCalledTimes(1);
  });

  it("accepts only with a reason, and puts off only until a day", () => {
    const { health } = open();
    click("Accept: Update failed (version 1.0.0.0)");
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByRole("button", { name: "Accept" })).toBeDisabled();
    fireEvent.change(dialog.getByRole("textbox", { name: /Reason/ }), { target: { value: "Repeated on Friday" } });
    fireEvent.click(dialog.getByRole("button", { name: "Accept" }));
    expect(health.decide).toHaveBeenCalledWith(
      expect.objectContaining({ ruleId: "lastOperationFailed" }),
      { decision: "accept", reason: "Repeated on Friday" },
      "Update failed (version 1.0.0.0)",
    );
  });

  it("offers no decision to who may not decide, and says where nothing is kept", () => {
    open({ memory: { status: "absent", mayDecide: false } });
    expect(screen.queryByRole("button", { name: /^Accept/ })).toBeNull();
    expect(screen.getByText(/tables of the solution Solution Health are missing/)).toBeTruthy();
  });

  it("changes thresholds within their range", () => {
    const { health } = open();
    click("Thresholds");
    const dialog = within(screen.getByRole("dialog"));
    const field = dialog.getByRole("textbox", { name: "Patches over one base" });
    fireEvent.change(field, { target: { value: "0" } });
    expect(dialog.getByRole("button", { name: "Apply" })).toBeDisabled();
    fireEvent.change(field, { target: { value: "9" } });
    fireEvent.click(dialog.getByRole("button", { name: "Apply" }));
    expect(health.setThresholds).toHaveBeenCalledWith(expect.objectContaining({ patchesAtMost: 9 }));
  });

  it("saves a report in each format, in the words of the page", () => {
    const { host } = open();
    for (const format of ["HTML", "CSV", "Markdown", "JSON"]) {
      click("Export");
      fireEvent.click(screen.getByRole("menuitem", { name: format }));
    }
    expect(host.saveFile.mock.calls.map(([name]) => name)).toEqual(
      ["html", "csv", "md", "json"].map((ending) => `solution-health-report_Contoso-Prod_2026-01-02.${ending}`),
    );
    for (const [, content] of host.saveFile.mock.calls.slice(0, 3)) expect(content).toContain("Update failed");
  });

  it("shows what has changed since the last look, and the looks before it as a table", () => {
    const { report } = healthState(FACTS);
    const change = { since: AT, new: 2, worse: 0, better: 0, changed: 0, uncertain: 0, gone: [] };
    const trend = [AT, new Date("2026-01-03T00:00:00Z")].map((at) => ({ at, counts: report.counts }));
    open({ report: { ...report, change }, trend });
    expect(screen.getByText("2 new", { selector: "span" })).toBeTruthy();
    expect(screen.getByRole("img", { name: /^Findings over time: 2 looks/ })).toBeTruthy();
    click("Trend as a table");
    expect(within(screen.getByRole("table", { name: "Trend as a table" })).getAllByRole("row")).toHaveLength(3);
  });

  it("says plainly that nothing was found", () => {
    open({}, { ...FACTS, history: readFact([], AT), variables: readFact([], AT) });
    expect(screen.getByText("Nothing was found")).toBeTruthy();
  });

  it("has no accessibility faults", async () => {
    const { container } = open();
    expect(await axe(container)).toHaveNoViolations();
  });
});
