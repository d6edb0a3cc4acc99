/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { DetailSteps } from "../../SolutionHealth/domain/differences/compareValues";
import type { PropertyDifference } from "../../SolutionHealth/domain/differences/difference";
import { failure, id, ready, show, solution } from "./fakes";
import { layerView } from "./layerFakes";
import type { LayerParts } from "./layerFakes";
import { component, row, showOverrides } from "./overridesFakes";
import type { ShownOverrides } from "./overridesFakes";

expect.extend(toHaveNoViolations);
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  act(() => void jest.runOnlyPendingTimers());
  jest.useRealTimers();
});

const STACK: readonly LayerParts[] = [
  { solution: "Active", changes: { fetchxml: "<fetch2/>" }, all: { fetchxml: "<fetch2/>", name: "Accounts" } },
  { solution: "Solution1", changes: { fetchxml: "<fetch1/>", name: "Accounts" }, all: { fetchxml: "<fetch1/>" } },
  { solution: "System" },
];

const PLACE = { page: "overrides", component: { typeName: "SavedQuery", id: id(1) } };

function open(layers = STACK, around: Parameters<typeof showOverrides>[1] = {}): ShownOverrides {
  const view = layerView(component(1), layers);
  return showOverrides(
    { rows: [row(1)], layers: new Map([[component(1).key, ready(view)]]) },
    { place: PLACE, ...around },
  );
}

const bars = (): HTMLElement[] =>
  within(screen.getByRole("list", { name: "Layers of this component, from the top one down" }))
    .getAllByRole("listitem")
    .filter((item) => item.querySelector("div") !== null);
const tab = (name: string): void => void fireEvent.click(screen.getByRole("tab", { name }));

