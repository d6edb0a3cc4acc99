/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { failure, id, ready, solution } from "./fakes";
import { finished } from "./fakeOverrides";
import { phantom, row, showOverrides, unknown } from "./overridesFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const settle = (): void => act(() => void jest.advanceTimersByTime(200));
const names = (): (string | null)[] =>
  within(screen.getByRole("grid"))
    .getAllByRole("rowheader")
    .map((cell) => within(cell).getByRole("button").textContent);
const choose = (label: string, option: string): void => {
  fireEvent.click(screen.getByRole("combobox", { name: label }));
  fireEvent.click(screen.getByRole("option", { name: option }));
};
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));

describe("scanning", () => {
  it("asks for the whole environment", () => {
    const { overrides } = showOverrides();
    press("Scan");
    expect(overrides.scan).toHaveBeenCalledWith({ kind: "environment" });
  });

  it("asks for the chosen solutions, and only when some are chosen", () => {
    const { overrides } = showOverrides(
      {},
      { app: { solutions: ready([solution(1), solution(2, { managed: false })]) } },
    );
    choose("What to scan", "Chosen solutions");
    expect(screen.getByRole("button", { name: "Scan" })).toBeDisabled();
    fireEvent.click(screen.getByRole("combobox", { name: /^Chosen solutions/ }));
    expect(screen.queryByText("Solution 2")).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole("option", { name: "Solution 1" }));
    // The list of solutions is still open above the page.
    fireEvent.click(screen.getByRole("button", { name: "Scan", hidden: true }));
    expect(overrides.scan).toHaveBeenCalledWith({ kind: "solutions", ids: [id(1)] });
  });

  it("says how far it is, what it costs and that it waits", () => {
    const progress = { stage: "layers", done: 40, total: 212, current: "Active accounts", calls: 97 } as const;
    showOverrides(
      { scan: { status: "running", complete: false, unread: [], progress }, rows: [row(1)] },
      { app: { throttledFor: 11.4 } },
    );
    expect(
      screen.getByText(
        "Reading layers: 40 of 212 · Active accounts · 97 calls · waiting 12 seconds, the environment asks for less",
      ),
    ).toBeVisible();
    expect(names()).toEqual(["View 1"]);
  });

  it("can be cancelled while it runs and resumed when it is paused", () => {
    const { overrides } = showOverrides({ scan: { status: "running", complete: false, unread: [] } });
    press("Cancel scan");
    expect(overrides.cancel).toHaveBeenCalled();
    act(() => overrides.set({ scan: { status: "paused", complete: false, unread: [] } }));
    press("Resume");
    expect(overrides.resume).toHaveBeenCalled();
  });

  it("says when it ended, its cost, that it is complete, what it did not read again and by which way", () => {
    showOverrides({ rows: [row(1)], scan: finished({ reused: 120 }) });
    expect(
      screen.getByText(
        "Last scan 2026-01-02T03:00 · 412 calls · 38 s · complete · 120 unchanged components taken from the scan before",
      ),
    ).toBeVisible();
    expect(
      screen.getByText("Found by one query over the whole environment; checked against Solution 1."),
    ).toBeVisible();
  });

  it("says why it went solution by solution", () => {
    showOverrides({ rows: [row(1)], scan: finished({ way: { kind: "solutions", because: "incomplete" } }) });
    expect(screen.getByText(/the one query over everything was found to be incomplete/)).toBeVisible();
  });

  it("names the parts that could not be read, and reads them again", () => {
    const unread = [{ solutionId: id(1), solutionName: "Solution 1", table: "account", failure: failure() }];
    const { overrides } = showOverrides({ rows: [row(1)], scan: finished({ complete: false, unread }) });
    expect(screen.getByText("1 part could not be read.")).toBeVisible();
    press("Details");
    expect(screen.getByText("1. Solution 1, table account")).toBeVisible();
    press("Retry");
    expect(overrides.retry).toHaveBeenCalledWith();
  });

  it("never says that there are none while something could not be read", () => {
    showOverrides({ rows: [], scan: finished({ status: "paused", complete: false }) });
    expect(screen.getByText("None found so far")).toBeVisible();
    expect(screen.queryByText("No overrides")).not.toBeInTheDocument();
  });

  it("says that there are none after a whole scan", () => {
    showOverrides({ rows: [], scan: finished() });
    expect(screen.getByText("No overrides")).toBeVisible();
  });
});

