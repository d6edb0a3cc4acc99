import type { Page } from "@playwright/test";
import { plainText } from "../../sandbox/odata/plainText";
import { callerOf } from "../../sandbox/start/environment";
import { defaultHabits } from "../../sandbox/server/options";
import { accessibilityViolations } from "./accessibility";
import { HeldClock } from "./heldClock";
import { overridesPage, recordWrites, savedFile } from "./overridesPage";
import { expect, test, type Sandbox } from "./sandbox";

const FORM = "123b8316-9577-47f7-86d5-f51b27e46834";
const VIEW = "9c3c4615-17d9-47ed-8c39-b464fd97850e";
const OTHER_VIEW = "d5df27e7-c87a-4cc4-bc76-d7a154336186";
const SCRIPT = "abp_/scripts/permit.js";
const COLUMN = "abp_permit.abp_permittype";

/** Whether a component has an Active layer in the engine's own store. */
const isOverridden = ({ environment }: Sandbox, type: number, key: string): boolean =>
  environment.store.find(type, key)?.layers.some(({ solution }) => solution === "Active") ?? false;

test.describe("with a form changed by hand", () => {
  test.use({
    choice: {
      content: "demo",
      arrange: (environment) => {
        const { formxml } = environment.effectiveProperties(FORM);
        const changed = plainText(formxml).replace(/description="[^"]*"/, 'description="Front desk"');
        environment.customize(FORM, { name: "Front desk form", formxml: changed }, callerOf(environment.state));
      },
    },
  });

  test("several overrides are taken back by one job, put back from its backup, and published", async ({
    page,
    sandbox,
  }) => {
    const { environment } = sandbox;
    const names = ["Front desk form", "Active Permits", "Permit form script"];
    const places = [
      [60, FORM],
      [26, VIEW],
      [61, SCRIPT],
    ] as const;
    const values = () => {
      const [form, view, script] = places.map(([type, key]) =>
        environment.effectiveProperties(environment.store.find(type, key)?.id ?? ""),
      );
      return [form?.formxml, form?.name, view?.layoutxml, script?.content, script?.description];
    };
    const before = values();
    await sandbox.open(page);
    const { dialog, scan, row, prepareRemoval, saveBackup, resultOf, giveFile } = overridesPage(page);
    await scan();
    await prepareRemoval(...names);
    const backup = await saveBackup();
    await dialog.getByRole("textbox", { name: "Type AlderBayPermits to go on" }).fill("AlderBayPermits");
    const removing = recordWrites(page);
    await dialog.getByRole("button", { name: "Remove 3 overrides" }).click();
    await expect(dialog.getByText("3 Removed")).toBeVisible({ timeout: 30_000 });
    expect(removing).toEqual([expect.stringMatching(/^POST .*\/BulkRemoveActiveCustomizationsAsync$/)]);
    expect(places.map(([type, key]) => isOverridden(sandbox, type, key))).toEqual([false, false, false]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    for (const name of names) await expect(row(name)).toHaveCount(0);

    const writing = recordWrites(page);
    await giveFile("Restore from backup…", backup);
    const published = page.waitForResponse((response) => response.url().endsWith("/PublishXml"));
    await dialog.getByRole("button", { name: "Write back 3 components" }).click();
    const { xml, status } = await published.then((response) => ({
      xml: response.request().postData() ?? "",
      status: response.status(),
    }));
    expect(status).toBe(204);
    expect(xml).toContain("<entity>abp_permit</entity>");
    expect(xml).toContain("<webresource>{");
    for (const name of ["Active Permits", "Permit form script"]) {
      await expect(resultOf(name)).toContainText("Read again: the values are back.");
    }
    await expect(dialog.getByRole("cell", { name: /Read again: the values are back/ })).toHaveCount(3);
    await expect(dialog.getByText("could not be published")).toHaveCount(0);
    expect(writing.filter((write) => write.startsWith("PATCH "))).toHaveLength(3);
    expect(values()).toEqual(before);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test.describe("an environment that does a part of the job, where one comes back a while later", () => {
  const LATER = 3_600_000;
  const clock = new HeldClock(LATER);
  const habits = {
    ...defaultHabits,
    irremovable: [OTHER_VIEW],
    metadataRemoval: "refused",
    reappearing: [SCRIPT],
    reappearsAfter: LATER,
    bulkWithFailures: "fails",
  } as const;
  test.use({ choice: { content: "demo", options: { habits, clock } } });

  test("is told of item by item: removed, refused with the reason, reappeared", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const { dialog, row, scan, prepareRemoval, saveBackup, resultOf } = overridesPage(page);
    await scan();
    await prepareRemoval("Active Permits", "Permits With Open Fees", "Permit form script", "Permit Type");
    await saveBackup();
    await dialog.getByRole("textbox", { name: "Type AlderBayPermits to go on" }).fill("AlderBayPermits");
    const writes = recordWrites(page);
    await dialog.getByRole("button", { name: "Remove 4 overrides" }).click();
    await expect(dialog.getByText(/^Reading every item again/)).toBeVisible({ timeout: 30_000 });
    expect(isOverridden(sandbox, 61, SCRIPT), "It was removed.").toBe(false);
    clock.release();
    await expect(resultOf("Permit form script")).toContainText("Reappeared", { timeout: 30_000 });
    expect(isOverridden(sandbox, 61, SCRIPT)).toBe(true);
    await expect(resultOf("Active Permits")).toContainText("Removed");
    for (const name of ["Permits With Open Fees", "Permit Type"]) {
      await expect(resultOf(name)).toContainText("Refused");
      await expect(resultOf(name)).toContainText("Removing active customizations is not supported");
    }
    expect(writes.filter((write) => write.includes("/BulkRemove"))).toHaveLength(1);
    expect(
      writes.filter((write) => write.includes(VIEW)),
      "What the job did is not sent again.",
    ).toEqual([]);
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save report" }).click();
    const { results } = JSON.parse((await savedFile(await saving)).text) as { results: { outcome: string }[] };
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(["reappeared", "refused", "refused", "removed"]);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(row("Active Permits")).toHaveCount(0);
    for (const name of ["Permits With Open Fees", "Permit form script", "Permit Type"]) {
      await expect(row(name)).toHaveCount(1);
    }
    expect(isOverridden(sandbox, 2, COLUMN)).toBe(true);
  });
});

/** Presses a key until what is looked for has the focus. */
async function goTo(page: Page, key: "Tab" | "Shift+Tab" | "ArrowDown", isThere: () => Promise<boolean>) {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there.`);
}

test("an override is chosen, backed up and taken back without a mouse", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { dialog, grid, row, scan } = overridesPage(page);
  await scan();
  const focusIn = (part: ReturnType<typeof row>) => async () =>
    (await part
      .locator(":focus")
      .or(part.and(page.locator(":focus")))
      .count()) > 0;
  await page.getByRole("searchbox", { name: "Search overrides" }).focus();
  await goTo(page, "Tab", focusIn(grid));
  await goTo(page, "ArrowDown", focusIn(row("Active Permits")));
  await page.keyboard.press("Space");
  await expect(page.getByText("1 chosen")).toBeVisible();
  const begin = page.getByRole("button", { name: "Back up and remove 1…" });
  await goTo(page, "Shift+Tab", focusIn(begin));
  await page.keyboard.press("Enter");

  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  const save = dialog.getByRole("button", { name: "Save backup" });
  await goTo(page, "Tab", focusIn(save));
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await savedFile(await saving)).text).toContain(VIEW);
  await goTo(page, "Tab", focusIn(dialog.getByRole("button", { name: "Remove 1 override" })));
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("1 Removed")).toBeVisible({ timeout: 30_000 });
  await goTo(page, "Tab", focusIn(dialog.getByRole("button", { name: "Close" }).last()));
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(row("Active Permits")).toHaveCount(0);
  expect(isOverridden(sandbox, 26, VIEW)).toBe(false);
});
