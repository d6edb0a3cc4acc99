import { callerOf } from "../../sandbox/start/environment";
import { recordWrites } from "./overridesPage";
import { demoPackage, releasePage } from "./releasePage";
import { viewOf, withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";

const SALES = "AlderBayPermits";
const START = "Import Alder Bay Permits 2.0.0.0";
/** A small one of the same publisher: quickly previewed. */
const FURTHER = "AlderBayPermitsUpdate";
const START_FURTHER = "Import Alder Bay Permits Update 1.0.0.0";
/** What is there is read again at the end, and compared: that takes its time on a busy machine. */
const END = { timeout: 90_000 };
const arrange = withDemo("Base");
const HELD = {
  lockName: "Uninstall",
  history: {
    operation: "uninstall",
    uniqueName: "HarbourMoorings",
    version: "2.1.0.0",
    publisherName: "Harbour Office",
  },
} as const;

test.beforeEach(() => test.slow());

test.describe("an upgrade from here", () => {
  test.use({ choice: { content: "empty", arrange } });

  test("is checked by the environment, held back until the report is saved and the name typed, and compared", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel, tray } = release;
    await release.open();
    await release.preview(await demoPackage("BaseNext"));
    await release.chooseWay("Upgrade");
    await release.openImport();
    const writes = recordWrites(page);
    await panel.getByRole("button", { name: "Upload Alder Bay Permits 2.0.0.0 and check" }).click();
    await expect(panel.getByText("The environment says: passed.").first()).toBeVisible();
    await expect(panel.getByText("The preview says the same.").first()).toBeVisible();
    const start = panel.getByRole("button", { name: START });
    const name = panel.getByRole("textbox", { name: `Type the unique name ${SALES} to go on` });
    await name.fill(SALES);
    await expect(start, "Something is deleted: the report comes first.").toBeDisabled();
    await release.confirm(SALES);
    await name.fill("AlderBay");
    await expect(start).toBeDisabled();
    await name.fill(SALES);
    await start.click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    await expect(panel.getByText(/Everything came as announced\./).first()).toBeVisible(END);
    await expect(panel.getByText(/components processed/)).toBeVisible(END);
    await expect(tray).toContainText("Upgrade of Alder Bay Permits to 2.0.0.0");
    expect(writes).toEqual([expect.stringMatching(/StageSolution$/), expect.stringMatching(/StageAndUpgradeAsync$/)]);
    expect(sandbox.environment.store.solutionNamed(SALES)?.version).toBe("2.0.0.0");
  });

  test("is staged, looked at, and applied only when asked", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel } = release;
    await release.open();
    await release.preview(await demoPackage("BaseNext"));
    await release.chooseWay("Stage, apply later");
    await release.openImport();
    await release.confirm(SALES);
    await panel.getByRole("button", { name: START }).click();
    await expect(panel.getByText("Alder Bay Permits 2.0.0.0 is staged.").first()).toBeVisible(END);
    expect(sandbox.environment.store.solutionNamed(SALES)?.version).toBe("1.0.0.0");
    await panel.getByRole("button", { name: "Apply the upgrade" }).click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    expect(sandbox.environment.store.solutionNamed(SALES)?.version).toBe("2.0.0.0");
  });

  test("is staged, found again after a reload with its package, and applied without importing it again", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel } = release;
    await release.open();
    await release.preview(await demoPackage("BaseNext"));
    await release.chooseWay("Stage, apply later");
    await release.openImport();
    await release.confirm(SALES);
    await panel.getByRole("button", { name: START }).click();
    await expect(panel.getByText("Alder Bay Permits 2.0.0.0 is staged.").first()).toBeVisible(END);
    await page.reload();
    await expect(page.getByText("Choose BaseNext.zip again to compare.").first()).toBeVisible(END);
    await release.preview(await demoPackage("BaseNext"));
    await expect(page.getByText("Alder Bay Permits 2.0.0.0 is staged.").first()).toBeVisible();
    await expect(page.getByText(/Just this version is staged here already\./)).toBeVisible();
    const writes = recordWrites(page);
    await page.getByRole("button", { name: "Apply the staged upgrade…" }).click();
    const apply = panel.getByRole("button", { name: "Apply the upgrade" });
    await panel.getByRole("textbox", { name: `Type the unique name ${SALES} to go on` }).fill(SALES);
    await expect(apply, "Something is deleted: the report comes first.").toBeDisabled();
    await release.confirm(SALES);
    await apply.click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    await expect(panel.getByText(/Everything came as announced\./).first()).toBeVisible(END);
    expect(writes).toEqual([expect.stringMatching(/DeleteAndPromoteAsync$/)]);
    expect(sandbox.environment.store.solutionNamed(SALES)?.version).toBe("2.0.0.0");
  });

  test("while somebody else holds the lock it is said who; on request it waits its turn", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    const letGo = sandbox.hold(HELD);
    await release.openImport();
    await expect(panel.getByText(/HarbourMoorings .*the environment starts no other\.$/)).toBeVisible();
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText("The import was not started.").first()).toBeVisible();
    await panel.getByRole("button", { name: "Back to the preview" }).click();
    await expect(page.getByRole("heading", { name: /^What will happen: / })).toBeVisible(END);
    await release.openImport();
    await panel.getByRole("checkbox", { name: /wait until it has ended/ }).check({ force: true });
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText(/^Running now: .*HarbourMoorings/)).toBeVisible();
    letGo();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
  });
});

test.describe("a further solution of the same publisher", () => {
  test.use({ choice: { content: "empty", arrange } });

  test("covers, as it was announced to, and gives free what it covered when it is taken back", async ({
    page,
    sandbox: { environment, ...sandbox },
  }) => {
    const layout = (): unknown => environment.effectiveProperties(viewOf(environment).id).layoutxml;
    const before = layout();
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel, row } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    await release.search("Active Permits");
    await expect(row("Active Permits")).toContainText("This solution has had no layer on it so far.");
    await expect(row("Active Permits")).not.toContainText("Hidden");
    await release.openImport();
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    await expect(panel.getByText(/Everything came as announced\./).first()).toBeVisible(END);
    expect(layout()).not.toBe(before);
    environment.uninstallSolution(FURTHER, callerOf(environment.state));
    expect(layout()).toBe(before);
  });
});

test.describe("an import that fails on its way", () => {
  const failures = [{ job: "import", at: 0.5, code: "0x80048033", message: "The form could not be merged." }] as const;
  test.use({ choice: { content: "empty", arrange, options: { troubles: { failures, lostAnswers: {} } } } });

  test("is told with the server's code and words, and nothing has changed", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    await release.openImport();
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText("The import has failed.").first()).toBeVisible(END);
    await expect(panel.getByText("0x80048033").first()).toBeVisible();
    expect(sandbox.environment.store.solutionNamed(FURTHER)).toBeUndefined();
  });
});
