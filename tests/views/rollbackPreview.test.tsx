/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { failure, id, ready, solution } from "./fakes";
import { job } from "./fakeJobs";
import { blocker, counted, fate, layer, part, previewed, showRollback, table } from "./rollbackFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useFakeTimers();
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const settle = (): void => act(() => void jest.advanceTimersByTime(500));
const panel = () => within(screen.getByRole("dialog"));
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole("button", { name }));
  settle();
};

const MIXED = [
  fate(table(10)),
  fate(part(11), {
    kind: "fallsBack",
    changes: [{ property: "name", now: "New", then: "Old", from: layer("Contoso Base"), certain: true }],
  }),
  fate(part(12), {
    kind: "returns",
    changes: [{ property: "fetchxml", now: "a", then: "b", from: layer("Fabrikam Addons"), certain: false }],
  }),
  fate(part(13), {
    kind: "survives",
    heldBy: [layer("Fabrikam Addons")],
    newBase: layer("Fabrikam Addons"),
    unchangedBecause: "sameValues",
  }),
  fate(part(14), { kind: "unchanged", unchangedBecause: "higherLayer", decidedBy: layer("Fabrikam Addons") }),
  fate(part(15), { kind: "unknown", why: { reason: "notRead", text: "It broke.", code: "0x80040216" } }),
];

