/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { SolutionComponent } from "../../SolutionHealth/domain/model/component";
import type { AppState, ComponentList, Resource } from "../../SolutionHealth/state/model";
import type { Place } from "../../SolutionHealth/views/host";
import { failure, id, operation, ready, show, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const BASE = solution(1, { description: "Quotes and orders" });
const PATCH = solution(2, {
  displayName: "Hotfix",
  uniqueName: "Solution1_Patch_01",
  version: "1.0.1.0",
  parentId: id(1),
});

const placeAt = (place: Place) => ({ read: () => place, write: () => undefined, onChange: () => () => undefined });

const open = (panelTab: string, parts: Partial<AppState> = {}, solutionId = id(1)) =>
  show(
    { solutions: ready([BASE, PATCH]), ...parts },
    { place: placeAt({ page: "solutions", solution: solutionId, panelTab }) },
  );

const component = (number: number, type: number, name: string): SolutionComponent => ({
  id: id(number),
  type,
  name,
  displayName: `Display of ${name}`,
});

const list = (parts: Partial<ComponentList> = {}): ComponentList => ({
  components: [component(60, 1, "cts_order"), component(61, 26, "Active orders"), component(62, 26, "All orders")],
  complete: true,
  unread: [],
  ...parts,
});

const components = (resource: Resource<ComponentList>): Partial<AppState> => ({
  components: new Map([[id(1), resource]]),
});

describe("the panel of a solution", () => {
  it("opens from a row and closes by Escape, giving the focus back to the row", () => {
    jest.useFakeTimers();
    show({ solutions: ready([BASE]) });
    const row = screen.getByRole("rowheader").closest<HTMLElement>("[role=row]")!;
    row.focus();
    fireEvent.keyDown(row, { key: "Enter", which: 13, keyCode: 13 });
    const panel = screen.getByRole("dialog", { name: "Solution 1" });
    act(() => void jest.advanceTimersByTime(500));
    fireEvent.keyDown(panel, { key: "Escape", which: 27, keyCode: 27 });
    act(() => void jest.advanceTimersByTime(500));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(row).toHaveFocus();
    jest.useRealTimers();
  });

  it("is open at once where the address names a solution", () => {
    open("overview");
    expect(screen.getByRole("dialog", { name: "Solution 1" })).toBeInTheDocument();
  });

  it("stays closed where the address names a solution that is not there", () => {
    open("overview", {}, id(99));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("opens the solution in the maker portal of its cloud", () => {
    const { host } = open("overview");
    fireEvent.click(screen.getByRole("link", { name: /Open in maker portal/ }));
    expect(host.openUrl).toHaveBeenCalledWith(`https://make.powerapps.com/environments/${id(42)}/solutions/${id(1)}`);
  });

  it("copies the solution's id", async () => {
    const { host } = open("overview");
    fireEvent.click(screen.getByRole("button", { name: "Copy: Solution ID" }));
    expect(await screen.findByTitle("Copied")).toBeInTheDocument();
    expect(host.copyText).toHaveBeenCalledWith(id(1));
  });

  it("says so when the browser does not let it copy", async () => {
    const { host } = open("overview");
    host.copyText.mockResolvedValue(false);
    fireEvent.click(screen.getByRole("button", { name: "Copy: Unique name" }));
    expect(await screen.findByTitle("The browser did not allow copying")).toBeInTheDocument();
  });

  it("leads from a patch to its base", () => {
    open("overview", {}, id(2));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Solution 1" }));
    expect(screen.getByRole("dialog", { name: "Solution 1" })).toBeInTheDocument();
  });

  it("tells why a solution has a problem", () => {
    open("overview", { history: ready([operation(50, { result: "failed" })]) });
    const panel = within(screen.getByRole("dialog"));
    expect(panel.getByText(/failed \(version 1\.0\.0\.0\)\./)).toBeInTheDocument();
    expect(panel.getAllByText("At risk")).toHaveLength(2);
  });

  it("has no accessibility violation on any tab", async () => {
    const history = ready([operation(50, { result: "failed", errorText: "It failed\nat once" })]);
    for (const tab of ["overview", "components", "patches", "history"]) {
      const { baseElement, unmount } = open(tab, { history, ...components(ready(list())) });
      expect(await axe(baseElement)).toHaveNoViolations();
      unmount();
    }
  }, 60_000);
});

describe("the components of a solution", () => {
  it("are only read when their tab is opened", () => {
    const { store } = open("overview");
    expect(store.loadComponents).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("tab", { name: /Components/ }));
    expect(store.loadComponents).toHaveBeenCalledWith(id(1));
  });

  it("are grouped by type, with how many", () => {
    open("components", components(ready(list())));
    expect(screen.getByRole("button", { name: "Tables 1" })).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Views 2" }));
    expect(screen.getByText("Display of Active orders")).toBeInTheDocument();
  });

  it("carry the environment's own names for types that only it knows", () => {
    const own = list({ components: [component(63, 10112, "cts_conn")] });
    open("components", { ...components(ready(own)), typeNames: ready(new Map([[10112, "Connection Reference"]])) });
    expect(screen.getByRole("button", { name: "Connection Reference 1" })).toBeInTheDocument();
  });

  it("say where the server counts more than was read", () => {
    open("components", components(ready(list({ totals: new Map([[26, 5]]) }))));
    expect(screen.getByRole("button", { name: "Views 2 of 5" })).toBeInTheDocument();
  });

  it("tell how far the reading is and can be cancelled", () => {
    const { store } = open(
      "components",
      components({ status: "loading", previous: list(), progress: { stage: "tables", done: 12, total: 40 } }),
    );
    expect(screen.getByText("Reading tables 12 of 40")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(store.cancelComponents).toHaveBeenCalledWith(id(1));
  });

  it("say that the list is partial, and name the tables that could not be read", () => {
    const unread = [{ table: "cts_order", failure: failure({ serverText: "Timeout expired" }) }];
    const { store } = open("components", components(ready(list({ complete: false, unread }))));
    expect(screen.getByText("This list is not complete.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Details" }));
    expect(screen.getByRole("textbox", { name: "cts_order" })).toHaveValue("Timeout expired");
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.loadComponents).toHaveBeenCalledWith(id(1));
  });

  it("are found by any part of their names, with their group open", async () => {
    open("components", components(ready(list())));
    fireEvent.change(screen.getByRole("searchbox", { name: "Search components" }), { target: { value: "ALL ord" } });
    expect(await screen.findByText("Display of All orders")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Tables/ })).not.toBeInTheDocument();
  });
});

