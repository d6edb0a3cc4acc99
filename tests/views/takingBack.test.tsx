/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { RemovalItem, RemovalPlan, RestoreItem } from "../../SolutionHealth/state/overrides/model";
import { failure, ready } from "./fakes";
import { component, row, showOverrides, unknown } from "./overridesFakes";
import type { ShownOverrides } from "./overridesFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const settle = (): void => act(() => void jest.advanceTimersByTime(500));
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole("button", { name }));
  settle();
};
const command = (name: string): void => {
  // Fluent measures its command bar only after a moment.
  settle();
  fireEvent.click(screen.getByRole("menuitem", { name }));
  settle();
};
const dialog = (): HTMLElement => screen.getByRole("dialog");
const button = (name: string | RegExp): HTMLElement => within(dialog()).getByRole("button", { name });

const item = (number: number, parts: Partial<RemovalItem> = {}): RemovalItem => ({
  component: component(number),
  removability: { verdict: "removable", notes: [] },
  incoming: [{ property: "fetchxml", now: "new", then: "old", known: true, from: "Solution1" }],
  ...parts,
});

const plan = (items: readonly RemovalItem[], confirmation?: string): RemovalPlan => ({
  items,
  backup: { fileName: "backup.json", content: "{}" },
  ...(confirmation === undefined ? {} : { confirmation }),
});

const prepared = (thePlan: RemovalPlan, backupSaved = false): ShownOverrides =>
  showOverrides({ rows: [row(1), row(2)], removal: { status: "prepared", plan: thePlan, backupSaved } });

describe("choosing overrides", () => {
  it("begins with the chosen rows", () => {
    const { overrides } = showOverrides({ rows: [row(1), row(2)] });
    const [, first] = screen.getAllByRole("checkbox");
    fireEvent.click(first!);
    press("Back up and remove 1…");
    expect(overrides.prepareRemoval).toHaveBeenCalledWith([row(1).component.key]);
  });

  it("offers no removal to somebody without the privilege, and names it", () => {
    const missing = ready(new Map([["prvWriteCustomization", "missing" as const]]));
    showOverrides({ rows: [row(1)] }, { app: { privileges: missing } });
    expect(screen.queryByRole("button", { name: /Back up and remove/ })).not.toBeInTheDocument();
    expect(screen.getByText(/needs the privilege prvWriteCustomization/)).toBeInTheDocument();
  });

  it("offers no removal while nobody knows of the privilege", () => {
    showOverrides({ rows: [row(1)] }, { app: { privileges: { status: "failed", failure: failure() } } });
    expect(screen.queryByRole("button", { name: /Back up and remove/ })).not.toBeInTheDocument();
    expect(screen.getByText(/could not be checked, so this page is read-only/)).toBeInTheDocument();
  });
});

