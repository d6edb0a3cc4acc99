import { HeldClock } from "./heldClock";
import { recordWrites } from "./overridesPage";
import { demoPackage, releasePage } from "./releasePage";
import { withDemo } from "./releaseEnvironment";
import { expect, test, type Sandbox } from "./sandbox";

const SALES = "AlderBayPermits";
const START = "Import Alder Bay Permits 2.0.0.0";
const START_FURTHER = "Import Alder Bay Permits Update 1.0.0.0";
/** Environment variable value (fact sheet §2.3). */
const VARIABLE_VALUE = 381;
/** What is there is read again at the end, and compared: that takes its time on a busy machine. */
const END = { timeout: 90_000 };
const arrange = withDemo("Base");
const versionOf = ({ environment }: Sandbox, name: string): string | undefined =>
  environment.store.solutionNamed(name)?.version;

/** Values of the environment's variables that somebody gave here. */
const valuesIn = ({ environment }: Sandbox): unknown[] =>
  environment.state.components
    .filter(({ type }) => type === VARIABLE_VALUE)
    .flatMap(({ layers }) =>
      layers.flatMap(({ solution, properties }) => (solution === "Active" ? [properties.value] : [])),
    );

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

test.describe("a connection that breaks at each step of a staged upgrade", () => {
  const troubles = {
    failures: [],
    lostAnswers: {
      "POST ImportSolutionAsync": { how: "cut" },
      "POST DeleteAndPromoteAsync": { how: "cut" },
    },
  } as const;
  test.use({ choice: { content: "empty", arrange, options: { troubles } } });

  test("is looked up: staged once with the value that was given, applied once, and told as done", async ({
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
    const writes = recordWrites(page);
    await panel.getByRole("textbox", { name: /^Value of / }).fill("9");
    await release.confirm(SALES);
    await panel.getByRole("button", { name: START }).click();
    await expect(panel.getByText("Alder Bay Permits 2.0.0.0 is staged.").first()).toBeVisible(END);
    expect(valuesIn(sandbox)).toEqual(["9"]);
    expect(versionOf(sandbox, SALES)).toBe("1.0.0.0");
    await panel.getByRole("button", { name: "Apply the upgrade" }).click();
    await expect(panel.getByText("The import is done.").first()).toBeVisible(END);
    await expect(panel.getByText(/Everything came as announced\./).first()).toBeVisible(END);
    expect(versionOf(sandbox, SALES)).toBe("2.0.0.0");
    expect(writes).toEqual([
      expect.stringMatching(/ImportSolutionAsync$/),
      expect.stringMatching(/DeleteAndPromoteAsync$/),
    ]);
  });
});

test.describe("an import that takes its time", () => {
  const LONG = 20_000;
  const clock = new HeldClock(LONG);
  test.use({ choice: { content: "empty", arrange, options: { jobDuration: LONG, clock } } });

  test("goes on while the page is closed, is found again, and the same package is compared with what is there", async ({
    page,
    sandbox,
  }) => {
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
    await expect(page.getByRole("progressbar", { name: /^Import of Alder Bay Permits Update/ })).toBeVisible();
    await expect(tray).toContainText("Import of Alder Bay Permits Update");
    await expect(page.getByText("Choose Update.zip again to compare.").first()).toBeVisible();
    clock.release();
    await expect(page.getByText("An import has ended.").first()).toBeVisible(END);
    await expect(page.getByText(/components? processed/).first()).toBeVisible(END);
    await release.preview(await demoPackage("Extension"));
    await expect(page.getByText("The chosen package is not Update.zip, which was imported.").first()).toBeVisible();
    await release.choose(await demoPackage("Update"));
    const compared = page.getByText(/What the package holds is here\./).first();
    await expect(compared).toBeVisible(END);
    await page.getByRole("button", { name: "Back to the preview" }).click();
    await expect(compared).toBeHidden();
    expect(page.url()).toMatch(/#sh=release$/);
  });
});