describe("the layers of a component", () => {
  it("are read when it is opened", () => {
    const { overrides } = open();
    const { key: _key, ...rest } = component(1);
    expect(overrides.loadLayers).toHaveBeenCalledWith(rest);
  });

  it("are found by type and id alone after a reload", () => {
    const { overrides } = showOverrides({}, { place: PLACE });
    expect(overrides.loadLayers).toHaveBeenCalledWith({
      typeName: "SavedQuery",
      id: id(1),
      type: 26,
      name: "",
      displayName: "",
    });
  });

  it("stand one on top of the other, with version, publisher and order", () => {
    open();
    expect(bars().map((bar) => bar.firstElementChild?.textContent)).toEqual([
      "Active (unmanaged)Active publisher · order 3",
      "Solution 1 4.2.0.0Solution1 publisher · order 2",
      "SystemSystem publisher · order 1",
    ]);
  });

  it("say of each property who decides it", () => {
    open();
    const [active, managed] = bars();
    expect(within(active!).getByText("fetchxml").parentElement).toHaveTextContent("fetchxmldecides");
    expect(within(managed!).getByText("fetchxml").parentElement).toHaveTextContent("hidden by Active (unmanaged)");
    expect(within(managed!).getByText("name").parentElement).toHaveTextContent("namedecides");
  });

  it("can be read as a table as well", () => {
    open();
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    const table = screen.getByRole("table", { name: "Layers of this component, from the top one down" });
    expect(within(table).getByRole("row", { name: /^Solution 1 4\.2\.0\.0/ })).toHaveTextContent("namefetchxml");
  });

  it("never pass as changing nothing when they could not be understood", () => {
    open([{ solution: "Active", changes: "{broken" }, { solution: "Solution1" }]);
    expect(within(bars()[0]!).getByText("What this layer changes could not be understood.")).toBeInTheDocument();
    tab("Updated");
    expect(screen.getByText("This part of the layer could not be understood.")).toBeInTheDocument();
  });

  it("are not known when the environment names none", () => {
    open([]);
    expect(screen.getByText("Layers not known")).toBeInTheDocument();
  });

  it("say when the platform merges them", () => {
    const form = component(1, { typeName: "SystemForm", type: 60 });
    showOverrides(
      { layers: new Map([[form.key, ready(layerView(form, STACK))]]) },
      { place: { page: "overrides", component: form } },
    );
    expect(screen.getByText("The layers of this type are merged.")).toBeInTheDocument();
  });

  it("say why they could not be read, and are read again", () => {
    const { overrides } = showOverrides(
      { rows: [row(1)], layers: new Map([[component(1).key, { status: "failed", failure: failure() }]]) },
      { place: PLACE },
    );
    expect(screen.getByText("The layers could not be read.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(overrides.loadLayers).toHaveBeenCalledTimes(2);
  });

  it("list the properties that the chosen layer changes, and all of them", () => {
    open();
    tab("Updated");
    const rows = (): string[] =>
      within(screen.getByRole("tabpanel", { name: /Updated|All properties/ }))
        .getAllByRole("rowheader")
        .map((cell) => cell.textContent ?? "");
    expect(rows()).toEqual(["fetchxml"]);
    tab("All properties");
    expect(rows()).toEqual(["fetchxml", "name"]);
  });

  it("show privileges by the name of their depth, and how they stand to the layers below", () => {
    const role = { RolePrivileges: [{ privilegename: "prvReadAccount", privilegedepthmask: 8 }] };
    const base = { RolePrivileges: [{ privilegename: "prvReadAccount", privilegedepthmask: 1 }] };
    open([
      { solution: "Active", children: role },
      { solution: "Solution1", children: base },
    ]);
    tab("Privileges");
    expect(screen.getByRole("row", { name: /prvReadAccount/ })).toHaveTextContent("prvReadAccountOrganizationUpdated");
  });

  it("have no violation of accessibility rules, as picture and as table", async () => {
    const { baseElement } = open();
    jest.useRealTimers();
    expect(await axe(baseElement)).toHaveNoViolations();
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    expect(await axe(baseElement)).toHaveNoViolations();
  });
});

describe("differences between layers", () => {
  const differ = (differences: readonly PropertyDifference[]): ShownOverrides => {
    const shown = open([]);
    shown.overrides.compareLayers.mockReturnValue(differences);
    act(() => shown.overrides.set({ layers: new Map([[component(1).key, ready(layerView(component(1), STACK))]]) }));
    return shown;
  };

  it("compare Active with the layer below at first", () => {
    const { overrides } = open();
    expect(overrides.compareLayers).toHaveBeenCalledWith(component(1).key, 0, 1);
  });

  it("show single values side by side", () => {
    differ([{ property: "name", change: "changed", detail: { kind: "scalar", before: "Old", after: "New" } }]);
    expect(screen.getByText("Old")).toBeInTheDocument();
    expect(screen.getByText("New")).toBeInTheDocument();
  });

  it("name what was added, removed, moved and changed in a structure", () => {
    differ([
      {
        property: "layoutxml",
        change: "changed",
        detail: {
          kind: "structure",
          language: "xml",
          changes: [
            { change: "added", name: "creditlimit", what: "cell", path: ["row"], follows: "telephone1" },
            {
              change: "changed",
              name: "name",
              what: "cell",
              path: ["row"],
              attribute: "width",
              before: "100",
              after: "200",
            },
          ],
        },
        before: "<a/>",
        after: "<b/>",
      },
    ]);
    expect(screen.getByRole("row", { name: /creditlimit/ })).toHaveTextContent(
      "Addedcreditlimit cellrowafter telephone1",
    );
    expect(screen.getByRole("row", { name: /@width/ })).toHaveTextContent(/100.*200/);
  });

  it("copy either side raw", () => {
    const { host } = differ([
      {
        property: "name",
        change: "changed",
        detail: { kind: "scalar", before: "Old", after: "New" },
        before: "Old",
        after: "New",
      },
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Copy raw: Active (unmanaged)" }));
    expect(host.copyText).toHaveBeenCalledWith("New");
  });

  it("show lines with a sign and a word each", () => {
    differ([
      {
        property: "content",
        change: "changed",
        detail: {
          kind: "lines",
          added: 1,
          removed: 1,
          hunks: [
            {
              beforeStart: 7,
              afterStart: 7,
              lines: [
                { change: "removed", text: "old();" },
                { change: "added", text: "new();" },
              ],
            },
          ],
        },
      },
    ]);
    const lines = screen.getByRole("table", { name: "content, From line 7" });
    expect(within(lines).getByRole("cell", { name: /Removed: old\(\);/ })).toBeInTheDocument();
    expect(within(lines).getByRole("cell", { name: /Added: new\(\);/ })).toBeInTheDocument();
  });

  it("of long values come after the rest has been drawn, and are announced", () => {
    const shown = open([]);
    shown.overrides.compareLayers.mockReturnValue([
      { property: "formxml", change: "changed", before: "<old/>", after: "<new/>" },
      { property: "name", change: "changed", detail: { kind: "scalar", before: "Old", after: "New" } },
    ]);
    function* steps(): DetailSteps {
      yield undefined;
      yield undefined;
      return { kind: "scalar", before: "old form", after: "new form" };
    }
    shown.overrides.compareProperty.mockImplementation(steps);
    act(() => shown.overrides.set({ layers: new Map([[component(1).key, ready(layerView(component(1), STACK))]]) }));
    expect(screen.getByText("New")).toBeInTheDocument();
    const form = within(screen.getByRole("region", { name: "formxml" }));
    expect(form.getByRole("button", { name: /formxml\s*Comparing…/, expanded: true })).toBeInTheDocument();
    expect(form.getByRole("button", { name: "Copy raw: Active (unmanaged)" })).toBeInTheDocument();
    const announced = (): (string | null)[] => screen.getAllByRole("status").map((status) => status.textContent);
    act(() => void jest.advanceTimersByTime(2_000));
    expect(form.getByText("new form")).toBeInTheDocument();
    expect(form.getByRole("button", { name: /formxml\s*Changed/ })).toBeInTheDocument();
    expect(announced()).toContain("Compared");
    expect(shown.overrides.compareProperty).toHaveBeenCalledTimes(1);
  });

  it("of long values are given up when the layers are closed", () => {
    const { overrides, unmount } = open([]);
    const next = jest.fn();
    overrides.compareLayers.mockReturnValue([{ property: "formxml", change: "changed" }]);
    overrides.compareProperty.mockImplementation(function* () {
      for (;;) {
        next();
        yield undefined;
      }
    });
    act(() => overrides.set({ layers: new Map([[component(1).key, ready(layerView(component(1), STACK))]]) }));
    act(() => void jest.advanceTimersByTime(100));
    const before = next.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    unmount();
    act(() => void jest.advanceTimersByTime(1_000));
    expect(next).toHaveBeenCalledTimes(before);
  });

  it("that cannot be worked out leave no page that waits for ever", () => {
    const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { overrides } = open([]);
    overrides.compareLayers.mockReturnValue([{ property: "formxml", change: "changed" }]);
    overrides.compareProperty.mockImplementation(function* () {
      yield undefined;
      throw new RangeError("too deep");
    });
    act(() => overrides.set({ layers: new Map([[component(1).key, ready(layerView(component(1), STACK))]]) }));
    act(() => void jest.advanceTimersByTime(100));
    expect(screen.queryByText("Comparing…")).not.toBeInTheDocument();
    error.mockRestore();
  });

  it("fold long values and say how long they are", () => {
    const long = "x".repeat(500);
    differ([{ property: "name", change: "added", detail: { kind: "scalar", after: long } }]);
    expect(screen.queryByText(long)).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Show all (500 characters)" }));
    expect(screen.getByText(long)).toBeInTheDocument();
  });
});

describe("layers from the panel of a solution", () => {
  it("open with the way back to the components", () => {
    const view = {
      id: id(7),
      type: 26,
      name: "accounts",
      displayName: "Active accounts",
    };
    const { host } = show(
      {
        solutions: ready([solution(1)]),
        components: new Map([[id(1), ready({ components: [view], complete: true, unread: [] })]]),
      },
      {
        place: (() => {
          let place = { page: "solutions", solution: id(1), panelTab: "components" };
          return { read: () => place, write: (next: never) => void (place = next), onChange: () => () => undefined };
        })(),
      },
    );
    fireEvent.click(screen.getByRole("button", { name: "Active accounts" }));
    const way = screen.getByRole("navigation", { name: "You are here" });
    expect(
      within(way)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["Solution 1", "Components", "Active accounts"]);
    expect(host.place.read()).toMatchObject({ component: { typeName: "SavedQuery", id: id(7) } });
    fireEvent.click(within(way).getByRole("button", { name: "Components" }));
    expect(screen.getByRole("tab", { name: "Components", selected: true })).toBeInTheDocument();
  });
});
