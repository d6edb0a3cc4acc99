import { callerOf } from "../../sandbox/start/environment";
import { accessibilityViolations } from "./accessibility";
import { solutionNamed } from "./arrange";
import { recordWrites } from "./overridesPage";
import { rollbackPage } from "./rollbackPage";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const PATCH = "AlderBayPermits_Patch_6b21f0c4";

test("a patch that something needs is not offered: what stands in the way leads to its layers, and back", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const rollback = rollbackPage(page);
  const { panel, begin, blocker } = rollback;
  await rollback.preview(PATCH);
  await expect(panel.getByRole("heading", { name: "Blocked by 1 component" })).toBeVisible();
  await expect(begin).toHaveCount(0);
  await expect(panel.getByText(/^It cannot be uninstalled as things stand/)).toBeVisible();
  await expect(blocker("Risky Permits").getByRole("cell")).toHaveText([
    /It needs what would go:.*Renewed On/,
    "Update or uninstall Brightwater Permit Risk 1.2.0.0 first",
    "At once",
  ]);
  expect((await rollback.saveReport("Markdown")).text, "What stands in the way can be handed on.").toContain(
    "Risky Permits",
  );
  await expect(begin, "The report opens no way past a blocker.").toHaveCount(0);
  expect(await accessibilityViolations(page)).toEqual([]);

  await blocker("Risky Permits").getByRole("button", { name: "Layers of Risky Permits" }).click();
  const stack = panel.getByRole("list", { name: /^Layers of this component/ });
  await expect(stack).toContainText("Brightwater Permit Risk 1.2.0.0");
  await panel.getByRole("navigation", { name: "You are here" }).getByRole("button", { name: "Uninstall" }).click();
  await expect(blocker("Risky Permits"), "The preview is still there.").toHaveCount(1);

  // Somebody takes the advice.
  const { environment } = sandbox;
  environment.uninstallSolution("BrightwaterPermitRisk", callerOf(environment.state));
  await panel.getByRole("button", { name: "Preview again" }).click();
  await expect(panel.getByRole("heading", { name: "Can be taken back" })).toBeVisible({ timeout: 30_000 });
  await expect(begin).toHaveText(/^Uninstall Alder Bay Permits 1\.0\.1\.0…$/);
});

test("what stands behind what stands in the way is named at once, and several go in their order", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const rollback = rollbackPage(page);
  const { panel, begin, blocker } = rollback;
  await rollback.preview("AlderBayPermits");
  await expect(panel.getByRole("heading", { name: /^Blocked by \d+ components$/ })).toBeVisible();
  await expect(blocker("Permit").filter({ hasText: "Another publisher's managed layer" }).first()).toContainText(
    "Update or uninstall Brightwater Permit Risk 1.2.0.0 first",
  );
  await expect(blocker("Inactive Permits").filter({ hasText: "In round 2" }).first()).toBeVisible();
  await panel.getByRole("button", { name: "Close", exact: true }).click();

  for (const name of [PATCH, "BrightwaterPermitRisk"]) {
    // The box is drawn over the input.
    await solutionsPage(page).row(name).getByRole("checkbox").check({ force: true });
  }
  await page.getByRole("button", { name: "Preview uninstall of 2" }).click();
  await expect(panel.getByRole("heading", { name: "Can be taken back" })).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole("list", { name: "Order of uninstalling" }).getByRole("listitem")).toHaveText([
    /BrightwaterPermitRisk/,
    new RegExp(PATCH),
  ]);
  await rollback.saveReport("Markdown");
  await begin.click();
  const { dialog } = rollback;
  const start = dialog.getByRole("button", { name: "Uninstall 2 solutions" });
  await dialog.getByRole("textbox").fill(PATCH);
  await expect(start, "For several, it is the place that must be right.").toBeDisabled();
  await dialog
    .getByRole("textbox", { name: "Type the environment's name Contoso Sandbox to go on" })
    .fill("Contoso Sandbox");
  const writes = recordWrites(page);
  await start.click();
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole("list", { name: "Steps of the uninstall" }).locator(":scope > li")).toContainText([
    "Uninstall of Brightwater Permit Risk 1.2.0.0",
    "Uninstall of Alder Bay Permits 1.0.1.0",
  ]);
  expect(writes).toHaveLength(2);
  await panel.getByRole("button", { name: "Close this uninstall" }).click();
  await expect(solutionsPage(page).names).toHaveCount(3);
});

test.describe("an environment that breaks the uninstall off half way", () => {
  const message =
    "Solution dependencies exist, cannot uninstall. The SavedQuery component abp_late of Harbour Moorings needs it.";
  const failures = [
    { job: "uninstall", solution: "AlderBayPermitsUpdate", at: 0.5, code: "0x8004F01D", message },
  ] as const;
  test.use({ choice: { content: "demo", options: { troubles: { failures, lostAnswers: {} } } } });

  test("is quoted and explained, in the preview and in the history; nothing is done or sent again", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const rollback = rollbackPage(page);
    const { panel, tray } = rollback;
    await rollback.preview("AlderBayPermitsUpdate");
    await rollback.saveReport("Markdown");
    const writes = recordWrites(page);
    await rollback.uninstall("AlderBayPermitsUpdate");
    await expect(panel.getByText("The uninstall failed.").first()).toBeVisible({ timeout: 30_000 });
    await expect(
      panel.getByText("Components outside this solution still need some of its components.").first(),
    ).toBeVisible();
    await expect(panel.getByText("Remove or change what needs them first.").first()).toBeVisible();
    await expect(panel.getByRole("textbox", { name: "Message of the server" })).toHaveValue(message);
    await expect(panel.getByText("0x8004F01D")).toBeVisible();
    await expect(panel.getByText("Everything came as announced.")).toHaveCount(0);
    await expect(tray).toContainText("Failed");
    expect(writes).toHaveLength(1);
    solutionNamed(sandbox.environment, "AlderBayPermitsUpdate");
    expect(await accessibilityViolations(page)).toEqual([]);

    await panel.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("tab", { name: "History" }).click();
    const grid = page.getByRole("grid", { name: "Solution operations" });
    const row = grid.getByRole("row").filter({ hasText: "Uninstall" });
    await expect(row).toContainText("Failed");
    await row.getByRole("rowheader").click();
    const reading = page.getByRole("dialog", { name: "Uninstall: Alder Bay Permits Update" });
    await expect(
      reading.getByText("Components outside this solution still need some of its components."),
    ).toBeVisible();
    await expect(reading.getByText("0x8004F01D")).toBeVisible();
    await expect(reading.getByRole("textbox", { name: "Error text" })).toHaveValue(message);
    expect(await accessibilityViolations(page)).toEqual([]);
    await reading.getByRole("button", { name: "Preview uninstall" }).click();
    await expect(
      panel.getByText("The uninstall failed.").first(),
      "How it came out stays until it was seen.",
    ).toBeVisible();
    await panel.getByRole("button", { name: "Preview again" }).click();
    await expect(panel.getByRole("heading", { name: "Can be taken back" })).toBeVisible({ timeout: 30_000 });
  });
});
