import type { Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { demoPackage, type PackedFile, releasePage } from "./releasePage";
import { withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";
import { tabTo } from "./tabTo";

const SALES = "AlderBayPermits";
/** What is there is read again before the end is told: that takes its time on a busy machine. */
const END = { timeout: 90_000 };
test.use({ choice: { content: "empty", arrange: withDemo("Base") } });
test.beforeEach(() => test.slow());

/** Whoever presses Tab next starts somewhere in the product: the focus has not fallen back to the whole page. */
const focusIsKept = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement !== null && activeElement !== document.body && activeElement.isConnected;
  });

async function chooseByKeyboard(page: Page, file: PackedFile): Promise<void> {
  const button = page.getByRole("button", { name: "Choose packages…" });
  // Playwright takes over the browser's own dialog from here on; right before the key that opens it would be too late at times.
  const choosing = page.waitForEvent("filechooser");
  // Who presses keys before anything is there gets nowhere.
  await expect(button).toBeVisible();
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(file);
}

test("a release is chosen, compared, looked at, reported and imported without a mouse, and the focus is never lost", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page, "", "release");
  const release = releasePage(page);
  const { panel } = release;
  await chooseByKeyboard(page, await demoPackage("BaseNext"));
  await expect(page.getByRole("heading", { name: /^What will happen: / })).toBeVisible(END);
  expect(await focusIsKept(page)).toBe(true);
  // What is known so far has no deletions yet, and no report.
  await expect(page.getByRole("button", { name: "Save report" })).toBeVisible(END);
  expect(await focusIsKept(page)).toBe(true);

  await test.step("the ways", async () => {
    await tabTo(page, release.way("Upgrade"));
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("heading", { name: "What will happen: Update" })).toBeVisible();
    await expect(release.way("Update")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("heading", { name: "What will happen: Upgrade" })).toBeVisible();
    await expect(release.way("Upgrade")).toBeFocused();
  });

  await test.step("filters and search", async () => {
    const deleted = release.filter("deleted");
    await tabTo(page, deleted);
    await page.keyboard.press("Space");
    await expect(deleted).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Space");
    await expect(deleted).toHaveAttribute("aria-pressed", "false");
    await expect(deleted).toBeFocused();
    await tabTo(page, page.getByRole("searchbox", { name: "Search components" }));
    await page.keyboard.type("Active Permits");
    await release.searched();
    await expect(release.row("Active Permits")).toHaveCount(1);
    expect(await focusIsKept(page)).toBe(true);
  });

  await test.step("a component and its difference, from the list and back to its row", async () => {
    const row = release.row("Active Permits");
    const head = release.grid.getByRole("button", { name: /^Views/ });
    await tabTo(page, head);
    await page.keyboard.press("ArrowLeft");
    await expect(row).toHaveCount(0);
    await page.keyboard.press("ArrowRight");
    await expect(row).toHaveCount(1);
    await expect(head).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(row).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "Active Permits", exact: true, level: 2 })).toBeVisible();
    await tabTo(page, panel.getByRole("button", { expanded: false }).first());
    await page.keyboard.press("Enter");
    await expect(panel.getByText("In the package").first()).toBeVisible();
    expect(await focusIsKept(page)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(row).toBeFocused();
  });

  await test.step("the report's menu", async () => {
    const menu = page.getByRole("button", { name: "Save report" });
    await tabTo(page, menu, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem").nth(1)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menuitem")).toHaveCount(0);
    await expect(menu).toBeFocused();
  });

  await test.step("the import, to its end", async () => {
    const opener = page.getByRole("button", { name: "Import…" });
    await tabTo(page, opener);
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "What is imported" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, panel.getByRole("button", { name: "Save report" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    await saving;
    await expect(panel.getByRole("button", { name: "Save report" })).toBeFocused();
    await tabTo(page, panel.getByRole("textbox", { name: `Type the unique name ${SALES} to go on` }));
    await page.keyboard.type(SALES);
    await tabTo(page, panel.getByRole("button", { name: "Import Alder Bay Permits 2.0.0.0" }));
    await page.keyboard.press("Enter");
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    expect(await focusIsKept(page), "The button that was pressed is gone, the panel is not.").toBe(true);
    await tabTo(page, panel.getByRole("button", { name: "Back to the preview" }));
    await page.keyboard.press("Enter");
    await expect(panel).toHaveCount(0);
    expect(await focusIsKept(page)).toBe(true);
    expect(sandbox.environment.store.solutionNamed(SALES)?.version).toBe("2.0.0.0");
  });
});

for (const theme of ["dark", "contrast"] as const) {
  test.describe(`the import at 320 pixels, ${theme}`, () => {
    test.use({ viewport: { width: 320, height: 700 } });

    test("fits, and is accessible before and after the check", async ({ page, sandbox }) => {
      const forcedColors = theme === "contrast";
      if (forcedColors) await page.emulateMedia({ forcedColors: "active" });
      await sandbox.open(page, forcedColors ? "" : "theme=dark", "release");
      const release = releasePage(page);
      const { panel } = release;
      await release.preview(await demoPackage("BaseNext"));
      await release.openImport();
      expect(await accessibilityViolations(page, { forcedColors })).toEqual([]);
      await panel.getByRole("button", { name: /^Upload .* and check$/ }).click();
      await expect(panel.getByText("The environment says: passed.").first()).toBeVisible(END);
      expect(await accessibilityViolations(page, { forcedColors })).toEqual([]);
      const sizes = await panel.evaluate((element) => [element.scrollWidth, element.clientWidth]);
      expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
    });
  });
}