describe("the pre-flight", () => {
  it("says what can be removed, what is to be known, and what shows afterwards", () => {
    prepared(plan([item(1, { removability: { verdict: "doubtful", notes: ["metadata"] } })]));
    const line = within(dialog()).getByRole("row", { name: /View 1/ });
    expect(line).toHaveTextContent("May be refused");
    expect(line).toHaveTextContent("fetchxml old from Solution 1");
  });

  it("says that a later value is not known where it is not", () => {
    prepared(plan([item(1, { incoming: [{ property: "name", now: "a", then: undefined, known: false }] })]));
    expect(within(dialog()).getByText(/not known: a layer below/)).toBeInTheDocument();
  });

  it("lets nothing be removed before the backup is saved", () => {
    const { overrides } = prepared(plan([item(1)]));
    expect(button("Remove 1 override")).toBeDisabled();
    fireEvent.click(button("Save backup"));
    expect(overrides.saveBackup).toHaveBeenCalled();
    act(() => overrides.set({ removal: { status: "prepared", plan: plan([item(1)]), backupSaved: true } }));
    fireEvent.click(button("Remove 1 override"));
    expect(overrides.remove).toHaveBeenCalledWith();
  });

  it("asks for the name when there are several", () => {
    const { overrides } = prepared(plan([item(1), item(2)], "ContosoSales"), true);
    expect(button("Remove 2 overrides")).toBeDisabled();
    fireEvent.change(within(dialog()).getByRole("textbox"), { target: { value: "contososales" } });
    expect(button("Remove 2 overrides")).toBeDisabled();
    fireEvent.change(within(dialog()).getByRole("textbox"), { target: { value: "ContosoSales" } });
    fireEvent.click(button("Remove 2 overrides"));
    expect(overrides.remove).toHaveBeenCalledWith("ContosoSales");
  });

  it("has no button where everything is left alone", () => {
    prepared(plan([item(1, { removability: { verdict: "refused", notes: ["onlyLayer"] } })]), true);
    expect(within(dialog()).queryByRole("button", { name: /^Remove/ })).not.toBeInTheDocument();
    expect(within(dialog()).getByText(/removing it would delete the component/)).toBeInTheDocument();
  });

  it("puts the focus on Cancel", () => {
    prepared(plan([item(1)]), true);
    act(() => void jest.runOnlyPendingTimers());
    expect(button("Cancel")).toHaveFocus();
  });

  it("has no violation of accessibility rules", async () => {
    const { baseElement } = prepared(plan([item(1), item(2)], "ContosoSales"));
    jest.useRealTimers();
    expect(await axe(baseElement)).toHaveNoViolations();
  });
});

describe("while and after removing", () => {
  it("can be stopped until everything is sent, and cannot be closed", () => {
    const thePlan = plan([item(1)]);
    const { overrides } = showOverrides({
      removal: { status: "running", plan: thePlan, stage: "oneByOne", done: 1, total: 3 },
    });
    expect(within(dialog()).getByText("Removing one by one: 1 of 3")).toBeInTheDocument();
    fireEvent.click(button("Send nothing more"));
    expect(overrides.cancelRemoval).toHaveBeenCalled();
    act(() => overrides.set({ removal: { status: "running", plan: thePlan, stage: "checking", done: 1, total: 3 } }));
    expect(within(dialog()).queryByRole("button")).not.toBeInTheDocument();
  });

  it("tells honestly what became of each, worst first, with the server's reason", () => {
    const report = {
      startedOn: "2026-01-01T00:00:00Z",
      endedOn: "2026-01-01T00:01:00Z",
      environment: { url: "https://contoso.crm4.dynamics.com" },
      backupFile: "backup.json",
      results: [
        { component: component(1), outcome: "removed" as const },
        { component: component(2), outcome: "refused" as const, code: "0x80048d19", serverText: "Not supported here." },
        { component: component(3), outcome: "reappeared" as const },
      ],
    };
    const { overrides } = showOverrides({
      removal: {
        status: "finished",
        plan: plan([item(1)]),
        report,
        reportFile: { fileName: "report.json", content: "{}" },
      },
    });
    const lines = within(dialog())
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent);
    expect(lines.map((line) => line?.slice(0, 6))).toEqual(["View 2", "View 3", "View 1"]);
    expect(within(dialog()).getByText("1 Removed, 1 Reappeared, 1 Refused")).toBeInTheDocument();
    expect(within(dialog()).getByText("The environment said: Not supported here.")).toBeInTheDocument();
    fireEvent.click(button("Save report"));
    expect(overrides.saveReport).toHaveBeenCalled();
  });
});

const restoreItem = (number: number, parts: Partial<RestoreItem> = {}): RestoreItem => ({
  component: component(number),
  writable: true,
  notes: [],
  values: [{ property: "fetchxml", now: "old", then: "new" }],
  byHand: [],
  ...parts,
});

