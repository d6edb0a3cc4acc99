import type { Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { install, upgrade } from "./arrange";
import { savedFile } from "./overridesPage";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

/** The history as a person finds it: by role and name. */
function historyPage(page: Page) {
  const grid = page.getByRole("grid", { name: "Solution operations" });
  return {
    grid,
    names: grid.getByRole("rowheader"),
    row: (text: string | RegExp) => grid.getByRole("row").filter({ hasText: text }),
    search: page.getByRole("searchbox", { name: "Search the history" }),
    async show() {
      await page.getByRole("tab", { name: "History" }).click();
      await expect(grid.getByRole("rowheader").first()).toBeVisible({ timeout: 30_000 });
    },
    async exported() {
      const saving = page.waitForEvent("download");
      await page
        .getByRole("menuitem", { name: "Export CSV" })
        .or(page.getByRole("button", { name: "Export CSV" }))
        .click();
      const file = await savedFile(await saving);
      return { ...file, lines: file.text.trim().split("\r\n") };
    },
  };
}

const DAY = 24 * 60 * 60 * 1000;

test.use({
  choice: {
    content: "demo",
    arrange: (environment) => {
      install(environment, { name: "QuayLights", displayName: "Quay Lights" });
      // What was installed within this second, some days before the upgrade.
      for (const row of environment.state.history) {
        const days = ["QuayLights", "SolutionHealth"].indexOf(row.uniqueName) + 1;
        if (days > 0) row.startedOn = row.endedOn = new Date(Date.now() - days * DAY).toISOString();
      }
      upgrade(environment, { name: "QuayLights", displayName: "Quay Lights", version: "2.0.0.0" });
    },
  },
});

test("the history is one line a request, searched, filtered and exported; the steps of an upgrade stand together", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const history = historyPage(page);
  const { names, row, grid } = history;
  await history.show();
  await expect(names).toHaveText([
    "Quay Lights",
    "Quay Lights",
    "Solution Health",
    "Alder Bay Permits",
    "Alder Bay Permits Update",
    "Brightwater Permit Risk",
    "Alder Bay Permits",
    "Alder Bay Permits",
  ]);
  await expect(page.getByRole("img", { name: /^Strip of the last 90 days: 8 operations\. 1 failed\./ })).toBeVisible();
  await expect(row("Upgrade").first()).toContainText("2.0.0.0");
  await row("Upgrade").first().getByRole("rowheader").click();
  const panel = page.getByRole("dialog", { name: "Upgrade: Quay Lights" });
  const steps = panel.getByRole("list", { name: "Steps" }).getByRole("listitem");
  const written = sandbox.environment.state.history.filter(({ uniqueName }) => uniqueName.startsWith("QuayLights"));
  await expect(steps, "The platform has written a row for each.").toHaveCount(written.length - 1);
  await expect(steps.filter({ hasText: "QuayLights_Upgrade" })).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);

  await page.getByRole("group", { name: "Filter by result" }).getByRole("button", { name: "1 Failed" }).click();
  await expect(names).toHaveText(["Alder Bay Permits"]);
  const failed = await history.exported();
  expect(failed.lines).toHaveLength(2);
  expect(failed.lines[1]).toMatch(
    /^Patch,Alder Bay Permits,AlderBayPermits_Patch_6b21f0c4,1\.0\.1\.0,Failed,.*,0x[0-9A-F]{8},/i,
  );
  await page.getByRole("group", { name: "Filter by result" }).getByRole("button", { name: "1 Failed" }).click();

  await page.getByRole("combobox", { name: "Operation" }).click();
  await page.getByRole("option", { name: "Patch", exact: true }).click();
  await expect(names).toHaveCount(2);
  await page.getByRole("combobox", { name: "Period" }).click();
  await page.getByRole("option", { name: "Last 30 days" }).click();
  await expect(grid.getByText("Failed")).toBeVisible();
  await expect(names).toHaveCount(1);
  await history.search.fill("lights");
  await expect(page.getByText("No operation matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(names).toHaveCount(8);
  await history.search.fill("lights");
  await expect(names).toHaveText(["Quay Lights", "Quay Lights"]);
  expect((await history.exported()).lines, "Every row that the platform has written, and the head.").toHaveLength(
    written.length + 1,
  );
});

test("what runs is shown while it runs, and how it ended without being asked", async ({ page, sandbox }) => {
  await sandbox.open(page);
  await solutionsPage(page).loaded();
  const history = historyPage(page);
  await history.show();
  const release = sandbox.hold({
    lockName: "Import",
    history: {
      operation: "import",
      uniqueName: "HarbourMoorings",
      version: "2.1.0.0",
      publisherName: "Harbour Office",
    },
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  const row = history.row("HarbourMoorings");
  await expect(row).toContainText("Running");
  const tray = page.getByRole("region", { name: "Solution operations" });
  await expect(tray).toContainText("Import of HarbourMoorings 2.1.0.0");
  await row.getByRole("rowheader").click();
  const panel = page.getByRole("dialog", { name: /HarbourMoorings/ });
  await expect(panel.getByText("Running").first()).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  release();
  await expect(row).toContainText("Succeeded", { timeout: 40_000 });
  await expect(panel.getByText("Succeeded").first()).toBeVisible();
  await expect(tray).toContainText("Done");
});
