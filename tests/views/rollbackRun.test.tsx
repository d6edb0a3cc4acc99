/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { RollbackRun } from "../../SolutionHealth/state/rollbacks/model";
import { failure, id, operation, ready, solution } from "./fakes";
import { job } from "./fakeJobs";
import { counted, fate, part, previewed, showRollback, table } from "./rollbackFakes";
import type { Previewed, RollbackAround, ShownRollback } from "./rollbackFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useFakeTimers();
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const settle = (): void => act(() => void jest.advanceTimersByTime(500));
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole("button", { name }));
  settle();
};
const last = () => {
  const dialogs = screen.getAllByRole("dialog", { hidden: true });
  return within(dialogs[dialogs.length - 1]!);
};

const SAVED = previewed({ fates: [fate(table(10), { hasOverride: true })] }, { reportSaved: true });
const asking = (state: Previewed = SAVED, around: RollbackAround = {}): ShownRollback => {
  const shown = showRollback(state, around);
  press(/^Uninstall .*…$/);
  return shown;
};
const type = (text: string): void => {
  fireEvent.change(last().getByRole("textbox", { hidden: true }), { target: { value: text } });
};
const go = (): HTMLElement => {
  const buttons = last().getAllByRole("button", { name: /^Uninstall/, hidden: true });
  return buttons[buttons.length - 1]!;
};

describe("the report", () => {
  it("has to be saved before anything can be uninstalled", () => {
    const { rollback } = showRollback(previewed({ fates: [fate(part(11))] }));
    expect(screen.getByRole("button", { name: "Uninstall Solution 1 1.0.0.0…" })).toBeDisabled();
    expect(screen.getByText("Save the report first: it says what was there.")).toBeInTheDocument();
    press("Save report");
    fireEvent.click(screen.getByRole("menuitem", { name: "As JSON" }));
    const [file] = rollback.saveReport.mock.calls[0]!;
    expect(file.name).toBe("solution-health-uninstall_Solution1_Contoso-Prod_2026-01-02.json");
    expect(file.content).toContain(part(11).id);
    act(() => rollback.set(previewed({ fates: [fate(part(11))] }, { reportSaved: true })));
    expect(screen.getByRole("button", { name: "Uninstall Solution 1 1.0.0.0…" })).toBeEnabled();
  });
});

describe("who may uninstall", () => {
  it("sees everything but the button without the privilege, and its name", () => {
    const privileges = ready(new Map([["prvDeleteSolution", "missing" as const]]));
    showRollback(SAVED, { app: { privileges } });
    expect(screen.queryByRole("button", { name: /^Uninstall/ })).not.toBeInTheDocument();
    expect(
      screen.getByText(/Uninstalling needs the privilege prvDeleteSolution, which you do not/),
    ).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Deleted (1)" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Save report" })).toBeEnabled();
  });

  it("has no button while nobody knows of the privilege", () => {
    showRollback(SAVED, { app: { privileges: { status: "failed", failure: failure() } } });
    expect(screen.queryByRole("button", { name: /^Uninstall/ })).not.toBeInTheDocument();
    expect(screen.getByText(/Your privileges could not be checked/)).toBeInTheDocument();
  });

  it("waits while an operation on the solution runs", () => {
    showRollback(SAVED, { jobs: [job(1, { kind: "import" })] });
    expect(screen.getByRole("button", { name: /^Uninstall .*…$/ })).toBeDisabled();
    expect(screen.getByText(/A solution operation on it is running/)).toBeInTheDocument();
  });

  it("waits while what goes along is being counted", () => {
    const data = { items: [], complete: false, total: 7 };
    showRollback({ ...SAVED, data: { status: "counting", data } });
    expect(screen.getByRole("button", { name: /^Uninstall .*…$/ })).toBeDisabled();
    expect(screen.getByText(/What goes along is being counted/)).toBeInTheDocument();
  });
});

