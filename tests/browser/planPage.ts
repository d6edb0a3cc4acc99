import { expect, type Locator, type Page } from "@playwright/test";

/** The plan page as a person finds things on it: by role and name. */
interface PlanPage {
  readonly grid: Locator;
  readonly search: Locator;
  /** The side panel with one solution's plan. */
  readonly panel: Locator;
  /** The row of a solution, by its display name. */
  row(displayName: string): Locator;
  /** Waits until plans and solutions have been read. */
  loaded(): Promise<void>;
  openPlan(displayName: string): Promise<void>;
  field(label: string): Locator;
}

export function planPage(page: Page): PlanPage {
  const grid = page.getByRole("grid", { name: "Plan" });
  const panel = page.getByRole("dialog");
  const row = (displayName: string): Locator =>
    grid.getByRole("row").filter({ has: page.getByText(displayName, { exact: true }) });
  return {
    grid,
    panel,
    row,
    search: page.getByRole("searchbox", { name: "Search plans" }),
    async loaded() {
      await expect(grid.getByRole("rowheader").first()).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole("progressbar", { name: "Reading from the environment" })).toHaveCount(0);
    },
    async openPlan(displayName) {
      await row(displayName).getByRole("rowheader").click();
      await expect(panel.getByRole("button", { name: "Close" })).toBeVisible();
    },
    field: (label) => panel.getByLabel(label, { exact: true }),
  };
}