describe("the list of overrides", () => {
  it("stands under its solution and type", () => {
    showOverrides({
      rows: [
        row(2, { component: { typeName: "SystemForm", type: 60, displayName: "Main" } }),
        row(1),
        row(3, { facts: { owner: "Other" } }),
      ],
    });
    const heads = within(screen.getByRole("grid")).getAllByRole("button", { expanded: true });
    expect(heads.map((head) => head.textContent)).toEqual([
      "Other1",
      "Views1",
      "Solution 12",
      "Views1",
      "Forms and dashboards1",
    ]);
  });

  it("closes a group", () => {
    showOverrides({ rows: [row(1), row(2, { facts: { owner: "Other" } })] });
    press("Other 1");
    expect(names()).toEqual(["View 1"]);
  });

  it("shows state, changes, author and unmanaged solutions", () => {
    const origin = {
      modifiedBy: "B. Lee",
      modifiedOn: new Date("2025-11-04T00:00:00Z"),
      unmanagedSolutions: ["Hotfixes"],
    };
    showOverrides({ rows: [row(1, { origin, facts: { changed: ["fetchxml", "layoutxml"] } })] });
    const cells = within(screen.getByRole("grid"))
      .getAllByRole("gridcell")
      .map((cell) => cell.textContent);
    expect(cells).toEqual(expect.arrayContaining(["Real", "fetchxml, layoutxml", "B. Lee", "2025-11-04", "Hotfixes"]));
  });

  it.each([
    ["Unknownit is not kept for this type", { origin: { authorUnknown: "notKept" } }],
    ["Unknownthe environment did not tell", { origin: { authorUnknown: "notTold" } }],
    ["Unknownnot read yet", {}],
  ] as const)("says %s in place of an author", (said, parts) => {
    showOverrides({ rows: [row(1, parts)] });
    const cells = within(screen.getByRole("grid"))
      .getAllByRole("gridcell")
      .map((cell) => cell.textContent);
    expect(cells).toContain(said);
  });

  it("never leaves who, when and where blank", () => {
    showOverrides({ rows: [row(1), unknown(2), phantom(3)] });
    press("Show phantoms");
    const blank = within(screen.getByRole("grid"))
      .getAllByRole("gridcell")
      .filter((cell) => cell.textContent === "" && within(cell).queryByRole("checkbox") === null);
    expect(blank).toEqual([]);
    expect(screen.getAllByText("not read for phantoms")).toHaveLength(3);
    expect(screen.getAllByText("its layers could not be read")).toHaveLength(3);
  });

  it("hides phantoms, says so, and shows them when asked", () => {
    showOverrides({ rows: [row(1), phantom(2), phantom(3)] });
    expect(names()).toEqual(["View 1"]);
    expect(screen.getByText(/2 phantoms hidden/)).toBeVisible();
    press("Show phantoms");
    expect(names()).toEqual(["View 1", "View 2", "View 3"]);
  });

  it("narrows to a count that is pressed", () => {
    showOverrides({ rows: [row(1), unknown(2), row(3, { acceptance: "accepted" })] });
    press("1 unknown");
    expect(names()).toEqual(["View 2"]);
    press("1 unknown");
    press("1 accepted");
    expect(names()).toEqual(["View 3"]);
  });

  it("counts an override whose acceptance expired as not accepted", () => {
    showOverrides({ rows: [row(1, { acceptance: "expired" }), row(2, { acceptance: "accepted" })] });
    press("1 not accepted");
    expect(names()).toEqual(["View 1"]);
    expect(screen.getByText("Acceptance has expired")).toBeVisible();
  });

  it("says why a row is unknown, and reads it again", () => {
    const { overrides } = showOverrides({ rows: [unknown(2)] });
    expect(screen.getByText(/The layers could not be read\. The environment/)).toBeVisible();
    press("Read View 2 again");
    expect(overrides.retry).toHaveBeenCalledWith(unknown(2).component.key);
  });

  it("searches after a moment of quiet", () => {
    showOverrides({ rows: [row(1), row(2, { facts: { changed: ["layoutxml"] } })] });
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "layout" } });
    settle();
    expect(names()).toEqual(["View 2"]);
    expect(screen.getAllByText(/Showing 1 of 2 overrides/)[0]).toBeVisible();
  });

  it("sorts one list by who changed it when it is not grouped", () => {
    showOverrides({
      rows: [row(1, { origin: { modifiedBy: "Zoe" } }), row(2, { origin: { modifiedBy: "Ann" } })],
    });
    choose("Grouping", "One list");
    press("Changed by");
    expect(names()).toEqual(["View 2", "View 1"]);
  });

  it("keeps place of the component that is opened", () => {
    const { host } = showOverrides({ rows: [row(1)] });
    press("View 1");
    expect(host.place.read()).toEqual({ page: "overrides", component: { typeName: "SavedQuery", id: id(1) } });
  });

  it("has no violation of accessibility rules", async () => {
    const { container } = showOverrides({ rows: [row(1), unknown(2), phantom(3)] });
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
