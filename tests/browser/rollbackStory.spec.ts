import { join, resolve } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import { plainText } from "../../sandbox/odata/plainText";
import { callerOf } from "../../sandbox/start/environment";
import { overridesPage, recordWrites } from "./overridesPage";
import { rollbackPage } from "./rollbackPage";
import { expect, test, type Sandbox } from "./sandbox";
import { solutionsPage } from "./solutionsPage";
import { webApi } from "./webApi";

/** "Inactive Permits": the extension, a managed solution, has put its column there. */
const EXTENDED = "22021405-2d46-4311-b66f-91dfe98dd782";
/** "Active Permits": somebody has put the owner there by hand, in no solution. */
const BY_HAND = "9c3c4615-17d9-47ed-8c39-b464fd97850e";

const layout = ({ environment }: Sandbox, view: string): string =>
  plainText(environment.effectiveProperties(view).layoutxml);

/** The publisher of the original solution brings a later one that touches both views. */
async function importUpdate(request: APIRequestContext, { address }: Sandbox, overwrite: boolean): Promise<void> {
  const folder = join(resolve(__dirname, "..", ".."), "Solutions", "Demo", "Update");
  const content = await packFolder(folder, { managed: true });
  await webApi(request, address).run("ImportSolutionAsync", {
    CustomizationFile: Buffer.from(content).toString("base64"),
    OverwriteUnmanagedCustomizations: overwrite,
    PublishWorkflows: true,
  });
}

/** What the bars of the layer view say of a property, the top one first. */
const marksOf = (page: Page, property: string) =>
  page
    .getByRole("list", { name: "Layers of this component, from the top one down" })
    .getByRole("list", { name: "Changes" })
    .getByRole("listitem")
    .filter({ hasText: property });

test.use({
  choice: {
    content: "demo",
    options: { jobDuration: 1_000 },
    // The story begins before the update.
    arrange: (environment) => environment.uninstallSolution("AlderBayPermitsUpdate", callerOf(environment.state)),
  },
});