describe("the last word before the uninstall", () => {
  it("says that it cannot be cancelled, and what goes with which data", () => {
    const items = [
      { component: table(10), kind: "rows", count: { status: "exact", count: 18204 } },
      { component: table(11), kind: "rows", count: { status: "exact", count: 0 } },
    ] as const;
    asking({ ...SAVED, data: counted(items) });
    expect(last().getByText(/Once started it cannot be cancelled/)).toBeInTheDocument();
    const goes = within(last().getByRole("list", { name: "What goes", hidden: true }));
    expect(goes.getAllByRole("listitem", { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      "Solution 1 1.0.0.0 is uninstalled.",
      "1 component is deleted, with all its data.",
      "1 unmanaged customization is deleted along.",
      "Table “Table 10”: 18,204 rows, counted now",
    ]);
  });

  it("says so where not everything has been counted, or is not known", () => {
    const fates = [
      fate(table(10), { hasOverride: undefined }),
      fate(part(15), { kind: "unknown", why: { reason: "notRead" } }),
    ];
    asking(previewed({ fates, verdict: "uncertain" }, { reportSaved: true, data: counted([], false) }));
    expect(last().getByText(/Rows and values have not all been counted/)).toBeInTheDocument();
    expect(last().getByText(/What becomes of 1 component is not known/)).toBeInTheDocument();
    expect(last().getByText(/Whether 1 component that is deleted has been customized is not told/)).toBeInTheDocument();
    expect(last().getByText("1 thing could not be found out")).toBeInTheDocument();
  });

  it("begins at Cancel, and wants the unique name", () => {
    const { rollback } = asking();
    act(() => void jest.runOnlyPendingTimers());
    expect(last().getByRole("button", { name: "Cancel", hidden: true })).toHaveFocus();
    type("solution1");
    expect(go()).toBeDisabled();
    type("Solution1");
    fireEvent.click(go());
    expect(rollback.run).toHaveBeenCalledWith({ waitForLock: false });
  });

  it("wants the environment's name where several go", () => {
    const targets = [solution(1), solution(2)];
    const { rollback } = asking(previewed({ targets }, { reportSaved: true }), {
      place: { page: "solutions", rollback: [id(1), id(2)] },
    });
    type("Solution1");
    expect(go()).toBeDisabled();
    type("Contoso Prod");
    fireEvent.click(go());
    expect(rollback.run).toHaveBeenCalled();
  });

  it("reads the history anew, names what runs now, and waits for it when asked", () => {
    const running = operation(7, { result: "running", status: "running", solutionName: "Fabrikam" });
    const { rollback, store } = asking(SAVED, { app: { history: ready([running]) } });
    expect(store.retry).toHaveBeenCalledWith("history");
    expect(last().getByText(/Another solution operation is running: Import of Fabrikam, since/)).toBeInTheDocument();
    fireEvent.click(last().getByRole("checkbox", { hidden: true }));
    type("Solution1");
    fireEvent.click(go());
    expect(rollback.run).toHaveBeenCalledWith({ waitForLock: true });
  });

  it("changes nothing when it is cancelled", () => {
    const { rollback } = asking();
    fireEvent.click(last().getByRole("button", { name: "Cancel", hidden: true }));
    settle();
    expect(screen.getAllByRole("dialog")).toHaveLength(1);
    expect(rollback.run).not.toHaveBeenCalled();
  });

  it("has no violation of accessibility rules", async () => {
    const { baseElement } = asking();
    jest.useRealTimers();
    expect(await axe(baseElement)).toHaveNoViolations();
  });
});

const running = (run: RollbackRun): Previewed => previewed({ fates: [fate(part(11))] }, { reportSaved: true, run });
const ended = (parts: Partial<Extract<RollbackRun, { status: "ended" }>>): Previewed =>
  running({ status: "ended", outcome: "succeeded", jobs: [job(1, { phase: "succeeded" })], ...parts });

describe("while and after uninstalling", () => {
  it("shows step by step what is going on", () => {
    const { rollback } = showRollback(running({ status: "running", step: 1, steps: 3, jobs: [job(1)] }));
    expect(screen.getByText("Uninstalling: step 2 of 3", { selector: "div" })).toBeInTheDocument();
    expect(screen.getAllByText("Uninstall of Solution 1 1.0.0.0")).not.toHaveLength(0);
    expect(screen.queryByRole("button", { name: /^Uninstall .*…$/ })).not.toBeInTheDocument();
    act(() => rollback.set(running({ status: "comparing", jobs: [job(1)] })));
    expect(screen.getAllByText(/Reading what is there now/)).not.toHaveLength(0);
  });

  it("says that everything came as announced, and is closed then", () => {
    const { rollback, host } = showRollback(ended({ comparison: { compared: 27, asSaid: 27, surprises: [] } }));
    expect(screen.getByText("27 of 27 components looked at again came as announced.")).toBeInTheDocument();
    press("Close this uninstall");
    expect(rollback.close).toHaveBeenCalled();
    expect(host.place.read()).toEqual({ page: "solutions" });
  });

  it("lists what came out otherwise", () => {
    const surprises = [
      { component: part(11), said: "deleted", found: "there", properties: [] },
      { component: part(12), said: "fallsBack", found: "otherValues", properties: ["name", "fetchxml"] },
    ] as const;
    showRollback(ended({ comparison: { compared: 27, asSaid: 25, surprises } }));
    const [, first, second] = within(screen.getByRole("table", { name: "What came out otherwise" })).getAllByRole(
      "row",
    );
    expect(first).toHaveTextContent(/View 11.*DeletedIt is still there/);
    expect(second).toHaveTextContent(/View 12.*Falls backIt is there, with other valuesname, fetchxml/);
  });

  it("stays in sight when the solution has left the list", () => {
    const { store } = showRollback(ended({ comparison: { compared: 1, asSaid: 1, surprises: [] } }));
    act(() => store.set({ solutions: ready([solution(2)]) }));
    expect(screen.getByRole("heading", { name: "Uninstall preview: Solution 1" })).toBeInTheDocument();
    expect(screen.getAllByText("Everything came as announced.")).not.toHaveLength(0);
  });

  it("does not claim a comparison that was not possible", () => {
    showRollback(ended({ failure: failure() }));
    expect(screen.getByText(/It is uninstalled, but what is there now could not be read/)).toBeInTheDocument();
    expect(screen.queryByText("Everything came as announced.")).not.toBeInTheDocument();
  });

  it("tells a failure with its meaning and the server's own words", () => {
    const failed = job(1, {
      phase: "failed",
      failure: failure({ code: "0x8004F01D", serverText: "Solution dependencies exist, cannot uninstall." }),
    });
    const { rollback } = showRollback(ended({ outcome: "failed", jobs: [failed] }));
    expect(screen.getByText("The uninstall failed.")).toBeInTheDocument();
    expect(screen.getByDisplayValue("Solution dependencies exist, cannot uninstall.")).toBeInTheDocument();
    press("Preview again");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });

  it("reads what the server's text names into the table of what stands in the way", () => {
    const serverText =
      "The uninstall operation will delete the base layer for the component 'SavedQuery' with id " +
      `'${id(11)}' and name 'View 11'. The operation cannot continue because there are other managed layers over the ` +
      "base layer. You can use the solution layers to find out which other solutions are blocking the operation.";
    const failed = job(1, { phase: "failed", failure: failure({ serverText }) });
    const { host } = showRollback(ended({ outcome: "failed", jobs: [failed] }));
    const [, line] = within(screen.getByRole("table", { name: "What the server names" })).getAllByRole("row");
    expect(line).toHaveTextContent(/View 11.*Another publisher's managed layer lies over the base layer/);
    fireEvent.click(within(line!).getByRole("button", { name: "Layers of View 11" }));
    expect(host.place.read().component).toEqual({ typeName: "SavedQuery", id: id(11) });
  });

  it("says which solution has to go first where the server names it", () => {
    const serverText =
      `This solution cannot be uninstalled because the 'SavedQuery' with id '${id(11)}' is required by the ` +
      "'Solution2' solution. Uninstall the Solution2 solution and try again.";
    const failed = job(1, { phase: "notStarted", failure: failure({ code: "0x8004F020", serverText }) });
    showRollback(ended({ outcome: "notStarted", jobs: [failed] }));
    expect(
      screen.getByText("It is needed by Solution 2 1.0.0.0, which has to go or change first."),
    ).toBeInTheDocument();
  });

  it("says that nothing was done where the environment refused", () => {
    showRollback(ended({ outcome: "notStarted", jobs: [job(1, { phase: "notStarted" })] }));
    expect(screen.getByText("The uninstall was not started.")).toBeInTheDocument();
    expect(screen.getByText("The environment refused. Nothing was done.")).toBeInTheDocument();
  });

  it("looks again where the end is not known, and says what was found", () => {
    const lost = job(1, { phase: "lost" });
    const { jobs } = showRollback(ended({ outcome: "lost", jobs: [lost] }), { jobs: [lost] });
    expect(screen.getByText("Nobody knows how the uninstall ended.")).toBeInTheDocument();
    fireEvent.click(screen.getAllByRole("button", { name: "Look again" })[0]!);
    expect(jobs.lookAgain).toHaveBeenCalled();
    act(() => jobs.set([{ ...lost, phase: "succeeded" }]));
    expect(screen.getByText("It was done after all.")).toBeInTheDocument();
  });
});
