import type { Locator, Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { HeldClock } from "./heldClock";
import { rollbackPage } from "./rollbackPage";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const UPDATE = "AlderBayPermitsUpdate";
const LONG = 20_000;

/** Presses Tab until the focus is there. @throws {Error} when it is not within so many stops */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    if ((await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement)))
      return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not lead to ${target.toString()}.`);
}

test("a solution is previewed, its report saved, and it is uninstalled without a mouse", async ({ page, sandbox }) => {
  test.slow();
  await sandbox.open(page);
  const list = solutionsPage(page);
  const { panel, dialog, begin, tray } = rollbackPage(page);
  await list.loaded();
  await page.keyboard.press("/");
  await tabTo(page, list.row("AlderBayPermits"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(list.row(UPDATE)).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, panel.getByRole("tab", { name: "Overview" }));
  for (let tab = 0; tab < 5; tab += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(panel.getByText("28 filled values, counted now").first()).toBeVisible({ timeout: 30_000 });

  await tabTo(page, panel.getByRole("button", { name: "Save report" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "As Markdown" })).toBeFocused();
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await saving).suggestedFilename()).toMatch(/\.md$/);
  await expect(panel.getByText("Report saved")).toBeVisible();
  await tabTo(page, begin);
  await page.keyboard.press("Enter");

  const cancel = dialog.getByRole("button", { name: "Cancel" });
  await expect(cancel, "The harmless button comes first.").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(begin, "The focus goes back to what opened it.").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(begin, "Escape closes the dialog, not the panel.").toBeFocused();
  await page.keyboard.press("Enter");
  const name = dialog.getByRole("textbox", { name: `Type the unique name ${UPDATE} to go on` });
  await tabTo(page, name);
  const start = dialog.getByRole("button", { name: "Uninstall Alder Bay Permits Update" });
  await page.keyboard.type("AlderBayPermits");
  await expect(start, "Another solution's name is not enough.").toBeDisabled();
  await page.keyboard.type("Update");
  await tabTo(page, start);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
  const close = panel.getByRole("button", { name: "Close this uninstall" });
  await tabTo(page, close);
  await page.keyboard.press("Enter");
  await expect(panel).toHaveCount(0);
  await expect(list.row(UPDATE)).toHaveCount(0);
  await tabTo(page, tray.getByRole("button", { name: "Details" }));
});

for (const theme of ["light", "dark", "contrast"]) {
  test.describe(`in the theme ${theme}`, () => {
    const clock = new HeldClock(LONG);
    test.use({ choice: { content: "demo", options: { jobDuration: LONG, clock } } });

    test("nothing of an uninstall is hard to perceive or to operate", async ({ page, sandbox }) => {
      test.slow();
      const check = async (): Promise<void> => expect(await accessibilityViolations(page)).toEqual([]);
      await sandbox.open(page, `theme=${theme}`);
      const rollback = rollbackPage(page);
      const { panel, dialog, begin, tray, fate } = rollback;
      await rollback.preview(UPDATE);
      await fate("Inactive Permits")
        .getByRole("button", { name: /^layoutxml/ })
        .click();
      await check();
      await rollback.saveReport("JSON");
      await begin.click();
      await check();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await rollback.uninstall(UPDATE);
      await expect(panel.getByText("the environment says: running")).toBeVisible({ timeout: 30_000 });
      await check();
      clock.release();
      await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
      await check();
      await panel.getByRole("button", { name: "Close this uninstall" }).click();
      await tray.getByRole("button", { name: "Details" }).click();
      await page.getByRole("tab", { name: "History" }).click();
      await expect(
        page.getByRole("grid", { name: "Solution operations" }).getByRole("rowheader").first(),
      ).toBeVisible();
      await check();
    });
  });
}

/** How far anything has to be scrolled sideways, of what scrolls up and down. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[
        document.documentElement,
        ...document.querySelectorAll("main, .ms-Panel-main, .ms-Panel-scrollableContent"),
      ].map((part) => part.scrollWidth - part.clientWidth),
    ),
  );

test("at 320 pixels all of it is read and done without scrolling sideways, and the panel scrolls once", async ({
  page,
  sandbox,
}) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  await sandbox.open(page);
  const rollback = rollbackPage(page);
  const { panel, dialog, begin, tray } = rollback;
  await rollback.preview("AlderBayPermits_Patch_6b21f0c4");
  await expect(rollback.blocker("Risky Permits")).toHaveCount(1);
  await expect.poll(() => sideways(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await panel.getByRole("button", { name: "Close", exact: true }).click();
  await rollback.preview(UPDATE);
  await expect.poll(() => sideways(page)).toBe(0);
  const below = await page.evaluate(() => {
    const main = document.querySelector(".ms-Panel-main");
    return main ? main.scrollHeight - main.clientHeight : -1;
  });
  expect(below, "There is no empty page below the panel.").toBe(0);
  await rollback.saveReport("Markdown");
  await begin.click();
  for (const button of [dialog.getByRole("button", { name: "Cancel" }), dialog.getByRole("textbox")]) {
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport();
  }
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await rollback.uninstall(UPDATE);
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => sideways(page)).toBe(0);
  await panel.getByRole("button", { name: "Close this uninstall" }).click();
  await tray.getByRole("button", { name: "Details" }).click();
  // At this width the tab stands in the menu of those that do not fit.
  await sandbox.open(page, "", "history");
  const row = page.getByRole("grid", { name: "Solution operations" }).getByRole("row").filter({ hasText: "Uninstall" });
  const end = async (): Promise<number> => {
    const { x, width } = (await row.getByText("Succeeded").boundingBox()) ?? { x: Infinity, width: 0 };
    return x + width;
  };
  await expect.poll(end, "The result is not beyond the edge.").toBeLessThanOrEqual(320);
  await expect.poll(() => sideways(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});