test("what an update covers returns when it is taken back; what was changed by hand was on top all the while", async ({
  page,
  request,
  sandbox,
}) => {
  test.slow();
  const before = { extended: layout(sandbox, EXTENDED), byHand: layout(sandbox, BY_HAND) };
  expect(before.extended).toContain("bwc_riskscore");
  expect(before.byHand).toContain("ownerid");
  await importUpdate(request, sandbox, false);
  expect(layout(sandbox, EXTENDED)).not.toContain("bwc_riskscore");
  expect(layout(sandbox, BY_HAND)).toBe(before.byHand);

  await sandbox.open(page);
  const { panel: layers, scan, row, openLayers } = overridesPage(page);
  await scan();
  await expect(row("Inactive Permits"), "It is in a managed layer.").toHaveCount(0);
  await openLayers("Active Permits");
  await expect(marksOf(page, "layoutxml")).toHaveText([/decides/, /hidden by Active/, /hidden by Active/]);
  await layers.getByRole("button", { name: "Close" }).click();

  await page.getByRole("tab", { name: "Solutions" }).click();
  const rollback = rollbackPage(page);
  const { panel, tray, fate, count } = rollback;
  await rollback.preview("AlderBayPermitsUpdate");
  await expect(panel.getByRole("heading", { name: "Can be taken back" })).toBeVisible();
  await count("1 returns to view").click();
  const returning = fate("Inactive Permits");
  await expect(returning).toContainText("2 values of Brightwater Permit Risk 1.2.0.0 are seen again.");
  await returning.getByRole("button", { name: /^layoutxml/ }).click();
  const change = returning
    .getByRole("table", { name: "layoutxml" })
    .getByRole("row")
    .filter({ hasText: "bwc_riskscore" });
  await expect(change.getByRole("cell").first()).toHaveText("Added");
  await expect(returning).toContainText("Then, from Brightwater Permit Risk 1.2.0.0");
  await expect(fate("Active Permits"), "The filter leaves what returns.").toHaveCount(0);
  await count("1 returns to view").click();
  await expect(fate("Active Permits")).not.toContainText("layoutxml");

  await returning.getByRole("button", { name: "Layers of Inactive Permits" }).click();
  await expect(marksOf(page, "layoutxml")).toHaveText([
    /decides/,
    /hidden by Alder Bay Permits Update/,
    /hidden by Alder Bay Permits Update/,
  ]);
  await panel.getByRole("button", { name: "Uninstall", exact: true }).click();

  await expect(rollback.begin, "Without the report there is no way on.").toBeDisabled();
  const report = await rollback.saveReport("Markdown");
  expect(report.name).toMatch(/^solution-health-uninstall_AlderBayPermitsUpdate_Contoso-Sandbox_\d{4}-\d\d-\d\d\.md$/);
  expect(report.text).toContain("Inactive Permits");
  const writes = recordWrites(page);
  await rollback.uninstall("AlderBayPermitsUpdate");
  await expect(tray).toContainText("Uninstall of Alder Bay Permits Update 1.0.0.0");
  await expect(panel.getByText("It cannot be cancelled.")).toBeVisible();
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByText("8 of 8 components looked at again came as announced.")).toBeVisible();
  await expect(tray).toContainText("Done");
  expect(writes).toEqual([expect.stringMatching(/^POST .*\/UninstallSolutionAsync$/)]);
  expect(sandbox.environment.store.solutionNamed("AlderBayPermitsUpdate")).toBeUndefined();
  expect({ extended: layout(sandbox, EXTENDED), byHand: layout(sandbox, BY_HAND) }).toEqual(before);

  await fate("Inactive Permits").getByRole("button", { name: "Layers of Inactive Permits" }).click();
  await expect(marksOf(page, "layoutxml")).toHaveText([/decides/, /hidden by Brightwater Permit Risk/]);
  await panel.getByRole("button", { name: "Uninstall", exact: true }).click();
  await panel.getByRole("button", { name: "Close this uninstall" }).click();
  await expect(solutionsPage(page).row("AlderBayPermitsUpdate")).toHaveCount(0);
  await tray.getByRole("button", { name: "Dismiss" }).click();
  await expect(tray).toHaveCount(0);
  await page.getByRole("tab", { name: "Overrides" }).click();
  await openLayers("Active Permits");
  await expect(marksOf(page, "layoutxml")).toHaveText([/decides/, /hidden by Active/]);
});

test("what an update has overwritten does not return when it is taken back, and the preview says so", async ({
  page,
  request,
  sandbox,
}) => {
  expect(layout(sandbox, BY_HAND)).toContain("ownerid");
  await importUpdate(request, sandbox, true);
  await sandbox.open(page);
  const rollback = rollbackPage(page);
  const { panel, fate, count } = rollback;
  await rollback.preview("AlderBayPermitsUpdate");
  await count("1 returns to view").click();
  await expect(fate("Inactive Permits"), "What is in a managed layer cannot be overwritten.").toHaveCount(1);
  await expect(fate("Active Permits")).toHaveCount(0);
  await count("1 returns to view").click();
  await expect(fate("Active Permits")).toContainText("fall back to what Alder Bay Permits 1.0.0.0 says");
  await fate("Active Permits")
    .getByRole("button", { name: /^layoutxml/ })
    .click();
  await expect(fate("Active Permits").getByRole("table", { name: "layoutxml" })).not.toContainText("ownerid");
  await rollback.saveReport("JSON");
  await rollback.uninstall("AlderBayPermitsUpdate");
  await expect(panel.getByText("Everything came as announced.").first()).toBeVisible({ timeout: 30_000 });
  expect(layout(sandbox, EXTENDED)).toContain("bwc_riskscore");
  expect(layout(sandbox, BY_HAND)).not.toContain("ownerid");
  const { scan, row } = overridesPage(page);
  await panel.getByRole("button", { name: "Close", exact: true }).click();
  await scan();
  await expect(row("Active Permits"), "It is nobody's override any more.").toHaveCount(0);
});
