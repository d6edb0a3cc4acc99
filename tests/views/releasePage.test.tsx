/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { axe, toHaveNoViolations } from "jest-axe";
import type {
  ComponentRelease,
  PackagePreview,
  ReleaseBlocker,
  ReleaseChange,
  ReleaseWay,
  WayPreview,
} from "../../SolutionHealth/domain/releases/releasePreview";
import type { TrackedJob } from "../../SolutionHealth/state/jobs/model";
import type {
  ImportRun,
  ImportStep,
  PreviewState,
  ReleaseAnswer,
  ReleaseState,
} from "../../SolutionHealth/state/releases/model";
import { App } from "../../SolutionHealth/views/App";
import { packageNamed, previewOf } from "../state/releases/releaseBench";
import { solution } from "../domain/rollbacks/rollbackFacts";
import { FakeJobs, job } from "./fakeJobs";
import { FakeRelease } from "./fakeRelease";
import { appState, fakeHost, FakeStore, otherStores, ready } from "./fakes";

expect.extend(toHaveNoViolations);

const SALES = packageNamed("Sales 1.2.0.0");
const NO_IMPORT = new FakeRelease().getState().import;

const fate = (name: string, parts: Partial<ComponentRelease> = {}): ComponentRelease => ({
  component: { address: `SavedQuery ${name}`, type: 26, typeName: "SavedQuery", key: name, name, displayName: name },
  kind: "changed",
  changes: [],
  newLayer: false,
  shell: false,
  heldBy: [],
  override: "none",
  merged: false,
  blockedBy: [],
  ...parts,
});

const counting = (fates: readonly ComponentRelease[]): Pick<WayPreview, "fates" | "counts"> => {
  const counts = { added: 0, changed: 0, unchanged: 0, deleted: 0, survives: 0, leftBehind: 0, unknown: 0 };
  for (const { kind } of fates) counts[kind] += 1;
  return { fates, counts };
};

function readyWith(
  ways: Parameters<typeof previewOf>[1] = {},
  parts: Partial<PackagePreview> = {},
  unread: Extract<PreviewState, { status: "ready" }>["preview"]["unread"] = [],
): PreviewState {
  return {
    status: "ready",
    preview: {
      overwrite: false,
      packages: [{ ...previewOf(SALES, ways), ...parts }],
      order: { names: ["Sales"], cycles: [] },
      unread,
      readAt: new Date("2026-01-02T03:00:00Z"),
    },
    facts: { stacks: new Map() },
    cost: { calls: 27, duration: 2140 },
  };
}

function open(state: Partial<ReleaseState> = {}, may: "granted" | "missing" = "granted", jobs: TrackedJob[] = []) {
  const release = new FakeRelease(state);
  const host = fakeHost({
    place: { read: () => ({ page: "release" }), write: () => undefined, onChange: () => () => undefined },
  });
  const store = new FakeStore(appState({ privileges: ready(new Map([["prvImportCustomization", may]])) }));
  const stores = { ...otherStores(), release, jobs: new FakeJobs(jobs) };
  return { ...render(<App host={host} store={store} {...stores} />), release, host };
}

