/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { JobPhase, TrackedJob } from "../../SolutionHealth/state/jobs/model";
import { failure } from "./fakes";
import { job } from "./fakeJobs";
import { showRollback } from "./rollbackFakes";
import type { ShownRollback } from "./rollbackFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useFakeTimers();
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const showJobs = (jobs: readonly TrackedJob[], now?: () => Date): ShownRollback =>
  showRollback({ status: "idle" }, { place: { page: "solutions" }, jobs, ...(now ? { host: { now } } : {}) });
const tray = () => within(screen.getByRole("region", { name: "Solution operations" }));
const open = (): void => {
  fireEvent.click(tray().getByRole("button", { name: "Details" }));
};

describe("the job tray", () => {
  it("is not there while nothing runs", () => {
    showJobs([]);
    expect(screen.queryByRole("region", { name: "Solution operations" })).not.toBeInTheDocument();
  });

  it("tells name, state, elapsed time and the last word of the server, and counts the rest", () => {
    showJobs([job(2, { phase: "succeeded" }), job(1, { message: "Deleting components" })]);
    const text = screen.getByRole("region", { name: "Solution operations" }).textContent;
    expect(text).toContain("Uninstall of Solution 1 1.0.0.0Running1 min 5 sDeleting componentsand 1 more");
  });

  it("says that a job is only presumed to be the one, and which it may be", () => {
    const presumed = ["a0000000-0000-0000-0000-000000000001", "a0000000-0000-0000-0000-000000000002"];
    showJobs([job(1, { asyncOperationId: presumed[0] ?? "", presumed })]);
    open();
    expect(tray().getByText(/It may be one of 2 operations that began then/)).toBeInTheDocument();
    presumed.forEach((id) => expect(tray().getByText(id)).toBeInTheDocument());
  });

  it("counts the seconds while something goes on", () => {
    let time = Date.parse("2026-01-02T03:03:00Z");
    showJobs([job(1)], () => new Date(time));
    expect(tray().getByText("0 s")).toBeInTheDocument();
    time += 2000;
    act(() => void jest.advanceTimersByTime(2000));
    expect(tray().getByText("2 s")).toBeInTheDocument();
  });

  it.each<[JobPhase, string]>([
    ["waitingForLock", "Nothing has been sent yet: another solution operation is running."],
    ["starting", "The request is on its way to the environment."],
    ["running", "The environment is doing it and cannot be stopped."],
    ["lookingUp", "The answer got lost. Looking whether it was done; nothing is sent again."],
    ["succeeded", "It is done."],
    ["failed", "The environment reported that it failed."],
    ["notStarted", "The environment refused. Nothing was done."],
    ["lost", "Nobody knows how it ended."],
  ])("says in plain words what %s means", (phase, words) => {
    showJobs([job(1, { phase })]);
    open();
    expect(tray().getByText((text) => text.startsWith(words))).toBeInTheDocument();
  });

  it("says who holds the lock, and stops waiting when asked", () => {
    const { jobs } = showJobs([job(1, { phase: "waitingForLock", lockedBy: "Import Fabrikam 2.0" })]);
    open();
    expect(tray().getByText("Running now: Import Fabrikam 2.0")).toBeInTheDocument();
    fireEvent.click(tray().getByRole("button", { name: "Stop waiting" }));
    expect(jobs.giveUp).toHaveBeenCalledWith("job 1");
  });

  it("looks again at what got lost", () => {
    const { jobs } = showJobs([job(1, { phase: "lost" })]);
    open();
    fireEvent.click(tray().getByRole("button", { name: "Look again" }));
    expect(jobs.lookAgain).toHaveBeenCalled();
  });

  it("lets what has ended be dismissed, and nothing else", () => {
    const { jobs } = showJobs([job(1), job(2, { phase: "failed", failure: failure({ serverText: "It broke." }) })]);
    open();
    expect(tray().getByDisplayValue("It broke.")).toBeInTheDocument();
    fireEvent.click(tray().getByRole("button", { name: "Dismiss" }));
    expect(jobs.dismiss).toHaveBeenCalledWith("job 2");
  });

  it("says which operation was only found, by its id and the server's own state", () => {
    const found = job(1, { found: true, kind: "import", asyncOperationId: "abc", serverStatus: "waiting" });
    showJobs([found]);
    open();
    expect(tray().getByText("Import of Solution 1 1.0.0.0")).toBeInTheDocument();
    expect(tray().getByText(/the environment says: waiting for its turn · found in the history/)).toBeInTheDocument();
    expect(tray().getByText("abc")).toBeInTheDocument();
  });

  it("tells a screen reader of each phase once, not of what was there at first", () => {
    const { jobs } = showJobs([job(1)]);
    const said = "Uninstall of Solution 1 1.0.0.0: It is done.";
    act(() => void jest.advanceTimersByTime(3000));
    expect(screen.queryByText(/^Uninstall of Solution 1 1.0.0.0: /)).not.toBeInTheDocument();
    act(() => jobs.set([job(1, { phase: "succeeded", endedAt: new Date("2026-01-02T03:04:00Z") })]));
    act(() => void jest.advanceTimersByTime(3000));
    expect(screen.getByText(said)).toBeInTheDocument();
  });

  it("has no violation of accessibility rules", async () => {
    const { baseElement } = showJobs([job(1), job(2, { phase: "lost" })]);
    open();
    jest.useRealTimers();
    expect(await axe(baseElement)).toHaveNoViolations();
  });
});
