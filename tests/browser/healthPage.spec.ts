import type { Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { healthPage } from "./healthPage";
import { savedFile } from "./overridesPage";
import { expect, test } from "./sandbox";

const HISTORY = /\/api\/data\/v9\.2\/msdyn_solutionhistories/;

/** What the rules about operations need cannot be read. */
async function refuseHistory(page: Page): Promise<void> {
  const missing = { code: "0x80040220", message: "Principal user is missing prvReadmsdyn_solutionhistory privilege" };
  await page.route(HISTORY, (route) => route.fulfill({ status: 403, json: { error: missing } }));
}

test("the page one lands on says how the environment stands, and a finding leads to what happened", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await expect(page.getByRole("tab", { name: "Health" })).toHaveAttribute("aria-selected", "true");
  await expect(health.headline).toHaveText("This environment is at risk");
  await page.getByRole("button", { name: /^See what happened: Patch failed/ }).click();
  await expect(page.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("dialog")).toContainText("Failed");
  await page.goBack();
  await health.loaded();
});

test("a scan on request finds more, a finding leads to the overrides it is about, and can be accepted", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await expect(page.getByText(/new override/)).toHaveCount(0);
  await health.scan();
  const found = page.getByRole("button", { name: /^See overrides: \d+ new override/ });
  await expect(found).toBeVisible();
  await page.getByRole("button", { name: /^Accept: \d+ new override/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Agreed with the front desk");
  await dialog.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(found).toHaveCount(0);
  await page.getByRole("button", { name: "Show accepted findings" }).click();
  await expect(page.getByText("Agreed with the front desk")).toBeVisible();
  await found.click();
  await expect(page.getByRole("tab", { name: "Overrides" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("grid", { name: "Overrides" }).getByRole("rowheader").first()).toBeVisible();
});

test("what could not be read is unknown, with the reason, and never healthy", async ({ page, sandbox }) => {
  await refuseHistory(page);
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await expect(health.pills).toContainText("0 with no problem found");
  await page.getByRole("button", { name: /^Not judged/ }).click();
  await expect(page.getByText(/^Last operation failed: Solution history: could not be read/)).toBeVisible();
});

test("search, counts and reports need no mouse", async ({ page, sandbox }) => {
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await page.keyboard.press("/");
  await expect(health.search).toBeFocused();
  await page.keyboard.type("nothing is called this");
  await expect(page.getByText("No finding matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().press("Enter");
  await page.getByRole("button", { name: "Export" }).press("Enter");
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "HTML" }).press("Enter");
  const file = await savedFile(await saving);
  expect(file.name).toMatch(/^solution-health-report_Contoso-Sandbox_.*\.html$/);
  expect(file.text).toContain("default-src 'none'");
  expect(file.text).toContain("Patch failed");
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`nothing of health is hard to perceive or to operate in the theme ${theme}`, async ({ page, sandbox }) => {
    await refuseHistory(page);
    await sandbox.open(page, `theme=${theme}`, "");
    const health = healthPage(page);
    await health.loaded();
    await health.scan();
    await page.getByRole("button", { name: /^Not judged/ }).click();
    await page.getByRole("button", { name: /^What was read/ }).click();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

test("at 320 pixels nothing of health has to be scrolled sideways", async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await health.scan();
  const overflow = (): Promise<number> =>
    page.evaluate(() => {
      const [root, main] = [document.documentElement, document.querySelector("main") ?? document.body];
      return Math.max(root.scrollWidth - root.clientWidth, main.scrollWidth - main.clientWidth);
    });
  await expect.poll(overflow).toBe(0);
});
