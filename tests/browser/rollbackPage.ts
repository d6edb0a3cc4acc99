import { expect, type Locator, type Page } from "@playwright/test";
import { savedFile, type SavedFile } from "./overridesPage";
import { solutionsPage } from "./solutionsPage";

/** What taking a solution back looks like to a person: panel, dialog and tray, by role and name. */
interface RollbackPage {
  readonly panel: Locator;
  /** The last word before it happens. */
  readonly dialog: Locator;
  /** What goes on, at the bottom edge. */
  readonly tray: Locator;
  /** The button that opens the dialog. */
  readonly begin: Locator;
  /** Opens the preview of a solution from the list, and waits until it has been made. */
  open(uniqueName: string): Promise<void>;
  /** The same, and waits until the data that goes along has been counted. */
  preview(uniqueName: string): Promise<void>;
  /** A count above the list of components, which filters: "1 returns to view". */
  count(text: string): Locator;
  /** What is said of a component. */
  fate(name: string): Locator;
  saveReport(format: "Markdown" | "CSV" | "JSON"): Promise<SavedFile>;
  /** Opens the dialog, types the name and starts it. */
  uninstall(uniqueName: string, options?: { readonly waits?: boolean }): Promise<void>;
  /** A row of the blockers, by the component that stands in the way. */
  blocker(name: string): Locator;
}

export function rollbackPage(page: Page): RollbackPage {
  const { openPanel, panel, loaded } = solutionsPage(page);
  const dialog = page.getByRole("dialog", { name: /^Uninstall / }).filter({ has: page.getByRole("textbox") });
  const begin = panel.getByRole("button", { name: /^Uninstall .*…$/ });
  const open = async (uniqueName: string): Promise<void> => {
    await loaded();
    await openPanel(uniqueName);
    await panel.getByRole("button", { name: "Preview uninstall" }).click();
    await expect(panel.getByRole("heading", { name: "What becomes of each component" })).toBeVisible({
      timeout: 30_000,
    });
  };
  return {
    panel,
    dialog,
    begin,
    open,
    tray: page.getByRole("region", { name: "Solution operations" }),
    async preview(uniqueName) {
      await open(uniqueName);
      await expect(panel.getByRole("progressbar")).toHaveCount(0, { timeout: 30_000 });
    },
    count: (text) => panel.getByRole("group", { name: "Fates, to filter by" }).getByRole("button", { name: text }),
    fate: (name) =>
      panel.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Layers of ${name}` }) }),
    async saveReport(format) {
      await panel.getByRole("button", { name: "Save report" }).click();
      const saving = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: `As ${format}` }).click();
      return savedFile(await saving);
    },
    async uninstall(uniqueName, { waits = false } = {}) {
      await begin.click();
      // Its box is drawn over the input.
      if (waits) await dialog.getByRole("checkbox", { name: /wait until it has ended/ }).check({ force: true });
      await dialog.getByRole("textbox", { name: `Type the unique name ${uniqueName} to go on` }).fill(uniqueName);
      await dialog.getByRole("button", { name: /^Uninstall / }).click();
    },
    blocker: (name) =>
      panel
        .getByRole("table", { name: "What stands in the way" })
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name }) }),
  };
}
