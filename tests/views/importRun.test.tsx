/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import type { ImportOutcome, TrackedJob } from "../../SolutionHealth/state/jobs/model";
import type { Failure } from "../../SolutionHealth/state/model";
import type { ImportRun, ImportStep, PreviewState } from "../../SolutionHealth/state/releases/model";
import { App } from "../../SolutionHealth/views/App";
import { packageNamed, previewOf } from "../state/releases/releaseBench";
import { FakeJobs, job } from "./fakeJobs";
import { FakeRelease } from "./fakeRelease";
import { appState, fakeHost, FakeStore, otherStores, ready } from "./fakes";

const SALES = packageNamed("Sales 1.2.0.0");
const BASE = packageNamed("Base 2.0.0.0");
const step = (displayName: string): ImportStep => ({
  id: `sha of ${displayName}`,
  way: "update",
  uniqueName: displayName,
  displayName,
  version: "1.2.0.0",
});
const ONE = [step("Sales")];
const TWO = [step("Sales"), step("Base")];

const previewWith = (...packages: readonly (typeof SALES)[]): PreviewState => ({
  status: "ready",
  preview: {
    overwrite: false,
    packages: packages.map((one) => previewOf(one)),
    order: { names: [], cycles: [] },
    unread: [],
    readAt: new Date("2026-01-02T03:00:00Z"),
  },
  facts: { stacks: new Map() },
  cost: { calls: 27, duration: 2140 },
});

/** The panel of the import, with a run as it stands, or before it. */
function panelOf(run: ImportRun, preview: PreviewState = previewWith(SALES)): HTMLElement {
  const { import: none } = new FakeRelease().getState();
  const release = new FakeRelease({ preview, import: { ...none, open: true, run } });
  const host = fakeHost({
    place: { read: () => ({ page: "release" }), write: () => undefined, onChange: () => () => undefined },
  });
  const store = new FakeStore(appState({ privileges: ready(new Map([["prvImportCustomization", "granted"]])) }));
  const jobs = "jobs" in run ? [...run.jobs] : [];
  const stores = { ...otherStores(), release, jobs: new FakeJobs(jobs) };
  render(<App host={host} store={store} {...stores} />);
  return screen.getByRole("dialog");
}

const running = (job: TrackedJob | undefined, steps = ONE, applies = false): ImportRun => ({
  status: "running",
  steps,
  step: 0,
  jobs: job ? [job] : [],
  ...(applies && { applies }),
});

const importing = (parts: Partial<TrackedJob>): TrackedJob => job(1, { kind: "import", ...parts });
const endedWith = (last: TrackedJob, outcome: "failed" | "notStarted"): ImportRun => ({
  status: "ended",
  outcome,
  steps: ONE,
  done: 0,
  jobs: [last],
  comparisons: [],
});

describe("while an import goes on", () => {
  it.each([
    ["nothing has been sent yet", undefined, "Importing package 1 of 1", /Keep this page open until/],
    ["it is on its way", importing({ phase: "starting" }), "Importing package 1 of 1", /Keep this page open until/],
    [
      "it waits for another operation",
      importing({ phase: "waitingForLock" }),
      "Package 1 of 1 waits for another operation",
      /Keep this page open: it is sent from here/,
    ],
    ["the environment has it", importing({}), "Importing package 1 of 1", /this page may be closed/],
  ] as const)("says whether the page must stay open: %s", (_when, job, label, text) => {
    const panel = panelOf(running(job));
    expect(within(panel).getAllByText(label).length).toBeGreaterThan(0);
    expect(within(panel).getByText(text)).toBeTruthy();
    expect(within(panel).queryAllByText(/may be closed/)).toHaveLength(String(text).includes("may be closed") ? 1 : 0);
  });

  it("lets nobody close the page while packages after it are to be sent", () => {
    const panel = panelOf(running(importing({}), TWO), previewWith(SALES, BASE));
    expect(panel.textContent).toContain("the packages after it are sent from here");
    expect(panel.textContent).not.toContain("may be closed");
  });

  it("claims nothing of an answer that got lost, and calls applying by its name", () => {
    const lost = panelOf(running(importing({ phase: "lookingUp" })));
    expect(lost.textContent).toContain("Looking what became of package 1 of 1");
    expect(lost.textContent).not.toContain("may be closed");
    cleanup();
    const applying = panelOf(running(importing({ kind: "applyUpgrade" }), ONE, true));
    expect(applying.textContent).toContain("Applying the upgrade of package 1 of 1");
    expect(applying.textContent).not.toContain("Importing");
  });

  it("has what goes on before what is done, and nothing to take off a run that keeps it", () => {
    const staged = job(1, { kind: "stage", phase: "succeeded" });
    const panel = panelOf({ ...running(undefined), jobs: [staged, job(2, { kind: "applyUpgrade" })] } as ImportRun);
    const [first] = within(within(panel).getByRole("list", { name: "Operations of this import" })).getAllByRole(
      "listitem",
    );
    expect(first?.textContent).toContain("Applying the upgrade of Solution 2");
    expect(within(panel).queryByRole("button", { name: "Dismiss" })).toBeNull();
  });

  it("says of an apply that was refused that it was, and keeps it to be tried again", () => {
    const refused = job(2, { kind: "applyUpgrade", phase: "notStarted" });
    const panel = panelOf({ status: "paused", steps: ONE, step: 0, jobs: [job(1, { phase: "succeeded" }), refused] });
    expect(within(panel).getAllByText("The upgrade was not applied.").length).toBeGreaterThan(0);
    expect(within(panel).getByRole("button", { name: "Apply the upgrade" })).toBeTruthy();
  });
});

