import type { Environment } from "../../sandbox/engine/contract";
import { accessibilityViolations } from "./accessibility";
import { demoPackage, releasePage } from "./releasePage";
import { customizeView, withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";

/** A customization on what the package touches, so that hidden changes and overrides are on the page. */
const arrange = async (environment: Environment): Promise<void> => {
  await withDemo("Base")(environment);
  customizeView(environment);
};
test.use({ choice: { content: "empty", arrange } });
test.beforeEach(() => test.slow());

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`page, component and import are accessible: ${theme}`, async ({ page, sandbox }) => {
    const forcedColors = theme === "contrast";
    if (forcedColors) await page.emulateMedia({ forcedColors: "active" });
    await sandbox.open(page, `theme=${theme === "dark" ? "dark" : "light"}`);
    const release = releasePage(page);
    await release.open();
    await release.preview(await demoPackage("Update"));
    expect(await accessibilityViolations(page, { forcedColors })).toEqual([]);
    await release.search("Active Permits");
    await release.openComponent("Active Permits");
    expect(await accessibilityViolations(page, { forcedColors })).toEqual([]);
    await release.panel.getByRole("button", { name: "Close" }).click();
    await release.openImport();
    expect(await accessibilityViolations(page, { forcedColors })).toEqual([]);
  });
}

test.describe("at 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test("nothing is wider than the page", async ({ page, sandbox }) => {
    await sandbox.open(page, "", "release");
    const release = releasePage(page);
    await release.preview(await demoPackage("Update"));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    await release.search("Active Permits");
    await release.openComponent("Active Permits");
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test.describe("without the privilege", () => {
  test.use({ choice: { content: "empty", arrange, options: { user: "reader" } } });

  test("everything can be looked at, and the missing privilege is named", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    await release.open();
    await release.preview(await demoPackage("Update"));
    await expect(page.getByText(/^To import, the privilege prvImportCustomization is needed/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Import…" })).toHaveCount(0);
  });
});
