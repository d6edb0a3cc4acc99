/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { FABRIKAM, failure, id, operation, ready, show, solution } from "./fakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const FAMILY = [
  solution(1),
  solution(2, { displayName: "Hotfix 1", uniqueName: "Solution1_Patch_01", version: "1.0.1.0", parentId: id(1) }),
  solution(3, { displayName: "Hotfix 2", uniqueName: "Solution1_Patch_02", version: "1.0.10.0", parentId: id(1) }),
  solution(4, { version: "1.9", publisher: FABRIKAM }),
  solution(5, { version: "1.10" }),
];

const names = (): string[] =>
  screen.getAllByRole("rowheader").map((cell) => cell.querySelector("[title]")?.textContent ?? "");
const settle = (): void => act(() => void jest.advanceTimersByTime(200));
const choose = (label: string, option: string): void => {
  fireEvent.click(screen.getByRole("combobox", { name: label }));
  fireEvent.click(screen.getByRole("option", { name: option }));
};

const NOTHING_FOUND =
  '"No rule has found anything in what was looked at. Not looked at yet: Overrides, Layers of shared components, ' +
  'Unmanaged components, Missing dependencies."';

describe("the solutions page", () => {
  it("shows patches under their base, newest on top", () => {
    show({ solutions: ready(FAMILY) });
    expect(names()).toEqual(["Solution 1", "Hotfix 2", "Hotfix 1", "Solution 4", "Solution 5"]);
  });

  it("sorts versions as numbers when the version's header is clicked", () => {
    show({ solutions: ready([solution(5, { version: "1.10" }), solution(6, { version: "1.9" })]) });
    fireEvent.click(screen.getByRole("button", { name: "Version" }));
    expect(names()).toEqual(["Solution 6", "Solution 5"]);
  });

  it("turns the order round when the same header is clicked again", () => {
    show({ solutions: ready([solution(5), solution(6)]) });
    fireEvent.click(screen.getByRole("button", { name: /^Name/ }));
    expect(names()).toEqual(["Solution 6", "Solution 5"]);
  });

  it("says how many it hides and shows them when asked", () => {
    show({ solutions: ready([solution(1), solution(7, { managed: false }), solution(8, { visible: false })]) });
    expect(screen.getByText("Showing 1 of 3 solutions", { selector: "span" })).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Show: 1 unmanaged hidden" }));
    expect(names()).toEqual(["Solution 1", "Solution 7"]);
  });

  it("searches only after 150 ms of quiet", () => {
    show({ solutions: ready(FAMILY) });
    fireEvent.change(screen.getByRole("searchbox", { name: "Search solutions" }), { target: { value: "hotfix" } });
    act(() => void jest.advanceTimersByTime(149));
    expect(names()).toContain("Solution 4");
    act(() => void jest.advanceTimersByTime(1));
    expect(names()).toEqual(["Solution 1", "Hotfix 2", "Hotfix 1"]);
  });

  it("narrows to a publisher", () => {
    show({ solutions: ready(FAMILY) });
    choose("Publisher", "Fabrikam");
    expect(names()).toEqual(["Solution 4"]);
  });

  it("narrows to solutions without patches", () => {
    show({ solutions: ready(FAMILY) });
    choose("Patches", "Without patches");
    expect(names()).toEqual(["Solution 4", "Solution 5"]);
  });

  it("says a staged upgrade waits, on the base and on its row", () => {
    const staged = solution(9, { uniqueName: "Solution1_Upgrade", version: "2.0.0.0" });
    show({ solutions: ready([solution(1), staged]) });
    expect(screen.getAllByText("Upgrade waiting")).toHaveLength(2);
  });

  it("says that something runs, and finds it so", () => {
    const running = operation(50, {
      solutionUniqueName: "Solution1",
      result: "running",
      status: "running",
      startedOn: new Date("2026-01-02T03:00:00Z"),
    });
    show({ solutions: ready([solution(1), solution(2)]), history: ready([running]) });
    choose("State", "Running");
    expect(screen.getByText("Running", { selector: "[role=gridcell] *" })).toBeVisible();
    expect(names()).toEqual(["Solution 1"]);
  });

  it("never calls a solution clean while the history could not be read", () => {
    show({ solutions: ready([solution(1)]), history: { status: "failed", failure: failure() } });
    expect(screen.getByText("Unknown", { selector: "[role=gridcell] *" })).toBeVisible();
    expect(screen.getByText(/The history could not be read, so the states/)).toBeVisible();
    expect(screen.queryByText("No problem found", { selector: "[role=gridcell] *" })).not.toBeInTheDocument();
  });

  it("saves the rows that match, formulas made harmless, as CSV", () => {
    const { host } = show({
      solutions: ready([solution(1, { displayName: "=cmd", packageVersion: "9.2" }), solution(4)]),
    });
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "cmd" } });
    settle();
    fireEvent.click(screen.getByRole("menuitem", { name: "Export CSV" }));
    const [name, content] = host.saveFile.mock.calls[0]!;
    expect(name).toBe("solution-health_Contoso-Prod_2026-01-02.csv");
    expect(content.trim().split("\r\n")[1]).toBe(
      `No problem found,'=cmd,Solution1,1.0.0.0,Contoso,Managed,,2025-03-03T09:00:00.000Z,,${id(1)},${NOTHING_FOUND}`,
    );
    expect(content.trim().split("\r\n")).toHaveLength(2);
  });

  it("copies names and ids", async () => {
    const { host } = show({ solutions: ready([solution(1), solution(4)]) });
    settle();
    await act(async () => {
      fireEvent.click(screen.getByRole("menuitem", { name: "Copy IDs" }));
      await Promise.resolve();
    });
    settle();
    expect(host.copyText).toHaveBeenCalledWith(`Solution1\t${id(1)}\r\nSolution4\t${id(4)}`);
    expect(screen.getByRole("menuitem", { name: "Copied" })).toBeInTheDocument();
  });

  it("puts the focus into the search when / is pressed", () => {
    show({ solutions: ready(FAMILY) });
    fireEvent.keyDown(document.body, { key: "/" });
    expect(screen.getByRole("searchbox", { name: "Search solutions" })).toHaveFocus();
  });

  it("leaves keys of the host's own page alone", () => {
    show({ solutions: ready(FAMILY) });
    const outside = document.body.appendChild(document.createElement("button"));
    fireEvent.keyDown(outside, { key: "/" });
    outside.remove();
    expect(screen.getByRole("searchbox", { name: "Search solutions" })).not.toHaveFocus();
  });

  it("keeps name and state, with the version under the name, on a phone", () => {
    show({ solutions: ready([solution(1)]) }, { width: 320 });
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["Name", "State"]);
    expect(screen.getByText("1.0.0.0 · Solution1")).toBeVisible();
  });

  it("shows a shimmer, and no empty state, at the first load", () => {
    show({ solutions: { status: "loading" } });
    expect(screen.queryByText("No managed solution is installed")).not.toBeInTheDocument();
    expect(screen.getByRole("grid", { name: "Loading" })).toBeInTheDocument();
  });

  it("keeps the rows while they are read again", () => {
    show({ solutions: { status: "loading", previous: [solution(1)] } });
    expect(names()).toEqual(["Solution 1"]);
    expect(screen.getByRole("progressbar", { name: "Reading from the environment" })).toBeInTheDocument();
  });

  it("says that nothing is installed", () => {
    show({ solutions: ready([solution(7, { managed: false })]) });
    expect(screen.getByText("No managed solution is installed")).toBeVisible();
  });

  it("offers to clear the filters when nothing matches", () => {
    show({ solutions: ready([solution(1)]) });
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "zzz" } });
    settle();
    const status = screen.getByText("No solution matches").closest<HTMLElement>("[role=status]")!;
    fireEvent.click(within(status).getByRole("button", { name: "Clear filters" }));
    settle();
    expect(names()).toEqual(["Solution 1"]);
  });

  it("names the missing privilege and whom to ask", () => {
    show({ solutions: { status: "failed", failure: failure({ kind: "forbidden", privilege: "prvReadSolution" }) } });
    expect(screen.getByText("You may not see the solutions")).toBeVisible();
    expect(screen.getByText(/privilege prvReadSolution.*system administrator/)).toBeVisible();
  });

  it("keeps the rows and says what failed, with code, activity id and Retry", () => {
    const failed = failure({ code: "0x80040220", activityId: id(77) });
    const { store } = show({ solutions: { status: "failed", failure: failed, previous: [solution(1)] } });
    expect(names()).toEqual(["Solution 1"]);
    const notice = screen.getByRole("alert");
    fireEvent.click(within(notice).getByRole("button", { name: "Details" }));
    expect(within(notice).getByText("0x80040220")).toBeVisible();
    expect(within(notice).getByText(id(77))).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.retry).toHaveBeenCalledWith("solutions");
  });

  it("speaks the language of its texts", () => {
    show({ solutions: ready([solution(1)]) }, {}, 1031);
    expect(screen.getByText("1 von 1 Lösung angezeigt", { selector: "span" })).toBeVisible();
  });

  it("has no accessibility violation with rows, states and a notice", async () => {
    jest.useRealTimers();
    const { container } = show({
      solutions: { status: "failed", failure: failure({ code: "0x1" }), previous: FAMILY },
      history: ready([operation(50, { result: "failed" })]),
    });
    expect(await axe(container)).toHaveNoViolations();
    jest.useFakeTimers();
  });
});
