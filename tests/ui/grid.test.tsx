/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { Grid } from "../../SolutionHealth/ui/Grid";
import type { GridProps } from "../../SolutionHealth/ui/Grid";
import { registerOwnIcons } from "../../SolutionHealth/ui/icons";
import { UiProvider } from "../../SolutionHealth/ui/UiProvider";
import type { UiPorts, UiTexts } from "../../SolutionHealth/ui/UiProvider";

interface Fruit {
  readonly name: string;
  readonly colour: string;
}

const FRUITS: Fruit[] = [
  { name: "Apple", colour: "red" },
  { name: "Plum", colour: "blue" },
];

const PORTS: UiPorts = {
  texts: new Proxy({}, { get: (_target, key) => String(key) }) as UiTexts,
  copyText: () => Promise.resolve(true),
  openAddress: () => undefined,
};

const grid = (parts: Partial<GridProps<Fruit>> = {}): React.ReactElement => (
  <UiProvider value={PORTS}>
    <Grid<Fruit>
      label="Fruits"
      items={FRUITS}
      columns={[
        {
          key: "name",
          name: "Name",
          minWidth: 50,
          essential: true,
          rowHeader: true,
          sortable: true,
          render: (it) => it.name,
        },
        { key: "colour", name: "Colour", minWidth: 50, render: (it) => it.colour },
      ]}
      getKey={({ name }) => name}
      {...parts}
    />
  </UiProvider>
);

const rowOf = (name: string): HTMLElement => screen.getByText(name).closest("[role=row]")!;

beforeAll(registerOwnIcons);

describe("Grid", () => {
  it("names its rows by the row header", () => {
    render(grid());
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(["Apple", "Plum"]);
  });

  it("keeps only essential columns where it is narrow", () => {
    render(grid({ narrow: true }));
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["Name"]);
  });

  it("sorts by a sortable header only", () => {
    const onSort = jest.fn();
    render(grid({ onSort }));
    fireEvent.click(screen.getByText("Colour"));
    expect(onSort).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText("Name"));
    expect(onSort).toHaveBeenCalledWith("name");
  });

  it("tells the order of the sorted column", () => {
    render(grid({ sort: { column: "name", descending: true } }));
    expect(screen.getByRole("columnheader", { name: /Name/ })).toHaveAttribute("aria-sort", "descending");
  });

  it("opens a row by a click", () => {
    const onOpen = jest.fn();
    render(grid({ onOpen }));
    fireEvent.mouseDown(screen.getByText("Plum"));
    fireEvent.click(screen.getByText("Plum"));
    expect(onOpen).toHaveBeenCalledWith(FRUITS[1]);
  });

  it("opens a row by Enter", () => {
    const onOpen = jest.fn();
    render(grid({ onOpen }));
    fireEvent.keyDown(rowOf("Apple"), { key: "Enter", which: 13, keyCode: 13 });
    expect(onOpen).toHaveBeenCalledWith(FRUITS[0]);
  });

  it("does not open what the focus only passes over", () => {
    const onOpen = jest.fn();
    render(grid({ onOpen }));
    rowOf("Apple").focus();
    fireEvent.keyDown(rowOf("Apple"), { key: "ArrowDown", which: 40, keyCode: 40 });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("marks the row that is open beside it", () => {
    render(grid({ onOpen: jest.fn(), activeKey: "Plum" }));
    expect(rowOf("Plum")).toHaveAttribute("aria-selected", "true");
    expect(rowOf("Apple")).toHaveAttribute("aria-selected", "false");
  });

  it("is one tab stop", () => {
    render(grid({ onOpen: jest.fn() }));
    const rows = [rowOf("Apple"), rowOf("Plum")].filter(({ tabIndex }) => tabIndex === 0);
    expect(rows).toHaveLength(1);
  });
});
