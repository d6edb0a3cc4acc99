import type { Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { demoPackage, type PackedFile, releasePage } from "./releasePage";
import { withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";
import { tabTo } from "./tabTo";

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
  await tabTo(page, button);
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(file);
}

test("packages are chosen, ways compared and the list narrowed without a mouse, and the focus is kept", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page, "", "release");
  const release = releasePage(page);
  await chooseByKeyboard(page, await demoPackage("BaseNext"));
  await expect(page.getByRole("heading", { name: /^What will happen: / })).toBeVisible(END);
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
    await expect(release.row("Active Permits")).toHaveCount(1);
    expect(await focusIsKept(page)).toBe(true);
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
