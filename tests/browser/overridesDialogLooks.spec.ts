import { accessibilityViolations } from "./accessibility";
import { overridesPage } from "./overridesPage";
import { expect, test } from "./sandbox";

for (const theme of ["light", "dark", "contrast"]) {
  test(`removal, acceptance and restoration are easy to perceive in the theme ${theme}`, async ({ page, sandbox }) => {
    await sandbox.open(page, `theme=${theme}`);
    const { dialog, scan, prepareRemoval, saveBackup, giveFile } = overridesPage(page);
    const leave = async (): Promise<void> => {
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await expect(dialog).toHaveCount(0);
    };
    await scan();
    await prepareRemoval("Active Permits", "Permit form script");
    const backup = await saveBackup();
    await expect(dialog.getByText("Saved: ")).toBeVisible();
    expect(await accessibilityViolations(page), "the removal").toEqual([]);
    await leave();

    await page.getByRole("button", { name: "Accept…" }).click();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Agreed with the front desk.");
    expect(await accessibilityViolations(page), "the acceptance").toEqual([]);
    await leave();

    await giveFile("Restore from backup…", backup);
    await expect(dialog.getByRole("button", { name: /^Write back / })).toBeVisible();
    expect(await accessibilityViolations(page), "the restoration").toEqual([]);
    await leave();
  });
}