describe("restoring", () => {
  const ready = (items: readonly RestoreItem[]): ShownOverrides =>
    showOverrides({
      restore: { status: "ready", fileName: "backup.json", createdOn: new Date("2026-01-01T00:00:00Z"), items },
    });

  it("takes the file that is chosen", async () => {
    const { overrides, container } = showOverrides();
    jest.useRealTimers();
    const input = container.querySelector<HTMLInputElement>("input[type=file]")!;
    fireEvent.change(input, { target: { files: [new File(["{}"], "backup.json")] } });
    await waitFor(() => expect(overrides.openBackup).toHaveBeenCalledWith("backup.json", "{}"));
    jest.useFakeTimers();
  });

  it("says why a file was not taken, and that nothing was written", () => {
    showOverrides({ restore: { status: "badFile", problem: { code: "invalid", place: "items[3].component.id" } } });
    expect(within(dialog()).getByText(/items\[3\]\.component\.id.*Nothing was written/)).toBeInTheDocument();
  });

  it("shows what it would write", () => {
    ready([restoreItem(1)]);
    expect(within(dialog()).getByRole("row", { name: /^fetchxml/ })).toHaveTextContent(/old.*new/);
  });

  it("writes what is chosen, and what is at another version only when that is chosen by hand", () => {
    const { overrides } = ready([restoreItem(1), restoreItem(2, { notes: ["versionChanged"] })]);
    fireEvent.click(button("Write back 1 component"));
    expect(overrides.restore).toHaveBeenLastCalledWith([component(1).key]);
    fireEvent.click(within(dialog()).getByRole("checkbox", { name: "View 2" }));
    fireEvent.click(button("Write back 2 components"));
    expect(overrides.restore).toHaveBeenLastCalledWith([component(1).key, component(2).key]);
  });

  it("gives the text for what must be done by hand", () => {
    ready([
      restoreItem(1, { writable: false, notes: ["byHand"], values: [], byHand: [{ property: "xaml", text: "<A/>" }] }),
    ]);
    expect(within(dialog()).getByText("<A/>")).toBeInTheDocument();
    expect(within(dialog()).getByRole("checkbox", { name: "View 1" })).toBeDisabled();
  });

  it("reports what was refused with the server's words", () => {
    showOverrides({
      restore: {
        status: "finished",
        items: [restoreItem(1)],
        results: [{ component: component(1), outcome: "refused", failure: failure({ serverText: "No." }) }],
      },
    });
    expect(within(dialog()).getByText("The environment said: No.")).toBeInTheDocument();
  });

  it("says that what was written is not published, where publishing failed", () => {
    showOverrides({
      restore: {
        status: "finished",
        items: [restoreItem(1)],
        results: [{ component: component(1), outcome: "restored" }],
        publishFailure: failure(),
      },
    });
    expect(within(dialog()).getByText(/could not be published: users do not see it yet/)).toBeInTheDocument();
  });
});

