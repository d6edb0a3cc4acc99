/** @jest-environment jsdom */
import * as React from "react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { SolutionComponent } from "../../SolutionHealth/domain/model/component";
import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import type { AppState, ComponentList, Resource } from "../../SolutionHealth/state/model";
import { ThemeFrame } from "../../SolutionHealth/ui/theme/ThemeFrame";
import { UiProvider } from "../../SolutionHealth/ui/UiProvider";
import type { Host, Place } from "../../SolutionHealth/views/host";
import { ProductContext } from "../../SolutionHealth/views/product";
import { PatchesTab } from "../../SolutionHealth/views/solutions/panel/PatchesTab";
import { createTexts } from "../../SolutionHealth/views/texts";
import { createUiTexts } from "../../SolutionHealth/views/uiTexts";
import { useStoreState } from "../../SolutionHealth/views/useStoreState";
import { appState, failure, fakeHost, FakeStore, id, operation, ready, show, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const BASE = solution(1);
const FIRST = solution(2, {
  displayName: "Hotfix",
  uniqueName: "Solution1_Patch_01",
  version: "1.0.1.0",
  parentId: id(1),
  installedOn: new Date("2025-04-01T09:00:00Z"),
});
const SECOND = solution(3, {
  displayName: "Hotfix",
  uniqueName: "Solution1_Patch_02",
  version: "1.0.10.0",
  parentId: id(1),
  installedOn: new Date("2025-05-01T09:00:00Z"),
});
const STAGED = solution(4, { displayName: "Solution 1", uniqueName: "Solution1_Upgrade", version: "2.0.0.0" });
const FAMILY = [BASE, FIRST, SECOND];

interface TabProps {
  readonly host: Host;
  readonly store: FakeStore;
  readonly opened: InstalledSolution;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onPreviewUninstall: (solution: InstalledSolution) => void;
}

/** The tab without the page around it, which costs most of the time. */
function TabAlone({ host, store, opened, ...links }: TabProps): React.ReactElement {
  const state = useStoreState(store);
  const texts = React.useMemo(() => createTexts(host), [host]);
  const ui = { texts: createUiTexts(texts), copyText: host.copyText, openAddress: host.openUrl };
  return (
    <ThemeFrame isDark={false} tokens={undefined} rightToLeft={false}>
      <UiProvider value={ui}>
        <ProductContext.Provider value={{ ...texts, host, store, state }}>
          <PatchesTab solution={opened} {...links} />
        </ProductContext.Provider>
      </UiProvider>
    </ThemeFrame>
  );
}

function open(solutions: readonly InstalledSolution[], parts: Partial<AppState> = {}, number = 1) {
  const store = new FakeStore(appState({ solutions: ready(solutions), ...parts }));
  const opened = solutions.find((one) => one.id === id(number))!;
  const links = { onOpen: jest.fn(), onPreviewUninstall: jest.fn() };
  render(<TabAlone host={fakeHost()} store={store} opened={opened} {...links} />);
  return { store, ...links };
}

/** The same in its place on the page. */
function openPage(solutions: readonly InstalledSolution[], parts: Partial<AppState> = {}) {
  const written: Place[] = [];
  const place = {
    read: (): Place => ({ page: "solutions", solution: id(1), panelTab: "patches" }),
    write: (next: Place) => void written.push(next),
    onChange: () => () => undefined,
  };
  return { ...show({ solutions: ready(solutions), ...parts }, { place }), written };
}

const component = (number: number): SolutionComponent => ({
  id: id(number),
  type: 26,
  name: `view${number}`,
  displayName: `View ${number}`,
});

const list = (numbers: readonly number[], parts: Partial<ComponentList> = {}): Resource<ComponentList> =>
  ready({ components: numbers.map(component), complete: true, unread: [], ...parts });

const holding = (...lists: readonly (readonly [number, Resource<ComponentList>])[]): Partial<AppState> => ({
  components: new Map(lists.map(([number, resource]) => [id(number), resource])),
});

const LABEL = "Base and patches, the highest version first";

const rungs = (): HTMLElement[] => within(screen.getByRole("list", { name: LABEL })).getAllByRole("listitem");

const history = (...operations: SolutionOperation[]): Partial<AppState> => ({ history: ready(operations) });

const NOT_LOOKED = "What it touches has not been looked at.";

describe("the ladder of patches", () => {
  it("has the base at the bottom and the highest version on top", () => {
    open([BASE, SECOND, FIRST]);
    expect(rungs().map((rung) => within(rung).getByRole("heading").textContent)).toEqual([
      "Hotfix 1.0.10.0",
      "Hotfix 1.0.1.0",
      "Solution 1 1.0.0.0",
    ]);
    expect(rungs()[1]).toHaveTextContent("Solution1_Patch_01 · installed 2025-04-01");
  });

  it("opens another solution of the ladder, and marks the one that is open", () => {
    const { onOpen } = open(FAMILY);
    expect(within(rungs()[2]!).getByText("Open here")).toBeInTheDocument();
    expect(within(rungs()[2]!).queryByRole("button", { name: "Solution 1 1.0.0.0" })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Hotfix 1.0.1.0" }));
    expect(onOpen).toHaveBeenCalledWith(FIRST);
  });

  it("is the same from a patch, with its base", () => {
    open(FAMILY, {}, 2);
    expect(rungs()).toHaveLength(3);
    expect(within(rungs()[1]!).getByText("Open here")).toBeInTheDocument();
  });

  it("leads to another rung on the same tab, and to the preview of its uninstall, from the page", () => {
    const { written } = openPage(FAMILY);
    fireEvent.click(screen.getByRole("button", { name: "Hotfix 1.0.10.0" }));
    expect(written.pop()).toEqual({ page: "solutions", solution: id(3), panelTab: "patches" });
    expect(within(rungs()[0]!).getByText("Open here")).toBeInTheDocument();
    expect(within(rungs()[0]!).getByText("Hotfix 1.0.10.0")).toHaveFocus();
    fireEvent.click(screen.getByRole("button", { name: "Preview uninstall: Hotfix 1.0.1.0" }));
    expect(written).toEqual([{ page: "solutions", rollback: [id(2)] }]);
  });

  it("marks a patch that was installed after a higher one", () => {
    open([BASE, { ...FIRST, installedOn: new Date("2025-06-01T09:00:00Z") }, SECOND]);
    expect(within(rungs()[1]!).getByText("Out of order")).toBeInTheDocument();
    expect(screen.getAllByText("Out of order")).toHaveLength(1);
  });

  it("says that a later version of the base has overtaken a patch", () => {
    open([{ ...BASE, version: "1.0.5.0" }, FIRST, SECOND]);
    expect(rungs()[1]).toHaveTextContent("The version is not higher than that of the base, Solution 1 1.0.5.0");
    expect(rungs()[0]).not.toHaveTextContent("The version is not higher");
  });

  it("says that nothing lies on a solution without patches, and offers nothing to compare", () => {
    open([BASE]);
    expect(screen.getByText("No patches")).toBeInTheDocument();
    expect(screen.queryByRole("list", { name: LABEL })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Compare what they touch" })).not.toBeInTheDocument();
  });

  it("shows a patch without its base as orphaned, and offers to read what it touches", () => {
    const { store } = open([FIRST], {}, 2);
    expect(rungs()).toHaveLength(1);
    expect(within(rungs()[0]!).getByText("Orphaned")).toBeInTheDocument();
    expect(
      screen.getByText(/The base solution of this patch is not installed, or you may not see it/),
    ).toBeInTheDocument();
    expect(screen.queryByText("No patches")).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Read what it touches" }));
    expect(store.loadComponents).toHaveBeenCalledWith(id(2));
  });

  it("says of unmanaged patches that none lies on another, and offers no uninstall", () => {
    const late = { ...FIRST, installedOn: new Date("2025-06-01T09:00:00Z") };
    const unmanaged = [BASE, late, SECOND].map((one) => ({ ...one, managed: false }));
    open(unmanaged, holding([1, list([50])], [2, list([50])], [3, list([50])]));
    expect(screen.getByText(/These solutions are unmanaged: no patch lies on another/)).toBeInTheDocument();
    expect(screen.queryByText(/Superseded|Out of order|decides|may lie above/)).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Preview uninstall/ })).not.toBeInTheDocument();
    expect(rungs()[1]).toHaveTextContent("Also in Hotfix 1.0.10.0 (1 component).");
  });

  it("has no accessibility violation", async () => {
    const gone = operation(50, { solutionUniqueName: "Solution1_Patch_00", operation: "Uninstall" });
    const parts = { ...holding([1, list([50])], [2, { status: "failed", failure: failure() }]), ...history(gone) };
    const { baseElement } = openPage([...FAMILY, STAGED], parts);
    expect(await axe(baseElement)).toHaveNoViolations();
  }, 60_000);
});

