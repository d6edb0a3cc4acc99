import { overridesPage, recordWrites } from "./overridesPage";
import { rollbackPage } from "./rollbackPage";
import { expect, test } from "./sandbox";

const UPDATE = "AlderBayPermitsUpdate";
const COUNTS = /\/api\/data\/v9\.2\/abp_permits\?.*count=true/;

test.describe("somebody who may not uninstall", () => {
  test.use({ choice: { content: "demo", options: { user: "reader" } } });

  test("sees all of the preview, is told which privilege is missing, and finds no button", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const rollback = rollbackPage(page);
    const { panel, begin, fate } = rollback;
    const writes = recordWrites(page);
    await rollback.preview(UPDATE);
    await expect(panel.getByText("You can preview, but not uninstall.")).toBeVisible();
    await expect(
      panel.getByText(/Uninstalling needs the privilege prvDeleteSolution, which you do not have\./),
    ).toBeVisible();
    await expect(panel.getByRole("heading", { name: "Can be taken back" })).toBeVisible();
    const data = panel.getByRole("table", { name: "Data that goes along" });
    await expect(data, "What may not be read is not known, never none.").toContainText(
      "number of filled values unknown",
    );
    await expect(data).toContainText("prvReadabp_Permit");
    await expect(fate("Inactive Permits")).toContainText("2 values of Brightwater Permit Risk 1.2.0.0 are seen again.");
    await expect(begin).toHaveCount(0);
    expect((await rollback.saveReport("JSON")).text).toContain("abp_reviewedon");
    await expect(begin, "The report opens nothing.").toHaveCount(0);
    await fate("Inactive Permits").getByRole("button", { name: "Layers of Inactive Permits" }).click();
    await expect(overridesPage(page).panel.getByRole("list", { name: /^Layers of this component/ })).toBeVisible();
    expect(writes).toEqual([]);
  });
});

test.describe("a table with more rows than the server counts", () => {
  test.use({
    choice: { content: "demo", arrange: (environment) => environment.setRowCount("abp_permit", 12_000) },
  });

  test("counting is cancelled and taken up again; never is more said to be known than was counted", async ({
    page,
    sandbox,
  }) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(COUNTS, async (route) => {
      await held;
      await route.abort().catch(() => undefined);
    });
    await sandbox.open(page);
    const rollback = rollbackPage(page);
    const { panel, dialog } = rollback;
    await rollback.open(UPDATE);
    await expect(panel.getByText("Counting rows and values: 0 of 1")).toBeVisible({ timeout: 30_000 });
    await panel.getByRole("button", { name: "Cancel" }).click();
    await expect(
      panel.getByText("Counting was stopped: 0 of 1 counted. What else goes along is not known."),
    ).toBeVisible();
    letGo();
    await page.unroute(COUNTS);
    await rollback.saveReport("Markdown");
    await rollback.begin.click();
    await expect(dialog.getByText(/^Rows and values have not all been counted/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await panel.getByRole("button", { name: "Count again" }).click();
    const amount = "at least 5,000 filled values (counting stops there)";
    await expect(panel.getByRole("table", { name: "Data that goes along" })).toContainText(amount);
    await rollback.begin.click();
    await expect(dialog.getByText(`Column “Reviewed On” of abp_permit: ${amount}`)).toBeVisible();
    await expect(dialog.getByText(/^Rows and values have not all been counted/)).toHaveCount(0);
  });
});