describe("the end of an import", () => {
  it("is said once: the notice that is seen is no live region beside the one that speaks", () => {
    const comparison = { solution: "Sales", way: "update", compared: 1, asSaid: 1, surprises: [] } as const;
    const done = { status: "ended", outcome: "succeeded", steps: ONE, done: 1, jobs: [] } as const;
    const panel = within(panelOf({ ...done, comparisons: [{ step: step("Sales"), comparison }] }));
    for (const words of ["The import is done.", "Sales: Everything came as announced."]) {
      const [seen] = panel.getAllByText(words, { selector: "strong" });
      expect(seen?.closest("[aria-live], [role=status], [role=alert]")).toBeNull();
    }
  });
});

describe("before it starts", () => {
  it("says that several packages are sent from the page, one after the other", () => {
    const panel = panelOf({ status: "none" }, previewWith(SALES, BASE));
    expect(panel.textContent).toContain("each is sent from here when the one before it is done");
    expect(panel.textContent).not.toContain("goes on when this page is closed");
  });

  it("says that waiting for another operation needs the page", () => {
    const panel = panelOf({ status: "none" });
    expect(panel.textContent).not.toContain("it is sent from here");
    fireEvent.click(within(panel).getByRole("checkbox", { name: /wait until it has ended/ }));
    expect(panel.textContent).toContain("keep this page open: it is sent from here");
  });
});

describe("a refusal", () => {
  const refusal = (parts: Partial<Failure>): Failure => ({
    kind: "badRequest",
    retryable: false,
    status: 400,
    ...parts,
  });
  const text = (failure: Failure): string =>
    panelOf(endedWith(importing({ phase: "notStarted", failure }), "notStarted")).textContent ?? "";

  it("with a code that is known is told by what it means and what to do", () => {
    const said = text(refusal({ code: "0x80048068", serverText: "Package version: 9.3" }));
    expect(said).toContain("The package was made for another version of Dataverse than this environment has.");
    expect(said).toContain("Export it from an environment of this version");
    expect(said).not.toContain("The environment refused the question");
  });

  it("with one that is not known leaves the word to the environment, and guesses nothing", () => {
    const said = text(refusal({ code: "0x80050001", serverText: "Something else" }));
    expect(said).not.toContain("The environment refused the question");
    expect(screen.getByRole("textbox", { name: "Message of the server" })).toHaveValue("Something else");
  });

  it("of a gateway is still a fault of the environment", () => {
    expect(text(refusal({ kind: "server", status: 502, serverText: "Bad gateway" }))).toContain("a fault of its own");
  });
});

describe("the result by component", () => {
  const WORDS = "The form could not be merged.";
  const outcome: ImportOutcome = {
    importJobId: "a0000000-0000-0000-0000-000000000001",
    errors: [WORDS],
    warnings: ["A flow has no connection."],
    log: [
      { name: "Permit", item: "entity", result: "success" },
      { name: "Active Permits", item: "savedquery", result: "failure", text: WORDS, code: "0x80048033" },
      { name: "Fee", item: "entity", result: "success" },
    ],
  };
  const failed = importing({ phase: "failed", outcome });

  it("shows what went wrong, and the rest only when it is opened; it closes again", () => {
    const panel = within(panelOf(endedWith(failed, "failed")));
    const bad = panel.getByRole("table", { name: "Result by component" });
    expect(within(bad).getAllByRole("row")).toHaveLength(2);
    expect(panel.queryByText("Permit")).toBeNull();
    const rest = panel.getByRole("button", { name: /2 more components without a complaint/ });
    fireEvent.click(rest);
    expect(panel.getByText("Permit")).toBeTruthy();
    fireEvent.click(rest);
    expect(panel.queryByText("Permit")).toBeNull();
  });

  it("says nothing twice that stands beside its component", () => {
    const panel = within(panelOf(endedWith(failed, "failed")));
    expect(panel.getAllByText(WORDS)).toHaveLength(1);
    expect(panel.getByText("A flow has no connection.")).toBeTruthy();
  });
});