function answer(ways: Parameters<typeof readyWith>[0] = {}): ReleaseAnswer {
  const state = readyWith(ways);
  if (state.status !== "ready") throw new Error("not ready");
  return { preview: state.preview, facts: state.facts };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const linesOf = (way: string): string[] =>
  [...(screen.getByRole("radio", { name: way }).closest("label")?.querySelectorAll("span > span") ?? [])].map(
    (line) => line.textContent ?? "",
  );
const alternatives = { way: "update", components: [], alternatives: [] } as const;

describe("the release page", () => {
  it("is empty until a package is chosen, and claims nothing", async () => {
    const { container } = open();
    expect(button("Choose packages…")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: /^What will happen/ })).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it("says of each file that was not taken why, and takes it off the list", () => {
    const refusal = { code: "notZip", text: "no directory" };
    const { release } = open({
      files: [{ key: "f1", name: "letter.zip", size: 8, reading: { status: "refused", refusal } }],
    });
    expect(screen.getByText("letter.zip was not taken.")).toBeTruthy();
    expect(screen.getAllByText(/This is no zip file\./).length).toBeGreaterThan(0);
    fireEvent.click(button(/Dismiss|Close/));
    expect(release.removeFile).toHaveBeenCalledWith("f1");
  });

  it("shows how far the reading is, and can be left", () => {
    const { release } = open({
      preview: { status: "reading", progress: { stage: "layers", done: 3, total: 12, calls: 9 } },
    });
    fireEvent.click(button("Cancel"));
    expect(release.cancel).toHaveBeenCalledTimes(1);
  });

  it("shows what is known while the rest is read, and offers nothing on a part", async () => {
    const unread = fate("Mystery", { kind: "unknown", why: { reason: "notRead" } });
    const both = counting([unread, fate("Active Permits")]);
    const ways = { update: both, stagedUpgrade: both, upgrade: { status: "refused" } } as const;
    const { release, container } = open({
      preview: {
        status: "reading",
        progress: { stage: "layers", done: 1, total: 3, calls: 5 },
        early: { ...answer(ways), open: { components: 2, packages: 0 } },
      },
    });
    expect(screen.getByText("Layers of 2 components have not been read yet.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: /^What will happen/ })).toBeTruthy();
    expect(screen.getAllByText("Provisional")).toHaveLength(4);
    expect(screen.getByText("Will be refused")).toBeTruthy();
    expect(screen.getByText("Advice so far: Update.")).toBeTruthy();
    // What nobody has looked at may be changed, or deleted by an upgrade; an update deletes nothing whatever it is.
    expect(linesOf("Update")).toEqual(expect.arrayContaining(["adds 0 · changes at least 1", "deletes nothing"]));
    expect(linesOf("Stage, apply later")).toContain("deletions not known");
    expect(screen.getByText("What becomes of it is not known: not everything about it has been read.")).toBeTruthy();
    expect(screen.queryByText(/could not be judged/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "1 not judged" }));
    expect(screen.getAllByText("1 of 2 components").length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: "Read the rest" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Import/ })).toBeNull();
    act(() =>
      release.set({
        preview: {
          status: "ready",
          ...answer(),
          cost: { calls: 5, duration: 900 },
          open: { components: 1, packages: 2 },
        },
      }),
    );
    expect(screen.getByText(/2 packages have not been looked at yet/)).toBeTruthy();
    expect(screen.getByText("Read the rest before you import.")).toBeTruthy();
    act(() =>
      release.set({
        preview: {
          status: "ready",
          ...answer(),
          cost: { calls: 5, duration: 900 },
          open: { components: 0, packages: 0, dependencies: true },
        },
      }),
    );
    expect(screen.getByText("Not everything has been read yet.")).toBeTruthy();
    expect(screen.getByText("What stands in the way of deletions has not been asked for.")).toBeTruthy();
    expect(screen.queryByText(/shown as not judged/)).toBeNull();
    fireEvent.click(button("Read the rest"));
    expect(release.readRest).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it("shows why the environment could not be read, and reads again", () => {
    const failure = { kind: "forbidden", privilege: "prvReadSolution", retryable: false } as const;
    const { release } = open({ preview: { status: "failed", failure } });
    expect(screen.getAllByText(/prvReadSolution/).length).toBeGreaterThan(0);
    fireEvent.click(button("Retry"));
    expect(release.refresh).toHaveBeenCalledTimes(1);
  });

  it("shows the ways side by side and asks for the one that is chosen", async () => {
    const { release, container } = open({
      preview: readyWith({ install: { status: "notApplicable", notApplicable: "installed" } }),
    });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "First installation" }).disabled).toBe(true);
    fireEvent.click(screen.getByRole("radio", { name: "Upgrade" }));
    expect(release.chooseWay).toHaveBeenCalledWith("sha of Sales 1.2.0.0", "upgrade");
    expect(await axe(container)).toHaveNoViolations();
  });

  it("says a refusal with the platform's error, and offers no import", () => {
    const finding: PackagePreview["findings"][number] = {
      id: "versionLower",
      severity: "blocker",
      ways: ["update"],
      code: "0x80048541",
      evidence: { installed: "2.0.0.0", incoming: "1.2.0.0" },
    };
    open({ preview: readyWith({ update: { status: "refused" } }, { findings: [finding] }) });
    expect(screen.getAllByText(/0x80048541/).length).toBeGreaterThan(0);
    expect(screen.getByText("It cannot be imported in this way.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Import…" })).toBeNull();
  });

  it("says of what stands in the way what to do about it", () => {
    const { component } = fate("Main");
    const standing = (kind: ReleaseBlocker["kind"], where: "here" | "package"): ReleaseBlocker => ({
      kind,
      required: component,
      dependent: component,
      fix: { where },
      round: 1,
      certain: true,
    });
    const blockers = [
      standing("lastForm", "here"),
      standing("unmanagedBase", "here"),
      standing("columnType", "package"),
      standing("part", "package"),
      standing("incomingDependency", "package"),
    ];
    const needed = { ...standing("dependency", "here"), dependent: fate("Flow").component };
    const perhaps: ReleaseBlocker = { ...standing("lastForm", "here"), certain: false };
    const blocked = [
      fate("Main", { blockedBy: [0] }),
      fate("Old", { blockedBy: [5] }),
      fate("Perhaps", { blockedBy: [6] }),
    ];
    open({ preview: readyWith({ update: { ...counting(blocked), blockers: [...blockers, needed, perhaps] } }) });
    const list = within(screen.getByRole("grid", { name: "Components" }));
    // That it is blocked by itself would say nothing.
    expect(list.getByText(/Main .* is the last main form of its table/)).toBeTruthy();
    expect(list.getByText(/may be the last main form of its table.*that is not certain/)).toBeTruthy();
    expect(list.getByText(/Blocked by Flow\./)).toBeTruthy();
    expect(list.queryByText(/Blocked by Main/)).toBeNull();
    const rows = within(screen.getByRole("table", { name: "What stands in the way" }))
      .getAllByRole("row")
      .slice(1);
    expect(rows.map(({ textContent }) => /(?:Here|In the package): [^.]*\./.exec(textContent ?? "")?.[0])).toEqual([
      "Here: make another main form of the table.",
      "Here: change or remove the unmanaged customization.",
      "In the package: give the column another name, or the type that it has here.",
      "In the package: leave this part out too, or keep what it is part of.",
      "In the package: remove the reference there.",
      "Here: change or remove the unmanaged customization.",
      "Here: make another main form of the table.",
    ]);
  });

  it("of an option that the package drops says that it goes, or may stay, not that it will be seen", () => {
    const dropped = (child: string, parts: Partial<ReleaseChange> = {}): ReleaseChange => ({
      property: "AttributePicklistValues",
      child,
      installed: { value: child },
      incoming: undefined,
      visibleNow: { value: child },
      visibleThen: undefined,
      seen: "seen",
      certain: true,
      ...parts,
    });
    const changes = [
      dropped("1"),
      dropped("2", { certain: false }),
      dropped("3", { certain: false, otherwise: { value: "3" } }),
      dropped("4", { visibleThen: { value: "below" } }),
    ];
    open({ preview: readyWith({ update: counting([fate("Level", { changes })]) }) });
    fireEvent.click(screen.getByRole("button", { name: "Level" }));
    const panel = within(screen.getByRole("dialog"));
    expect(
      changes.map(({ child }) => panel.getByText(`AttributePicklistValues ${child}`).parentElement?.textContent),
    ).toEqual([
      expect.stringContaining("will be gone"),
      expect.stringContaining("will likely be gone"),
      expect.stringContaining("may stay: an update deletes nothing"),
      expect.stringContaining("will be seen"),
    ]);
  });

  it("never calls clean what could not be judged or read", () => {
    const unknown = fate("Mystery", { kind: "unknown", why: { reason: "notRead" } });
    open({
      preview: readyWith({ update: counting([unknown]) }, {}, [{ what: "languages", why: { reason: "notRead" } }]),
    });
    const row = within(screen.getByRole("grid", { name: "Components" })).getByRole("row", { name: /Mystery/ });
    expect(row.textContent).toMatch(/Not known|not judged/i);
    expect(row.textContent).not.toMatch(/Unchanged/i);
    expect(screen.getByText("1 thing could not be read.")).toBeTruthy();
  });

  it("names the next step where a patch is advised and the file is none", () => {
    const advice = { ...alternatives, way: "patch", reason: "subset" } as const;
    open({ preview: readyWith({ patch: { hypothetical: true } }, { advice }) });
    expect(screen.getByText(/clone a patch of Sales where it is developed/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Import…" })).toBeNull();
  });

  it("without the privilege names it, and shows everything else", () => {
    open({ preview: readyWith({ update: counting([fate("Active Permits")]) }) }, "missing");
    expect(screen.getByText(/the privilege prvImportCustomization is needed/)).toBeTruthy();
    expect(screen.getByRole("grid", { name: "Components" }).textContent).toContain("Active Permits");
    expect(screen.queryByRole("button", { name: "Import…" })).toBeNull();
  });
});

