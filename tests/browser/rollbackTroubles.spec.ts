import { recordWrites } from "./overridesPage";
import { HeldClock } from "./heldClock";
import { rollbackPage } from "./rollbackPage";
import { expect, test, type Sandbox } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const UPDATE = "AlderBayPermitsUpdate";
/** Option value of the history (fact sheet §5.1). */
const UNINSTALL = 1;
const START = /^POST .*\/UninstallSolutionAsync$/;

/** How often the history says that the update was uninstalled: the server's own count of what was asked of it. */
const uninstalls = ({ environment }: Sandbox): number =>
  environment.state.history.filter(({ operation, uniqueName }) => operation === UNINSTALL && uniqueName === UPDATE)
    .length;

const IMPORT = {
  lockName: "Import",
  history: { operation: "import", uniqueName: "HarbourMoorings", version: "2.1.0.0", publisherName: "Harbour Office" },
} as const;

test("while somebody else holds the lock it is said who, nothing is done, and on request it waits its turn", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const rollback = rollbackPage(page);
  const { panel, dialog, tray } = rollback;
  await rollback.preview(UPDATE);
  await rollback.saveReport("Markdown");
  const release = sandbox.hold(IMPORT);
  await rollback.begin.click();
  await expect(dialog.getByText(/^Another solution operation is running: Import of HarbourMoorings/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await rollback.uninstall(UPDATE);
  await expect(panel.getByText("The uninstall was not started.").first()).toBeVisible();
  await expect(
    panel.getByText("Another solution operation was running. The platform runs one at a time.").first(),
  ).toBeVisible();
  expect(uninstalls(sandbox)).toBe(0);
  await panel.getByRole("button", { name: "Preview again" }).click();
  await rollback.saveReport("Markdown");
  await rollback.uninstall(UPDATE, { waits: true });
  await expect(panel.getByText("Waiting", { exact: true })).toBeVisible();
  await expect(panel.getByText(/^Running now: .*HarbourMoorings/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Stop waiting" })).toBeVisible();
  await expect(tray).toContainText("Waiting");
  expect(uninstalls(sandbox)).toBe(0);
  release();
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 40_000 });
  expect(uninstalls(sandbox)).toBe(1);
});

test.describe("an environment whose answer gets lost", () => {
  const lostAnswers = { "POST UninstallSolutionAsync": { how: "cut" } } as const;
  test.use({ choice: { content: "demo", options: { troubles: { failures: [], lostAnswers } } } });

  test("is looked at, not asked again, and what it did is told as done", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const rollback = rollbackPage(page);
    const { panel, tray } = rollback;
    await rollback.preview(UPDATE);
    await rollback.saveReport("Markdown");
    const writes = recordWrites(page);
    await rollback.uninstall(UPDATE);
    await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 40_000 });
    await expect(tray).toContainText("Done");
    expect(writes).toEqual([expect.stringMatching(START)]);
    expect(uninstalls(sandbox)).toBe(1);
    expect(sandbox.environment.store.solutionNamed(UPDATE)).toBeUndefined();
  });
});

test.describe("a job that takes its time", () => {
  const LONG = 20_000;
  const clock = new HeldClock(LONG);
  test.use({ choice: { content: "demo", options: { jobDuration: LONG, clock } } });

  test("goes on while the page is closed, is found again, and told as done", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const rollback = rollbackPage(page);
    const { panel, tray } = rollback;
    await rollback.preview(UPDATE);
    await rollback.saveReport("Markdown");
    await rollback.uninstall(UPDATE);
    await expect(panel.getByText(/^The environment is doing it and cannot be stopped/)).toBeVisible();
    await expect(panel.getByText("the environment says: running")).toBeVisible({ timeout: 30_000 });
    await panel.getByRole("button", { name: "Close", exact: true }).click();
    await expect(tray).toContainText("Running");
    await page.getByRole("tab", { name: "Overrides" }).click();
    await expect(tray, "It stays in sight on every page.").toContainText(
      "Uninstall of Alder Bay Permits Update 1.0.0.0",
    );

    await page.reload();
    await expect(tray).toContainText("Uninstall of Alder Bay Permits Update 1.0.0.0", { timeout: 30_000 });
    await expect(tray).toContainText("Running");
    await tray.getByRole("button", { name: "Details" }).click();
    await expect(tray).toContainText("found in the history, not started from this page");
    const writes = recordWrites(page);
    await page.getByRole("tab", { name: "Solutions" }).click();
    await solutionsPage(page).openPanel(UPDATE, "Uninstall");
    await expect(panel.getByText("This solution is being worked on.")).toBeVisible();
    await expect(rollback.begin).toHaveCount(0);
    clock.release();
    await expect(tray).toContainText("Done", { timeout: 40_000 });
    await panel.getByRole("button", { name: "Close", exact: true }).click();
    await expect(solutionsPage(page).row(UPDATE)).toHaveCount(0);
    expect(writes).toEqual([]);
    expect(uninstalls(sandbox)).toBe(1);
  });
});
