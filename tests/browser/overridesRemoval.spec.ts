import { callerOf } from "../../sandbox/start/environment";
import { defaultHabits } from "../../sandbox/server/options";
import type { StoredComponent } from "../../sandbox/store/model";
import { overridesPage, recordWrites, savedFile } from "./overridesPage";
import { expect, test, type Sandbox } from "./sandbox";

const VIEW = "9c3c4615-17d9-47ed-8c39-b464fd97850e";
const OTHER_VIEW = "d5df27e7-c87a-4cc4-bc76-d7a154336186";
const SCRIPT = "abp_/scripts/permit.js";
const RISK_VIEW = "04fb5b7b-f619-4686-9619-51745a93af25";

/** A component as the sandbox's engine keeps it. @throws {Error} when it is not there */
function stored({ environment }: Sandbox, type: number, key: string): StoredComponent {
  const found = environment.store.find(type, key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
}

const isOverridden = (sandbox: Sandbox, type: number, key: string): boolean =>
  stored(sandbox, type, key).layers.some(({ solution }) => solution === "Active");

test("one override is taken back: pre-flight, backup, removal, and each item read again", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { dialog, scan, prepareRemoval, saveBackup, resultOf, row } = overridesPage(page);
  await scan();
  const writes = recordWrites(page);
  await prepareRemoval("Active Permits");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(resultOf("Active Permits")).toContainText("Yes");
  await expect(resultOf("Active Permits")).toContainText("from Alder Bay Permits Update");
  const remove = dialog.getByRole("button", { name: "Remove 1 override" });
  await expect(remove).toBeDisabled();
  await expect(dialog.getByText("Save the backup first.")).toBeVisible();
  const { text } = await saveBackup();
  expect(text).toContain(VIEW);
  await expect(remove).toBeEnabled();
  expect(writes, "Nothing is sent before the button is pressed.").toEqual([]);
  expect(isOverridden(sandbox, 26, VIEW)).toBe(true);

  await remove.click();
  await expect(dialog.getByText("1 Removed")).toBeVisible();
  await expect(resultOf("Active Permits")).toContainText("Read again: the override is gone.");
  expect(isOverridden(sandbox, 26, VIEW)).toBe(false);
  expect(isOverridden(sandbox, 26, OTHER_VIEW), "Nothing else was touched.").toBe(true);
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save report" }).click();
  expect((await savedFile(await saving)).text).toContain('"removed"');
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(row("Active Permits")).toHaveCount(0);
});

test.describe("an environment that refuses some and where some come back", () => {
  const habits = {
    ...defaultHabits,
    irremovable: [OTHER_VIEW],
    reappearing: [SCRIPT],
    bulkRemoval: "refused",
  } as const;
  test.use({ choice: { content: "demo", options: { habits } } });

  test("is told of item by item, one by one where the job is refused", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const { dialog, scan, prepareRemoval, saveBackup, resultOf } = overridesPage(page);
    await scan();
    await prepareRemoval("Active Permits", "Permits With Open Fees", "Permit form script");
    await saveBackup();
    const remove = dialog.getByRole("button", { name: "Remove 3 overrides" });
    await expect(remove).toBeDisabled();
    const typed = dialog.getByRole("textbox", { name: "Type AlderBayPermits to go on" });
    await typed.fill("AlderBay");
    await expect(remove).toBeDisabled();
    await typed.fill("AlderBayPermits");
    const writes = recordWrites(page);
    await remove.click();
    await expect(dialog.getByText("1 Removed, ")).toBeVisible({ timeout: 30_000 });
    expect(writes.some((write) => write.includes("BulkRemove"))).toBe(true);
    await expect(resultOf("Active Permits")).toContainText("Removed");
    await expect(resultOf("Permits With Open Fees")).toContainText("Refused");
    await expect(resultOf("Permits With Open Fees")).toContainText("Removing active customizations is not supported");
    // It may come back before or after it is looked at; in no case is it shown as removed.
    await expect(resultOf("Permit form script")).toContainText(/Reappeared|Still there/);
    expect(isOverridden(sandbox, 26, VIEW)).toBe(false);
    expect(isOverridden(sandbox, 26, OTHER_VIEW)).toBe(true);
    expect(isOverridden(sandbox, 61, SCRIPT)).toBe(true);
  });
});

test("a component whose only layer is Active is left alone", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { dialog, scan, prepareRemoval, resultOf } = overridesPage(page);
  await scan();
  // Since the scan, what brought the view went away.
  const view = stored(sandbox, 26, VIEW);
  view.layers = view.layers.filter(({ solution }) => solution === "Active");
  const writes = recordWrites(page);
  await prepareRemoval("Active Permits");
  await expect(resultOf("Active Permits")).toContainText("removing it would delete the component");
  await expect(dialog.getByRole("button", { name: /^Remove / })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Save backup" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  expect(writes).toEqual([]);
  expect(isOverridden(sandbox, 26, VIEW)).toBe(true);
});

