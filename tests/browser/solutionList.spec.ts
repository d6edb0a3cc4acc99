import { accessibilityViolations } from "./accessibility";
import { expect, test } from "./sandbox";

test("lists the managed solutions of the demo environment, patches under their base", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toContainText("AlderBayPermits");
  await expect(rows.nth(2)).toContainText("AlderBayPermits_Patch_");
  await expect(page.getByText("Alex Administrator")).toBeVisible();
});

test("has no accessibility violations", async ({ page, sandbox }) => {
  await sandbox.open(page);
  await expect(page.getByText("AlderBayPermitsUpdate", { exact: true })).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
});
