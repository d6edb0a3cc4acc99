import { HeldClock } from "./heldClock";
import { recordWrites } from "./overridesPage";
import { demoPackage, releasePage } from "./releasePage";
import { withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";

const START_FURTHER = "Import Alder Bay Permits Update 1.0.0.0";
/** What is there is read again before the end is told: that takes its time on a busy machine. */
const END = { timeout: 90_000 };
const arrange = withDemo("Base");

test.beforeEach(() => test.slow());

test.describe("a connection that breaks", () => {
  const troubles = {
    failures: [],
    // Each time: a browser itself sends a request again that was cut on a connection it had used before.
    lostAnswers: {
      "POST StageSolution": { how: "cut" },
      "POST ImportSolutionAsync": { how: "cut" },
    },
  } as const;
  test.use({ choice: { content: "empty", arrange, options: { troubles } } });

  test("at the check says so; at the import it is looked up, never sent again", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    await release.openImport();
    const writes = recordWrites(page);
    await panel.getByRole("button", { name: /^Upload .* and check$/ }).click();
    await expect(
      panel.getByText("The check did not come to an end. Nothing has been installed.").first(),
    ).toBeVisible();
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    expect(writes).toEqual([expect.stringMatching(/StageSolution$/), expect.stringMatching(/ImportSolutionAsync$/)]);
  });
});

test.describe("an import that takes its time", () => {
  const LONG = 20_000;
  const clock = new HeldClock(LONG);
  test.use({ choice: { content: "empty", arrange, options: { jobDuration: LONG, clock } } });

  test("goes on while the page is closed, and is found again", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel, tray } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    await release.openImport();
    await panel.getByRole("button", { name: START_FURTHER }).click();
    await expect(panel.getByText("Importing package 1 of 1").first()).toBeVisible();
    await expect(panel.getByText("the environment says: running").first()).toBeVisible(END);
    await page.reload();
    await expect(page.getByText("An import is running.").first()).toBeVisible(END);
    await expect(tray).toContainText("Import of Alder Bay Permits Update");
    clock.release();
    await expect(page.getByText("An import has ended.").first()).toBeVisible(END);
  });
});