describe("the way to the preview", () => {
  it("begins the preview when the tab is opened from the overview", () => {
    const { rollback } = showRollback({ status: "idle" }, { place: { page: "solutions", solution: id(1) } });
    expect(rollback.preview).not.toHaveBeenCalled();
    press("Preview uninstall");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });

  it("previews several chosen solutions together, in a panel of their own that a reload keeps", () => {
    const { rollback, host } = showRollback({ status: "idle" }, { place: { page: "solutions" } });
    fireEvent.click(screen.getByRole("checkbox", { name: /^Choose Solution 1 / }));
    fireEvent.click(screen.getByRole("checkbox", { name: /^Choose Solution 2 / }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    press("Preview uninstall of 2");
    expect(rollback.preview).toHaveBeenCalledWith([id(1), id(2)]);
    expect(host.place.read().rollback).toEqual([id(1), id(2)]);
    expect(panel().getByRole("heading", { name: "Uninstall preview: 2 solutions" })).toBeInTheDocument();
  });

  it("offers none for what is unmanaged", () => {
    const unmanaged = ready([solution(1, { managed: false })]);
    const { rollback } = showRollback({ status: "idle" }, { app: { solutions: unmanaged } });
    expect(screen.queryByRole("tab", { name: "Uninstall" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Preview uninstall" })).not.toBeInTheDocument();
    expect(rollback.preview).not.toHaveBeenCalled();
  });

  it("does not begin by itself when another solution is opened from the list", () => {
    const { rollback } = showRollback(previewed());
    fireEvent.click(screen.getByText("Solution 2"));
    expect(panel().getByRole("tab", { name: "Overview" })).toHaveAttribute("aria-selected", "true");
    expect(rollback.preview).not.toHaveBeenCalled();
  });

  it("keeps a preview that is there", () => {
    const { rollback } = showRollback(previewed());
    expect(rollback.preview).not.toHaveBeenCalled();
  });

  it("does not put another preview in the place of an uninstall that is followed", () => {
    const running = previewed({ targets: [solution(2)] }, { run: { status: "running", step: 0, steps: 1, jobs: [] } });
    const { rollback } = showRollback(running);
    expect(rollback.preview).not.toHaveBeenCalled();
    expect(panel().getByText("Another uninstall is running: Solution 2")).toBeInTheDocument();
  });

  it("waits for the history, which tells whether the solution is being worked on", () => {
    const { rollback, store } = showRollback({ status: "idle" }, { app: { history: { status: "loading" } } });
    expect(rollback.preview).not.toHaveBeenCalled();
    act(() => store.set({ history: ready([]) }));
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });

  it("shows the running operation after a reload, and previews only when asked", () => {
    const { rollback } = showRollback({ status: "idle" }, { jobs: [job(1, { found: true })] });
    expect(rollback.preview).not.toHaveBeenCalled();
    expect(panel().getByText("Uninstall of Solution 1 1.0.0.0")).toBeInTheDocument();
    press("Preview all the same");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });
});

describe("reading the preview", () => {
  it("says how far it is and what it costs, and can be cancelled", () => {
    const progress = { stage: "layers", done: 40, total: 212, calls: 12 } as const;
    const { rollback } = showRollback({ status: "reading", targets: [id(1)], progress });
    expect(panel().getByText("Reading layers: 40 of 212")).toBeInTheDocument();
    expect(panel().getByText(/Nothing is changed while you look. 12 calls/)).toBeInTheDocument();
    press("Cancel");
    expect(rollback.cancel).toHaveBeenCalled();
  });

  it("offers to begin again after it was cancelled", () => {
    const { rollback } = showRollback({
      status: "reading",
      targets: [id(1)],
      progress: { stage: "members", done: 0, total: 0, calls: 1 },
    });
    act(() => rollback.set({ status: "idle" }));
    expect(rollback.preview).not.toHaveBeenCalled();
    press("Preview uninstall");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });

  it("says why it failed, and tries again when asked", () => {
    const { rollback } = showRollback({ status: "failed", targets: [id(1)], failure: failure() });
    expect(panel().getByText("The preview could not be made.")).toBeInTheDocument();
    press("Retry");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });
});

describe("the verdict", () => {
  it("says that it can be taken back, and what that deletes", () => {
    showRollback(previewed({ fates: [fate(part(11))] }));
    expect(panel().getByRole("heading", { name: "Can be taken back" })).toBeInTheDocument();
    expect(panel().getByText(/Nothing stands in the way. 1 component is deleted/)).toBeInTheDocument();
    expect(panel().getByText("27 calls, 2.1 s · read 2026-01-02T03:00")).toBeInTheDocument();
  });

  it("counts each component that blocks once, and has no button then", () => {
    const blockers = [
      blocker(part(11)),
      blocker(part(12)),
      blocker(part(13), { kind: "baseLayer", dependent: part(13) }),
    ];
    showRollback(previewed({ verdict: "blocked", blockers }, { reportSaved: true }));
    expect(panel().getByRole("heading", { name: "Blocked by 2 components" })).toBeInTheDocument();
    expect(panel().queryByRole("button", { name: /^Uninstall/ })).not.toBeInTheDocument();
    expect(panel().getByText(/It cannot be uninstalled as things stand/)).toBeInTheDocument();
  });

  it("counts what could not be found out, each component once", () => {
    const unread = [{ what: "dependencies", solution: "Solution2", why: { reason: "notRead" } }] as const;
    const fates = [fate(part(15), { kind: "unknown", why: { reason: "notRead" } })];
    const blockers = [
      blocker(part(11), { kind: "unreadable", dependent: part(15) }),
      blocker(part(11), { kind: "unreadable", dependent: part(16) }),
    ];
    showRollback(previewed({ verdict: "uncertain", unread, fates, blockers }));
    expect(panel().getByRole("heading", { name: "3 things could not be found out" })).toBeInTheDocument();
    expect(panel().getByText("1 part could not be read.")).toBeInTheDocument();
  });

  it("names what cannot be uninstalled at all, with the reason", () => {
    const refused = [{ solutionId: id(1), name: "Active", reason: "restricted" }] as const;
    showRollback(previewed({ refused }, { reportSaved: true }));
    expect(panel().getByRole("heading", { name: "Cannot be uninstalled" })).toBeInTheDocument();
    expect(panel().getByText("Active belongs to the platform and cannot be uninstalled.")).toBeInTheDocument();
    expect(panel().queryByRole("button", { name: /^Uninstall/ })).not.toBeInTheDocument();
  });

  it("tells of an upgrade that waits", () => {
    showRollback(previewed({ holdings: [solution(3, { uniqueName: "Solution1_Upgrade", version: "2.0.0.0" })] }));
    expect(panel().getByText("A staged upgrade waits: Solution1_Upgrade 2.0.0.0")).toBeInTheDocument();
  });

  it("reads again when asked", () => {
    const { rollback } = showRollback(previewed());
    press("Preview again");
    expect(rollback.preview).toHaveBeenCalledWith([id(1)]);
  });
});

describe("the order", () => {
  it("lists every step, patches that go by themselves, rings, and what is missing", () => {
    const steps = [
      { solution: solution(3, { displayName: "Hotfix" }), because: "patch", implied: true },
      { solution: solution(1), because: "target", implied: false },
    ] as const;
    showRollback(
      previewed(
        { order: { steps, cycles: [["Solution1", "Solution2"]], missing: ["Solution2"] } },
        { reportSaved: true },
      ),
    );
    const [first, second] = within(panel().getByRole("list", { name: "Order of uninstalling" })).getAllByRole(
      "listitem",
    );
    expect(first).toHaveTextContent("Hotfix 1.0.0.0Solution3 · patch · goes by itself with its base");
    expect(second).toHaveTextContent("Solution 1 1.0.0.0");
    expect(panel().getByText("These need each other: Solution 1, Solution 2")).toBeInTheDocument();
    expect(panel().getByText("These would have to go or change first: Solution 2")).toBeInTheDocument();
    expect(panel().queryByRole("button", { name: /^Uninstall/ })).not.toBeInTheDocument();
  });
});

describe("the blockers", () => {
  const blockers = [
    blocker(part(11), { round: 2, kind: "coveredDependency", fix: { where: "here" }, dependent: part(91) }),
    blocker(part(12)),
    blocker(part(13)),
  ];

  it("stand in one line for what has to change, those of the first round first", () => {
    showRollback(previewed({ verdict: "blocked", blockers }));
    const [, first, second] = within(panel().getByRole("table", { name: "What stands in the way" })).getAllByRole(
      "row",
    );
    expect(first).toHaveTextContent(
      /Risky accounts.*View 12.*View 13.*Update or uninstall Fabrikam Addons 1.0.0.0 first.*At once/,
    );
    expect(second).toHaveTextContent(/View 91.*covered now.*View 11.*In this environment: remove.*In round 2/);
  });

  it("are told as possible, and not counted as blocking, where the server may still let it go", () => {
    showRollback(previewed({ verdict: "uncertain", blockers: [blocker(part(12), { kind: "perhaps" })] }));
    expect(panel().getByRole("heading", { name: "1 thing could not be found out" })).toBeInTheDocument();
    const [, only] = within(panel().getByRole("table", { name: "What stands in the way" })).getAllByRole("row");
    expect(only).toHaveTextContent(/Risky accounts.*may still need what would go.*not certain.*View 12/);
  });

  it("tell of a table's last main form that another one has to be made first, and where it only may be the last", () => {
    const last = (number: number, kind: "lastForm" | "mayBeLastForm") =>
      blocker(part(number), { kind, dependent: part(number), fix: { where: "here" } });
    const why = { reason: "notRead", text: "broken" } as const;
    const forms = [last(12, "lastForm"), { ...last(13, "mayBeLastForm"), why }];
    showRollback(previewed({ verdict: "blocked", blockers: forms }));
    expect(panel().getByRole("heading", { name: "Blocked by 1 component" })).toBeInTheDocument();
    const [, sure, open] = within(panel().getByRole("table", { name: "What stands in the way" })).getAllByRole("row");
    expect(sure).toHaveTextContent(/View 12.*the last main form of a table that stays.*make another main form/);
    expect(open).toHaveTextContent(/View 13.*may be the last main form.*broken.*make another main form/);
  });

  it("lead to the layers, and back to the preview", () => {
    const { host } = showRollback(previewed({ verdict: "blocked", blockers }));
    press("Layers of Risky accounts");
    expect(host.place.read().component).toEqual({ typeName: "SavedQuery", id: id(90) });
    expect(panel().getByRole("heading", { name: "Risky accounts" })).toBeInTheDocument();
    press("Uninstall");
    expect(panel().getByRole("heading", { name: "Blocked by 2 components" })).toBeInTheDocument();
  });
});

describe("the data that goes along", () => {
  it("is counted by itself where a table goes", () => {
    const { rollback } = showRollback(previewed({ fates: [fate(table(10))] }));
    expect(rollback.countData).toHaveBeenCalledTimes(1);
  });

  it("is not counted where neither table nor column goes", () => {
    const { rollback } = showRollback(previewed({ fates: [fate(part(11))] }));
    expect(rollback.countData).not.toHaveBeenCalled();
    expect(panel().getByText(/so no rows and no values of columns are deleted/)).toBeInTheDocument();
  });

  it("is not called none where the fate of a table is not known", () => {
    const unknown = fate(table(10), { kind: "unknown", why: { reason: "notRead" } });
    showRollback(previewed({ fates: [unknown] }, { data: counted([]) }));
    expect(panel().getByText(/What becomes of 1 component is not known: it may be deleted/)).toBeInTheDocument();
    expect(panel().queryByText(/so no rows and no values/)).not.toBeInTheDocument();
  });

  it("is never told more certain than it was counted", () => {
    const items = [
      { component: table(10), kind: "rows", count: { status: "exact", count: 18204 } },
      { component: table(11), kind: "rows", count: { status: "atLeast", count: 5000 } },
      { component: table(12), kind: "values", count: { status: "snapshot", count: 1 } },
      { component: table(13), kind: "rows", count: { status: "unknown", why: { reason: "notRead", text: "No." } } },
    ] as const;
    showRollback(previewed({ fates: [fate(table(10))] }, { data: counted(items) }));
    const rows = within(panel().getByRole("table", { name: "Data that goes along" })).getAllByRole("row");
    expect(rows.map(({ textContent }) => textContent).slice(1)).toEqual([
      expect.stringContaining("18,204 rows, counted now"),
      expect.stringContaining("at least 5,000 rows"),
      expect.stringContaining("1 filled value, counted up to a day ago"),
      expect.stringContaining("number of rows unknownIt could not be read. No."),
    ]);
  });

  it("can be stopped, says then what is missing, and can be counted again", () => {
    const fates = [fate(table(10))];
    const data = { items: [], complete: false, total: 7 };
    const { rollback } = showRollback(previewed({ fates }, { data: { status: "counting", data } }));
    expect(panel().getByText("Counting rows and values: 0 of 7")).toBeInTheDocument();
    press("Cancel");
    expect(rollback.cancel).toHaveBeenCalled();
    act(() => rollback.set(previewed({ fates }, { data: { status: "counted", data } })));
    expect(panel().getByText(/Counting was stopped: 0 of 7 counted/)).toBeInTheDocument();
    press("Count again");
    expect(rollback.countData).toHaveBeenCalledTimes(1);
  });
});

describe("the components", () => {
  it("are counted by fate, as a picture in words and as filters", () => {
    showRollback(previewed({ fates: MIXED }));
    expect(
      panel().getByRole("img", {
        name: "Of all components: 1 deleted, 1 falls back, 1 returns to view, 1 survives, 1 unchanged, 1 unknown",
      }),
    ).toBeInTheDocument();
    expect(panel().getByText("Showing 6 of 6 components", { selector: "span" })).toBeInTheDocument();
    press("1 unknown");
    expect(panel().getByText("Showing 1 of 6 components", { selector: "span" })).toBeInTheDocument();
    expect(panel().getByText("It could not be read. It broke. 0x80040216")).toBeInTheDocument();
    expect(panel().queryByText("Deleted (1)")).not.toBeInTheDocument();
  });

  it("say why, and what is seen now and then", () => {
    showRollback(previewed({ fates: MIXED }));
    expect(panel().getByText("1 value falls back to what Contoso Base 1.0.0.0 says.")).toBeInTheDocument();
    expect(panel().getByText("New → Old")).toBeInTheDocument();
    expect(panel().getByText("1 value of Fabrikam Addons 1.0.0.0 is seen again.")).toBeInTheDocument();
    press(/^fetchxml/);
    expect(panel().getByText(/Likely, not certain/)).toBeInTheDocument();
    expect(panel().getByText("Then, from Fabrikam Addons 1.0.0.0")).toBeInTheDocument();
  });

  it("that stay as they are are closed at first and say who decides when opened", () => {
    showRollback(previewed({ fates: MIXED }));
    const why = "Fabrikam Addons 1.0.0.0 lies above and decides.";
    expect(panel().queryByText(why)).not.toBeInTheDocument();
    press("1 unchanged");
    expect(panel().getByText(why)).toBeInTheDocument();
  });

  it("say with which whole, data and customization they go, and which of several solutions concerns them", () => {
    const whole = table(10);
    const column = part(20, { typeName: "Attribute", type: 2, name: "cts_a", displayName: "Column", table: "cts_t10" });
    const items = [{ component: whole, kind: "rows", count: { status: "exact", count: 3 } }] as const;
    showRollback(
      previewed(
        {
          targets: [solution(1), solution(2)],
          fates: [fate(whole, { hasOverride: true }), fate(column, { goesWith: whole.key, leaving: ["Solution2"] })],
        },
        { data: counted(items) },
      ),
      { place: { page: "solutions", rollback: [id(2), id(1)] } },
    );
    expect(
      panel().getByText(/Nothing else holds it. Deleted with 3 rows, counted now. The unmanaged/),
    ).toBeInTheDocument();
    expect(panel().getByText("It goes with Table 10. Concerned by: Solution 2.")).toBeInTheDocument();
  });

  it("say of what nobody tells whether it was customized that a customization would go along", () => {
    showRollback(previewed({ fates: [fate(table(10), { hasOverride: undefined })] }));
    expect(panel().getByText(/Whether somebody customized it is not told/)).toBeInTheDocument();
  });

  it("are searched by name and property", () => {
    showRollback(previewed({ fates: MIXED }));
    fireEvent.change(panel().getByRole("searchbox"), { target: { value: "fetchxml" } });
    settle();
    expect(panel().getByText("View 12")).toBeInTheDocument();
    expect(panel().queryByText("View 11")).not.toBeInTheDocument();
    fireEvent.change(panel().getByRole("searchbox"), { target: { value: "nothing like it" } });
    settle();
    press("Clear filters");
    expect(panel().getByText("View 11")).toBeInTheDocument();
  });

  it("are put into the page a hundred at a time", () => {
    const fates = Array.from({ length: 250 }, (_, index) => fate(part(1000 + index)));
    showRollback(previewed({ fates }));
    expect(panel().queryByText("View 1000")).not.toBeInTheDocument();
    press(/^Views/);
    expect(panel().getAllByText(/^View \d+$/)).toHaveLength(100);
    press("Show more (150 left)");
    expect(panel().getAllByText(/^View \d+$/)).toHaveLength(200);
  });
});

describe("the whole preview", () => {
  it("has no violation of accessibility rules", async () => {
    const { baseElement } = showRollback(
      previewed({ fates: MIXED, blockers: [blocker(part(11))], verdict: "blocked" }, { data: counted([]) }),
    );
    jest.useRealTimers();
    expect(await axe(baseElement)).toHaveNoViolations();
  });

  it("speaks German", () => {
    showRollback(previewed({ fates: MIXED }), { languageId: 1031 });
    expect(panel().getByRole("heading", { name: "Lässt sich zurücknehmen" })).toBeInTheDocument();
    expect(panel().getByText("1 Wert fällt auf das zurück, was Contoso Base 1.0.0.0 sagt.")).toBeInTheDocument();
  });
});