test("a backup brings the value back", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { dialog, scan, prepareRemoval, saveBackup, resultOf, giveFile } = overridesPage(page);
  await scan();
  const layout = () => sandbox.environment.effectiveProperties(stored(sandbox, 26, VIEW).id).layoutxml;
  const before = layout();
  await prepareRemoval("Active Permits");
  const backup = await saveBackup();
  await dialog.getByRole("button", { name: "Remove 1 override" }).click();
  await expect(dialog.getByText("1 Removed")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  expect(layout()).not.toEqual(before);

  const writes = recordWrites(page);
  await giveFile("Restore from backup…", backup);
  await expect(dialog.getByRole("table", { name: "Values of Active Permits" })).toContainText("layoutxml");
  expect(writes).toEqual([]);
  await dialog.getByRole("button", { name: "Write back 1 component" }).click();
  await expect(resultOf("Active Permits")).toContainText("Read again: the values are back.");
  expect(writes.filter((write) => write.startsWith("PATCH "))).toHaveLength(1);
  expect(layout()).toEqual(before);
  expect(isOverridden(sandbox, 26, VIEW)).toBe(true);
});

test("a bad backup file gives a clear error and nothing is written", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { dialog, scan, prepareRemoval, saveBackup, giveFile } = overridesPage(page);
  await scan();
  await prepareRemoval("Active Permits");
  const backup = await saveBackup();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const writes = recordWrites(page);
  const changed = backup.text.replace("AlderBayPermits", "AlderBayPermit5");
  expect(changed).not.toBe(backup.text);
  for (const [text, sentence] of [
    ["This is not JSON", "It is not a JSON file."],
    ['{"format":"some/other","version":1}', "It is some other file, not one that this page writes."],
    [changed, "Its content is not what was once written"],
  ] as const) {
    await giveFile("Restore from backup…", { name: "backup.json", text });
    await expect(dialog).toContainText(sentence);
    await expect(dialog).toContainText("Nothing was written.");
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(dialog).toHaveCount(0);
  }
  expect(writes).toEqual([]);
});

test.describe("with an override on a solution that is uninstalled later", () => {
  test.use({
    choice: {
      content: "demo",
      arrange: (environment) =>
        environment.customize(RISK_VIEW, { name: "Risky by hand" }, callerOf(environment.state)),
    },
  });

  test("a backup of what is gone writes nothing and says so", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const { dialog, scan, prepareRemoval, saveBackup, giveFile } = overridesPage(page);
    await scan();
    await prepareRemoval("Risky by hand");
    const backup = await saveBackup();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    sandbox.environment.uninstallSolution("BrightwaterPermitRisk", callerOf(sandbox.environment.state));
    expect(sandbox.environment.store.find(26, RISK_VIEW)).toBeUndefined();
    const writes = recordWrites(page);
    await giveFile("Restore from backup…", backup);
    await expect(dialog).toContainText("The component does not exist any more.");
    await expect(dialog.getByRole("button", { name: /^Write back 0/ })).toBeDisabled();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(writes).toEqual([]);
  });
});

test("an accepted override is counted apart, kept, saved and loaded; a bad file changes nothing", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const { dialog, scan, choose, count, row, giveFile } = overridesPage(page);
  await scan();
  await choose("Active Permits");
  await page.getByRole("button", { name: "Accept…" }).click();
  const accept = dialog.getByRole("button", { name: "Accept 1 override" });
  await expect(accept).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The front desk works with the owner.");
  await dialog.getByLabel("Accepted until (optional)").fill("2099-12-31");
  await accept.click();
  await expect(count("4 not accepted")).toBeVisible();
  await expect(count("1 accepted")).toBeVisible();
  await expect(row("Active Permits")).toContainText("Accepted");

  await page.getByRole("menuitem", { name: "Accepted (1)" }).click();
  await expect(dialog).toContainText("The front desk works with the owner.");
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as file" }).click();
  const file = await savedFile(await saving);
  await giveFile("Load file…", { name: "bad.json", text: file.text.replace("2099-12-31", "2099-13-31") });
  await expect(dialog).toContainText("The file was not taken.");
  await expect(dialog).toContainText("overrides[0].expiresOn");
  await expect(dialog).toContainText("Those of before still count.");
  await expect(dialog).toContainText("1 accepted override");

  // Kept in the environment: it is still there, and a file that holds the same adds nothing.
  await page.reload();
  await scan();
  await expect(count("4 not accepted")).toBeVisible();
  await page.getByRole("menuitem", { name: "Accepted (1)" }).click();
  await giveFile("Load file…", file);
  await expect(dialog).toContainText("1 accepted override");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(count("4 not accepted")).toBeVisible();
  await expect(row("Active Permits")).toContainText("Accepted");
});