describe("the comparison of what patches touch", () => {
  const compare = (): boolean => fireEvent.click(screen.getByRole("button", { name: "Compare what they touch" }));
  const set = ({ store }: { readonly store: FakeStore }, parts: Partial<AppState>): void =>
    act(() => void store.set(parts));

  it("is not begun by itself, and nothing is claimed before", () => {
    const { store } = open(FAMILY);
    expect(store.loadComponents).not.toHaveBeenCalled();
    expect(screen.getAllByText(NOT_LOOKED)).toHaveLength(3);
    expect(screen.queryByText(/Superseded|No patch above|Touches/)).not.toBeInTheDocument();
  });

  it("reads one after the other, without what is there already, and keeps the focus on its button", async () => {
    const opened = open(FAMILY, holding([1, list([50])]));
    const { store } = opened;
    const button = screen.getByRole("button", { name: "Compare what they touch" });
    button.focus();
    compare();
    expect(store.loadComponents.mock.calls).toEqual([[id(2)]]);
    set(opened, holding([1, list([50])], [2, { status: "loading" }]));
    expect(screen.getByText("Reading what they touch: 1 of 3 done")).toBeInTheDocument();
    set(opened, holding([1, list([50])], [2, list([50])]));
    expect(store.loadComponents.mock.calls).toEqual([[id(2)], [id(3)]]);
    set(opened, holding([1, list([50])], [2, list([50])], [3, list([51])]));
    expect(await screen.findByText("What they touch has been read.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Read again" })).toHaveFocus();
    expect(store.loadComponents).toHaveBeenCalledTimes(2);
  });

  it("can be cancelled, and then begins no other reading", () => {
    const opened = open(FAMILY);
    compare();
    set(opened, holding([1, { status: "loading" }]));
    fireEvent.click(screen.getByRole("button", { name: "Cancel reading" }));
    expect(opened.store.cancelComponents).toHaveBeenCalledWith(id(1));
    set(opened, holding([1, list([50], { complete: false })]));
    expect(opened.store.loadComponents).toHaveBeenCalledTimes(1);
    expect(rungs()[2]).toHaveTextContent("What it touches is unknown: only a part of it was read.");
    expect(screen.getByRole("button", { name: "Compare what they touch" })).toBeInTheDocument();
  });

  it("claims nothing of what was cancelled before anything came in", () => {
    open([BASE, FIRST], holding([1, { status: "failed", failure: failure({ kind: "cancelled" }) }]));
    expect(screen.getAllByText(NOT_LOOKED)).toHaveLength(2);
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  });

  it("reads all of them again where nothing is missing", () => {
    const { store } = open([BASE, FIRST], holding([1, list([50])], [2, list([51])]));
    fireEvent.click(screen.getByRole("button", { name: "Read again" }));
    expect(store.loadComponents).toHaveBeenCalledWith(id(1));
  });

  it("counts what each touches, and what of it no other does", () => {
    open(FAMILY, holding([1, list([50, 51, 52])], [2, list([50, 60])], [3, list([61])]));
    expect(rungs()[2]).toHaveTextContent("Touches 3 components, 2 of them in no other solution of this list.");
    expect(rungs()[1]).toHaveTextContent("No patch above holds any of them.");
    expect(rungs()[0]).toHaveTextContent("Touches 1 component, which no other solution of this list touches.");
  });

  it("says which higher patches supersede one, wholly or partly", () => {
    const third = solution(5, { displayName: "Third", version: "1.0.11.0", parentId: id(1) });
    open([...FAMILY, third], holding([1, list([])], [2, list([50, 51])], [3, list([51, 52])], [5, list([50, 51, 53])]));
    expect(rungs()[2]).toHaveTextContent("Superseded wholly");
    expect(rungs()[2]).toHaveTextContent("higher patches too: Hotfix 1.0.10.0 (1 component), Third 1.0.11.0 (2 comp");
    expect(rungs()[1]).toHaveTextContent("Superseded partly");
    expect(rungs()[1]).toHaveTextContent("Some of them are in higher patches too: Third 1.0.11.0 (1 component).");
    expect(rungs()[0]).not.toHaveTextContent("Superseded");
  });

  it("calls unknown what a failed reading leaves open, and reads that one again", () => {
    const broken: Resource<ComponentList> = { status: "failed", failure: failure() };
    const { store } = open(FAMILY, holding([1, list([50])], [2, list([50])], [3, broken]));
    expect(rungs()[0]).toHaveTextContent("What it touches is unknown: it could not be read.");
    expect(rungs()[1]).toHaveTextContent("Superseded: unknown");
    expect(rungs()[1]).toHaveTextContent("Whether patches above hold all of them is unknown");
    expect(screen.queryByText("No patch above holds any of them.")).not.toBeInTheDocument();
    expect(screen.getByText("What Hotfix 1.0.10.0 touches could not be read.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.loadComponents).toHaveBeenCalledWith(id(3));
  });

  it("does not count what was read before a reading failed", () => {
    const previous = { components: [component(50)], complete: true, unread: [] };
    open([BASE, FIRST], holding([1, { status: "failed", failure: failure(), previous }], [2, list([50])]));
    expect(rungs()[1]).toHaveTextContent("What it touches is unknown: it could not be read.");
  });
});

describe("staged upgrades on the tab of patches", () => {
  const held = (): HTMLElement =>
    within(screen.getByRole("list", { name: "Staged upgrades still there" })).getByRole("listitem");

  it("are to be applied or taken back, with where", () => {
    const { onPreviewUninstall } = open([BASE, STAGED]);
    expect(held()).toHaveTextContent("Apply it or take it back");
    expect(held()).toHaveTextContent("Apply it in the maker portal: that rolls up the patches.");
    fireEvent.click(screen.getByRole("button", { name: "Preview uninstall: Solution 1 2.0.0.0" }));
    expect(onPreviewUninstall).toHaveBeenCalledWith(STAGED);
  });

  it("are to be uninstalled first where the last operation failed", () => {
    open([BASE, STAGED], history(operation(50, { result: "failed" })));
    expect(held()).toHaveTextContent("Uninstall it first");
    expect(held()).toHaveTextContent("The last operation on it or its base failed and left it over.");
  });

  it("are to be waited for while an operation is running, without a way to uninstall", () => {
    open([BASE, STAGED], history(operation(50, { result: "running", status: "running" })));
    expect(held()).toHaveTextContent("Wait");
    expect(within(held()).queryByRole("button", { name: /Preview/ })).not.toBeInTheDocument();
  });

  it("carry no advice where the history could not be read", () => {
    open([BASE, STAGED], { history: { status: "failed", failure: failure() } });
    expect(held()).toHaveTextContent("Unknown: look first");
  });

  it("show the ladder of their base in their own panel", () => {
    open([...FAMILY, STAGED], {}, 4);
    expect(rungs()).toHaveLength(3);
    expect(within(held()).queryByRole("button", { name: "Solution 1 2.0.0.0" })).not.toBeInTheDocument();
  });
});

describe("patches that are gone", () => {
  const gone = (): HTMLElement[] =>
    within(screen.getByRole("list", { name: "Patches that are gone" })).getAllByRole("listitem");
  const PATCH = { solutionUniqueName: "Solution1_Patch_00", solutionName: "Old fix", version: "1.0.0.5", patch: true };

  it("are named with how and when they went", () => {
    open([BASE], history(operation(50, { ...PATCH, operation: "Uninstall", suboperation: "None" })));
    expect(gone()).toHaveLength(1);
    expect(gone()[0]).toHaveTextContent("Old fix 1.0.0.5Solution1_Patch_00Uninstalled, 2025-11-01T08:04.");
  });

  it("are rolled up where an upgrade followed", () => {
    const later = { startedOn: new Date("2025-12-01T08:00:00Z"), endedOn: new Date("2025-12-01T08:10:00Z") };
    open([BASE], history(operation(50, PATCH), operation(51, later)));
    expect(gone()[0]).toHaveTextContent("Rolled up into its base by an upgrade, 2025-12-01T08:10.");
  });

  it("are unknown where the history could not be read, which can be tried again", () => {
    const { store } = open(FAMILY, { history: { status: "failed", failure: failure() } });
    expect(screen.getByText(/Which patches are gone is unknown/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.retry).toHaveBeenCalledWith("history");
  });

  it("are only listed as far back as the history is known", () => {
    const many = Array.from({ length: 500 }, (_, number) =>
      operation(1000 + number, { solutionUniqueName: "Elsewhere" }),
    );
    open([BASE], history(...many));
    expect(screen.getByText(/The history is only known since 2025-11-01/)).toBeInTheDocument();
  });
});