describe("accepting", () => {
  it("needs a reason, takes a last day, and leaves out what is unknown", () => {
    const { overrides } = showOverrides({ rows: [row(1), unknown(2)] });
    const [all] = screen.getAllByRole("checkbox");
    fireEvent.click(all!);
    press("Accept…");
    expect(button("Accept 1 override")).toBeDisabled();
    fireEvent.change(within(dialog()).getByRole("textbox", { name: /Reason/ }), { target: { value: " agreed " } });
    fireEvent.change(within(dialog()).getByLabelText(/Accepted until/), { target: { value: "2026-03-01" } });
    fireEvent.click(button("Accept 1 override"));
    expect(overrides.accept).toHaveBeenCalledWith([row(1).component.key], {
      reason: "agreed",
      acceptedBy: "Ann Beck",
      expiresOn: "2026-03-01",
    });
  });

  it("takes no day that has passed", () => {
    showOverrides({ rows: [row(1)] });
    fireEvent.click(screen.getAllByRole("checkbox")[1]!);
    press("Accept…");
    fireEvent.change(within(dialog()).getByRole("textbox", { name: /Reason/ }), { target: { value: "agreed" } });
    fireEvent.change(within(dialog()).getByLabelText(/Accepted until/), { target: { value: "2026-01-01" } });
    expect(button("Accept 1 override")).toBeDisabled();
  });

  it("takes another day after one that has passed, though the browser moves the focus before it tells of it", () => {
    showOverrides({ rows: [row(1)] });
    fireEvent.click(screen.getAllByRole("checkbox")[1]!);
    press("Accept…");
    fireEvent.change(within(dialog()).getByRole("textbox", { name: /Reason/ }), { target: { value: "agreed" } });
    const field = within(dialog()).getByLabelText(/Accepted until/);
    // As Chromium does when a date is picked: the value, the focus of an inner part, and only then the event.
    const pick = (day: string): void => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, day);
      fireEvent.focus(field);
      fireEvent.input(field);
    };
    pick("2026-01-01");
    expect(within(dialog()).getByText("This day has passed.")).toBeInTheDocument();
    expect(field).toBeInvalid();
    pick("2026-03-01");
    expect(field).toHaveValue("2026-03-01");
    expect(within(dialog()).queryByText("This day has passed.")).not.toBeInTheDocument();
    expect(button("Accept 1 override")).toBeEnabled();
  });

  it("lists what was accepted, says that it is not in a file yet, and takes an acceptance back", () => {
    const entry = {
      typeName: "SavedQuery",
      id: component(1).id,
      name: "View 1",
      fingerprint: "f",
      properties: ["fetchxml"],
      reason: "agreed",
      acceptedOn: "2026-01-01T00:00:00Z",
    };
    const { overrides } = showOverrides({ accepted: { entries: [entry], unsaved: true } });
    command("Accepted (1)");
    expect(within(dialog()).getByText(/not in a file yet/)).toBeInTheDocument();
    fireEvent.click(button("Withdraw the acceptance of View 1"));
    expect(overrides.withdraw).toHaveBeenCalledWith([component(1).key]);
    fireEvent.click(button("Save as file"));
    expect(overrides.saveAccepted).toHaveBeenCalled();
  });
});

describe("bookkeeping", () => {
  it("shows the list and judges by the edited one", () => {
    const { overrides } = showOverrides();
    command("Bookkeeping (2)");
    const field = within(dialog()).getByRole("textbox");
    expect(field).toHaveValue("modifiedon\nversionnumber");
    fireEvent.change(field, { target: { value: "ModifiedOn\n\nname" } });
    fireEvent.click(button("Apply"));
    expect(overrides.setBookkeeping).toHaveBeenCalledWith(["modifiedon", "name"]);
  });
});

describe("exporting", () => {
  const exported = (format: string): readonly [string, string, string] => {
    const { host } = showOverrides({ rows: [row(1, { component: { displayName: "=a|b" } }), row(2)] });
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "=a" } });
    act(() => void jest.advanceTimersByTime(200));
    // The command bar takes its new commands over a moment later.
    act(() => void jest.advanceTimersByTime(100));
    fireEvent.click(screen.getByRole("menuitem", { name: "Export" }));
    fireEvent.click(screen.getByRole("menuitem", { name: format, hidden: true }));
    return host.saveFile.mock.calls[0]!;
  };

  it("saves the rows that match as CSV, formulas made harmless", () => {
    const [name, content] = exported("CSV");
    expect(name).toBe("solution-health-overrides_Contoso-Prod_2026-01-02.csv");
    expect(content.trim().split("\r\n")).toHaveLength(2);
    expect(content).toContain("'=a|b");
  });

  it("saves them as a Markdown table whose cells stay whole", () => {
    const [name, content] = exported("Markdown");
    expect(name).toMatch(/\.md$/);
    expect(content).toContain("=a\\|b");
  });

  it("saves them as JSON with codes", () => {
    const [, content] = exported("JSON");
    const { overrides } = JSON.parse(content) as { overrides: { state: string }[] };
    expect(overrides.map(({ state }) => state)).toEqual(["real"]);
  });
});
