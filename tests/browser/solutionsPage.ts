import { expect, type Locator, type Page } from "@playwright/test";

/** The solutions page as a person finds things on it: by role and name. */
interface SolutionsPage {
  readonly grid: Locator;
  /** The cell that names a row: display name and unique name. */
  readonly names: Locator;
  readonly search: Locator;
  readonly panel: Locator;
  /** The row of a solution. */
  row(uniqueName: string): Locator;
  /** Turns to the page from whatever page is open, and waits until it is loaded. */
  turnTo(): Promise<void>;
  /** Waits until rows and history have been read. */
  loaded(): Promise<void>;
  sortBy(column: string): Promise<void>;
  choose(filter: string, value: string): Promise<void>;
  /** Opens the panel of a solution with the mouse, at one of its tabs. */
  openPanel(uniqueName: string, tab?: string): Promise<void>;
}

export function solutionsPage(page: Page): SolutionsPage {
  const grid = page.getByRole("grid", { name: "Solutions" });
  const panel = page.getByRole("dialog");
  // The name's cell ends with the unique name.
  const row = (uniqueName: string): Locator =>
    grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`\\s${uniqueName}$`) }) });
  const loaded = async (): Promise<void> => {
    await expect(grid.getByRole("rowheader").first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("progressbar", { name: "Reading from the environment" })).toHaveCount(0);
  };
  return {
    grid,
    names: grid.getByRole("rowheader"),
    search: page.getByRole("searchbox", { name: "Search solutions" }),
    panel,
    row,
    loaded,
    async turnTo() {
      await page.getByRole("tablist", { name: "Pages" }).getByRole("tab", { name: "Solutions" }).click();
      await loaded();
    },
    async sortBy(column) {
      await grid.getByRole("columnheader", { name: column }).getByRole("button").click();
    },
    async choose(filter, value) {
      await page.getByRole("combobox", { name: filter }).click();
      await page.getByRole("option", { name: value, exact: true }).click();
    },
    async openPanel(uniqueName, tab = "Overview") {
      await row(uniqueName).getByRole("rowheader").click();
      await panel.getByRole("tab", { name: tab }).click();
    },
  };
}