describe("the history of a solution", () => {
  it("shows what was done, when, how long it took and how it ended", () => {
    open("history", { history: ready([operation(50)]) });
    const item = within(screen.getByRole("list", { name: "History" })).getByRole("listitem");
    expect(item).toHaveTextContent(
      "Import – UpgradeSucceededVersion 1.0.0.0 · started 2025-11-01T08:00 · took 4 min 31 s",
    );
  });

  it("keeps out what was done to others", () => {
    open("history", { history: ready([operation(50, { solutionUniqueName: "Elsewhere" })]) });
    expect(screen.getByText("No history")).toBeInTheDocument();
  });

  it("gives the error text of a failure to copy", async () => {
    const { host } = open("history", {
      history: ready([operation(50, { result: "failed", errorText: "Missing role" })]),
    });
    expect(screen.getByRole("textbox", { name: "Error text" })).toHaveValue("Missing role");
    fireEvent.click(screen.getByRole("button", { name: "Copy: Error text" }));
    await screen.findByTitle("Copied");
    expect(host.copyText).toHaveBeenCalledWith("Missing role");
  });

  it("does not pretend to know how long a running operation took", () => {
    const { endedOn: _end, ...running } = operation(50, { result: "running", status: "running" });
    open("history", { history: ready([running]) });
    expect(screen.getByRole("listitem")).toHaveTextContent("took Unknown");
  });

  it("says when it could not be read, and reads it again", () => {
    const { store } = open("history", { history: { status: "failed", failure: failure() } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Retry" }));
    expect(store.retry).toHaveBeenCalledWith("history");
  });
});