const STEP: ImportStep = {
  id: "sha of Sales 1.2.0.0",
  way: "upgrade",
  uniqueName: "Sales",
  displayName: "Sales",
  version: "1.2.0.0",
};

function openRun(run: ImportRun, jobs: TrackedJob[] = []) {
  const gone = fate("Old view", { kind: "deleted" });
  return open(
    { preview: readyWith({ upgrade: counting([gone]) }), import: { ...NO_IMPORT, open: true, run } },
    "granted",
    jobs,
  );
}

const ended = (parts: Partial<Extract<ImportRun, { status: "ended" }>>): ImportRun => ({
  status: "ended",
  outcome: "succeeded",
  steps: [STEP],
  done: 1,
  jobs: [],
  comparisons: [],
  ...parts,
});

describe("the guided import", () => {
  it("starts nothing that deletes before the report is saved and the name is typed", () => {
    const ways = { upgrade: counting([fate("Old view", { kind: "deleted" })]) };
    const advice = { ...alternatives, way: "upgrade", reason: "leftBehind" } as const;
    const preview = readyWith(ways, { advice });
    const { release } = open({ preview, import: { ...NO_IMPORT, open: true } });
    const panel = within(screen.getByRole("dialog"));
    const start = panel.getByRole<HTMLButtonElement>("button", { name: "Import Sales 1.2.0.0" });
    fireEvent.change(panel.getByRole("textbox"), { target: { value: "Sales" } });
    expect(start.disabled).toBe(true);
    act(() => release.set({ reportSaved: true }));
    expect(start.disabled).toBe(false);
    fireEvent.click(start);
    expect(release.run).toHaveBeenCalledWith({ waitForLock: false });
  });

  it.each([
    [
      "was not judged",
      [],
      { counts: counting([fate("Mystery", { kind: "unknown" })]).counts },
      "Sales: whether anything is deleted is not known.",
    ],
    ["could not be listed", [], { unlisted: true }, "Sales: whether anything is deleted is not known."],
    [
      "could not be listed beside what is deleted",
      ["Old view"],
      { unlisted: true },
      "Sales: at least 1 component is deleted.",
    ],
  ])("does not say that nothing is deleted where something %s, and has the name typed", (_why, gone, parts, said) => {
    const upgrade = { ...counting(gone.map((name) => fate(name, { kind: "deleted" }))), ...parts };
    const advice = { ...alternatives, way: "upgrade", reason: "leftBehind" } as const;
    open({ preview: readyWith({ upgrade }, { advice }), import: { ...NO_IMPORT, open: true } });
    const panel = within(screen.getByRole("dialog"));
    expect(panel.getByText(said)).toBeTruthy();
    expect(panel.queryByText(/nothing is deleted/)).toBeNull();
    expect(panel.getByRole("textbox")).toBeTruthy();
  });

  it("waits with a staged upgrade until it is applied or left", () => {
    const { release } = openRun({ status: "paused", steps: [STEP], step: 0, jobs: [] });
    fireEvent.click(button("Apply the upgrade"));
    fireEvent.click(button("Leave it staged"));
    expect(release.apply).toHaveBeenCalledWith({ waitForLock: false });
    expect(release.leaveStaged).toHaveBeenCalledTimes(1);
  });

  it("of several that are staged lets choose which is applied, and says what is left", () => {
    const other = previewOf(packageNamed("Base 2.0.0.0"), {
      stagedUpgrade: counting([fate("Mystery", { kind: "unknown" })]),
    });
    const refused = { id: "restricted", severity: "blocker", ways: ["stagedUpgrade"], evidence: {} } as const;
    const third = previewOf(packageNamed("Third 1.0.0.0"), { stagedUpgrade: { findings: [refused] } });
    const staged = [previewOf(SALES), other, third].map((one): PackagePreview => ({
      ...one,
      pendingUpgrade: solution(`${one.package.uniqueName}_Upgrade`, { version: one.package.version }),
    }));
    const preview = readyWith();
    if (preview.status !== "ready") throw new Error("not ready");
    const all: PreviewState = { ...preview, preview: { ...preview.preview, packages: staged } };
    const { release } = open({ preview: all, import: { ...NO_IMPORT, open: true } });
    expect(button("Apply 3 staged upgrades…")).toBeTruthy();
    const panel = within(screen.getByRole("dialog"));
    expect(panel.getByText(/3 upgrades are staged/)).toBeTruthy();
    expect(panel.getAllByText("deletions not known")).toHaveLength(1);
    expect(panel.getAllByText("deletes nothing")).toHaveLength(1);
    expect(panel.getByRole<HTMLInputElement>("radio", { name: "Third 1.0.0.0" }).disabled).toBe(true);
    fireEvent.click(panel.getByRole("radio", { name: "Base 2.0.0.0" }));
    expect(release.show).toHaveBeenCalledWith("sha of Base 2.0.0.0");
    fireEvent.click(panel.getByRole("button", { name: "Apply the upgrade" }));
    expect(release.applyStaged).toHaveBeenCalledTimes(1);
    act(() => release.set({ import: { ...NO_IMPORT, open: true, run: ended({}) } }));
    expect(panel.getByText(/2 more upgrades are staged/)).toBeTruthy();
  });

  it.each([
    ["1.2.0.0", /This version is staged here already, as Sales_Upgrade 1.2.0.0/],
    ["2.0.0.0", /An upgrade is staged here: Sales_Upgrade 2.0.0.0. .* choose its package/],
  ])("of an upgrade that is staged in version %s tells whether it is this package", (version, text) => {
    const finding: PackagePreview["findings"][number] = {
      id: "pendingUpgrade",
      severity: "blocker",
      ways: ["upgrade"],
      evidence: { pending: "Sales_Upgrade", version, package: "1.2.0.0" },
    };
    open({ preview: readyWith({ upgrade: { status: "refused" } }, { findings: [finding] }) });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it("says what applying a staged upgrade deletes, whichever way is looked at beside it", () => {
    const upgrade = counting([fate("Old view", { kind: "deleted" })]);
    const preview = readyWith(
      { stagedUpgrade: upgrade },
      { pendingUpgrade: solution("Sales_Upgrade", { version: "1.2.0.0" }) },
    );
    const choice = { ways: new Map<string, ReleaseWay>([[STEP.id, "update"]]), overwrite: false };
    const { release } = open({ preview, choice, import: { ...NO_IMPORT, open: true } });
    const panel = within(screen.getByRole("dialog"));
    expect(panel.getByText("Sales: 1 component is deleted.")).toBeTruthy();
    expect(panel.queryByText(/nothing is deleted/)).toBeNull();
    expect(panel.getByRole<HTMLButtonElement>("button", { name: "Apply the upgrade" }).disabled).toBe(true);
    fireEvent.click(panel.getByRole("button", { name: /Save report/ }));
    fireEvent.click(screen.getByRole("menuitem", { name: /JSON/ }));
    const [file] = release.saveReport.mock.calls[0] ?? [];
    expect(JSON.parse(file?.content ?? "")).toMatchObject({
      verdict: { deletes: "yes" },
      packages: [{ way: "stagedUpgrade" }],
    });
  });

  it("names what came out otherwise, as the preview called it", () => {
    const surprise = {
      address: "SavedQuery Old view",
      displayName: "Old view",
      said: "deleted",
      found: "there",
      properties: [],
    } as const;
    const comparison = { solution: "Sales", way: "upgrade", compared: 1, asSaid: 0, surprises: [surprise] } as const;
    openRun(ended({ comparisons: [{ step: STEP, comparison }] }));
    const rows = within(screen.getByRole("table", { name: "What came out otherwise" })).getAllByRole("row");
    expect(rows[1]?.textContent).toContain("Old view");
    expect(rows[1]?.textContent).toContain("It is still there");
    expect(screen.queryByText(/Everything came as announced/)).toBeNull();
  });

  it("of an end that is not known says what to do; once it is found by looking again, says that", () => {
    const lost = job(1, { kind: "upgrade", phase: "lost" });
    const { unmount } = openRun(ended({ outcome: "lost", done: 0, jobs: [lost] }), [lost]);
    const panel = (): HTMLElement => screen.getByRole("dialog");
    expect(panel().textContent).toContain("If the history then shows no import of this version");
    expect(within(panel()).getAllByRole("button", { name: "Look again" }).length).toBeGreaterThan(0);
    unmount();
    openRun(ended({ outcome: "lost", done: 0, jobs: [lost] }), [{ ...lost, phase: "succeeded" }]);
    expect(panel().textContent).toContain("The import was done after all.");
    expect(panel().textContent).not.toContain("is not known");
  });
});
