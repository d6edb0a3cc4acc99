/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { AppState } from "../../SolutionHealth/state/model";
import { App } from "../../SolutionHealth/views/App";
import type { Place } from "../../SolutionHealth/views/host";
import { appState, failure, fakeHost, FakeStore, id, operation, otherStores, ready, show, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const UPGRADE = [
  operation(11, {
    solutionUniqueName: "Sales_Upgrade",
    solutionName: "Sales",
    correlationId: "c",
    suboperation: "New",
  }),
  operation(12, {
    solutionUniqueName: "Sales",
    solutionName: "Sales",
    correlationId: "c",
    operation: "Uninstall",
    startedOn: new Date("2025-11-01T08:05:00Z"),
  }),
];
const FAILED = operation(13, {
  solutionUniqueName: "Service",
  solutionName: "Service",
  operation: "Uninstall",
  suboperation: "",
  result: "failed",
  startedOn: new Date("2025-12-20T08:00:00Z"),
  errorCode: "-2147160032",
  errorText: "This solution cannot be uninstalled because the 'Entity' is required by the 'Hub' solution.",
  activityId: "a-1",
});
const RUNNING = operation(14, {
  solutionUniqueName: "Hub",
  solutionName: "Hub",
  suboperation: "Update",
  status: "running",
  result: "running",
  startedOn: new Date("2026-01-02T03:00:00Z"),
});

const placeAt = (first: Place) => {
  let place = first;
  return { read: () => place, write: (next: Place) => void (place = next), onChange: () => () => undefined };
};

const open = (parts: Partial<AppState> = {}, place: Place = { page: "history" }) =>
  show(
    {
      history: ready([RUNNING, FAILED, ...UPGRADE]),
      solutions: ready([solution(3, { uniqueName: "Service" })]),
      ...parts,
    },
    { place: placeAt(place) },
  );

const names = (): (string | null)[] => screen.queryAllByRole("rowheader").map(({ textContent }) => textContent);

const choose = (label: string, option: string): void => {
  fireEvent.click(screen.getByRole("combobox", { name: label }));
  fireEvent.click(screen.getByRole("option", { name: option }));
};

describe("the history page", () => {
  it("shows one row a request, newest first, and says the picture in words", () => {
    open();
    expect(names()).toEqual(["Hub", "Service", "Sales"]);
    const row = screen.getByRole("rowheader", { name: "Sales" }).closest<HTMLElement>("[role=row]")!;
    expect(within(row).getByText("Upgrade")).toBeTruthy();
    expect(screen.getByRole("img", { name: /3 operations\. 1 failed/ })).toBeTruthy();
    expect(screen.getByText("Showing 3 of 3 operations")).toBeTruthy();
  });

  it("filters by result, operation and period, and clears the filters when nothing matches", () => {
    open();
    fireEvent.click(screen.getByRole("button", { name: "1 Failed" }));
    expect(names()).toEqual(["Service"]);
    choose("Operation", "Upgrade");
    expect(names()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
    choose("Period", "Last 30 days");
    expect(names()).toEqual(["Hub", "Service"]);
  });

  it("searches also in what went wrong", () => {
    jest.useFakeTimers();
    open();
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "required by the 'hub'" } });
    act(() => jest.runAllTimers());
    expect(names()).toEqual(["Service"]);
    jest.useRealTimers();
  });

  it("opens a failed operation: what it means, what to do, the code in one form, and the way on", () => {
    open({}, { page: "history", operation: id(13) });
    const panel = within(screen.getByRole("dialog", { name: "Uninstall: Service" }));
    expect(panel.getByText("Another solution needs a component of this one.")).toBeTruthy();
    expect(panel.getByText("0x8004F020")).toBeTruthy();
    expect(panel.getByRole("textbox")).toHaveProperty("value", FAILED.errorText);
    expect(panel.getByRole("button", { name: "Open solution" })).toBeTruthy();
    expect(panel.getByRole("button", { name: "Preview uninstall" })).toBeTruthy();
  });

  it("says of an unknown error that it is not known, with the server's words", () => {
    const strange = { ...FAILED, errorCode: "0x80999999", errorText: "odd" };
    open({ history: ready([strange]) }, { page: "history", operation: id(13) });
    expect(screen.getByText("The server refused or broke off the operation.")).toBeTruthy();
  });

  it("opens an upgrade by any of its rows, and lists its steps", () => {
    open({}, { page: "history", operation: id(12) });
    const steps = within(screen.getByRole("list", { name: "Steps" })).getAllByRole("listitem");
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("Sales_Upgrade"),
      expect.stringContaining("Uninstall"),
    ]);
  });

  it("exports what the filters leave, each step a row, with cells that no sheet takes for a formula", () => {
    const { host } = open({ history: ready([{ ...FAILED, errorText: "=1+1" }, ...UPGRADE]) });
    fireEvent.click(screen.getByRole("button", { name: "Export CSV" }));
    const [name, content] = host.saveFile.mock.calls[0] ?? [];
    expect(name).toBe("solution-history_Contoso-Prod_2026-01-02.csv");
    expect(content?.trim().split("\r\n")).toHaveLength(4);
    expect(content).toContain("'=1+1");
  });

  it("says why there is nothing: none yet, or not readable", () => {
    const { unmount } = open({ history: ready([]) });
    expect(screen.getByText(/has written no solution operation/)).toBeTruthy();
    unmount();
    const { store } = open({ history: { status: "failed", failure: failure({ kind: "forbidden" }) } });
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.retry).toHaveBeenCalledWith("history");
  });

  it("has no accessibility faults", async () => {
    const { container } = open({}, { page: "history", operation: id(13) });
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe("the reading of a refusal", () => {
  const COLUMN = "11111111-2222-4333-8444-555555555555";
  const REFUSED = {
    ...FAILED,
    errorCode: "0x8004F01F",
    errorText: `The Attribute(${COLUMN}) component cannot be deleted because it is referenced by 2 other components.`,
  };

  it("names the component as the way to its layers, and reads what needs it on request", () => {
    const place = placeAt({ page: "history", operation: id(13) });
    const { dependents, host } = showWith(place, REFUSED);
    expect(screen.getByText("2 other components refer to it.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Look what needs it now" }));
    expect(dependents.read).toHaveBeenCalledWith(expect.objectContaining({ id: COLUMN, typeName: "Attribute" }));
    const view = {
      key: `SavedQuery ${id(5)}`,
      id: id(5),
      type: 26,
      typeName: "SavedQuery",
      name: "v",
      displayName: "Risky",
    };
    act(() => dependents.set(new Map([[`Attribute ${COLUMN}`, ready([view])]])));
    fireEvent.click(screen.getByRole("button", { name: /Risky/ }));
    expect(host.place.read().component).toEqual({ typeName: "SavedQuery", id: id(5) });
    expect(screen.getByRole("navigation", { name: /./ }).textContent).toContain("Service");
  });
});

function showWith(place: ReturnType<typeof placeAt>, failed: typeof FAILED) {
  const stores = otherStores();
  const host = fakeHost({ place });
  render(<App host={host} store={new FakeStore(appState({ history: ready([failed]) }))} {...stores} />);
  return { dependents: stores.dependents, host };
}
