/** @jest-environment jsdom */
import * as React from "react";
import { fireEvent, render, screen } from "@testing-library/react";
import { GroupedGrid } from "../../SolutionHealth/ui/GroupedGrid";
import type { GridLine } from "../../SolutionHealth/ui/GroupedGrid";
import { UiProvider } from "../../SolutionHealth/ui/UiProvider";
import type { UiPorts } from "../../SolutionHealth/ui/UiProvider";

interface Item {
  readonly name: string;
}

const ports: UiPorts = {
  texts: {
    close: "Close",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Not copied",
    details: "Details",
    retry: "Retry",
    cancel: "Cancel",
    dismiss: "Dismiss",
    moreCommands: "More",
    clearSearch: "Clear",
    sortedAscending: "Ascending",
    sortedDescending: "Descending",
    loading: "Loading",
    opensInNewWindow: "New window",
  },
  copyText: () => Promise.resolve(true),
  openAddress: () => undefined,
};

const rowLine = (name: string): GridLine<Item> => ({ kind: "row", key: name, item: { name } });
const group: GridLine<Item> = { kind: "group", key: "g", title: "Contoso", note: "2", level: 1, open: true };

const grid = (lines: readonly GridLine<Item>[], parts: Record<string, jest.Mock> = {}): React.ReactElement => (
  <UiProvider value={ports}>
    <GroupedGrid<Item>
      label="Overrides"
      lines={lines}
      columns={[{ key: "name", name: "Name", minWidth: 100, rowHeader: true, render: ({ name }) => name }]}
      onToggleGroup={() => undefined}
      onOpen={() => undefined}
      checkLabel="Choose"
      checkAllLabel="Choose all"
      {...parts}
    />
  </UiProvider>
);

describe("GroupedGrid", () => {
  it("puts only a part of ten thousand rows into the page", () => {
    render(grid(Array.from({ length: 10_000 }, (_, index) => rowLine(`row ${index}`))));
    expect(screen.getAllByRole("rowheader").length).toBeLessThan(100);
  });

  it("says that a group is open, and tells which one is to be toggled", () => {
    const onToggleGroup = jest.fn();
    render(grid([group, rowLine("a")], { onToggleGroup }));
    const head = screen.getByRole("button", { name: "Contoso 2", expanded: true });
    fireEvent.click(head);
    expect(onToggleGroup).toHaveBeenCalledWith("g");
  });

  it("chooses rows, never the heads of groups, when all are chosen", () => {
    const onSelect = jest.fn();
    render(grid([group, rowLine("a"), rowLine("b")], { onSelect }));
    fireEvent.click(screen.getAllByRole("checkbox")[0]!);
    expect(onSelect).toHaveBeenLastCalledWith(["a", "b"]);
  });

  it("keeps a chosen row chosen when others come, and lets go of one that leaves", () => {
    const onSelect = jest.fn();
    const { rerender } = render(grid([rowLine("a"), rowLine("b")], { onSelect }));
    fireEvent.click(screen.getAllByRole("checkbox")[2]!);
    expect(onSelect).toHaveBeenLastCalledWith(["b"]);
    rerender(grid([rowLine("0"), rowLine("a"), rowLine("b")], { onSelect }));
    expect(screen.getAllByRole("checkbox", { checked: true })).toHaveLength(1);
    rerender(grid([rowLine("0"), rowLine("a")], { onSelect }));
    expect(onSelect).toHaveBeenLastCalledWith([]);
  });

  it("has no check boxes where nothing can be chosen", () => {
    render(grid([rowLine("a")]));
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  });
});
