import { readFile } from "node:fs/promises";
import { failToInstall, install, packageZip, solutionNamed } from "./arrange";
import { expect, test, type SandboxChoice } from "./sandbox";
import { solutionsPage } from "./solutionsPage";
import { webApi } from "./webApi";

const contoso = (arrange: SandboxChoice["arrange"]): SandboxChoice => ({
  content: "empty",
  ...(arrange ? { arrange } : {}),
});

test("lists the managed solutions of the demo environment, patches under their base", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await expect(list.names).toContainText([
    /Alder Bay Permits\s*AlderBayPermits$/,
    "AlderBayPermits_Patch_6b21f0c4",
    "AlderBayPermitsUpdate",
    "BrightwaterPermitRisk",
    "SolutionHealth",
  ]);
  await expect(list.row("AlderBayPermits_Patch_6b21f0c4")).toContainText("1.0.1.0");
  await expect(list.row("AlderBayPermits_Patch_6b21f0c4")).toContainText(/At risk\s*Last operation failed/);
  await expect(list.row("BrightwaterPermitRisk")).toContainText("No problem found");
  await expect(list.row("BrightwaterPermitRisk")).toContainText("Brightwater Consulting");
  await expect(page.getByText("Alex Administrator")).toBeVisible();
  await expect(page.getByText("Contoso Sandbox")).toBeVisible();
  await expect(page.getByText("Sandbox", { exact: true })).toBeVisible();
});

test.describe("patches and upgrades", () => {
  test.use({
    choice: contoso((environment) => {
      install(
        environment,
        { name: "Base" },
        { name: "Base_Patch_0a", version: "1.0.1.0" },
        { name: "Base_Patch_0b", version: "1.0.9.0" },
        { name: "Base_Patch_0c", version: "1.0.10.0" },
        { name: "Apart" },
      );
    }),
  });

  test("stand under their base with the highest version on top", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const list = solutionsPage(page);
    await expect(list.names).toContainText([/Apart/, /Base$/, "Base_Patch_0c", "Base_Patch_0b", "Base_Patch_0a"]);
    await list.sortBy("Name");
    await expect(list.names).toContainText([/Base$/, "Base_Patch_0c", "Base_Patch_0b", "Base_Patch_0a", /Apart/]);
    await expect(list.grid.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  });

  test("say so where a staged upgrade waits, and where one is left over", async ({ page, request, sandbox }) => {
    await webApi(request, sandbox.address).run("ImportSolutionAsync", {
      CustomizationFile: Buffer.from(packageZip({ name: "Apart", version: "2.0.0.0" })).toString("base64"),
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: true,
      HoldingSolution: true,
    });
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await expect(list.names.nth(1)).toContainText("Apart_Upgrade");
    for (const name of ["Apart_Upgrade", "Apart"]) {
      await expect(list.row(name)).toContainText(/Needs attention\s*Upgrade waiting/);
    }

    failToInstall(sandbox.environment, { name: "Apart", version: "3.0.0.0", managed: false });
    await page.getByRole("button", { name: "Refresh" }).click();
    for (const name of ["Apart_Upgrade", "Apart"])
      await expect(list.row(name)).toContainText(/At risk\s*Last operation failed/);
    await list.openPanel("Apart_Upgrade");
    await expect(list.panel.getByText(/Upgrade 2\.0\.0\.0 failed and left its staged solution behind/)).toBeVisible();
  });

  test("say so when their base is gone", async ({ page, sandbox }) => {
    const base = solutionNamed(sandbox.environment, "Base");
    // No operation leaves a patch alone; a base that the person may not see looks the same.
    const { solutions } = sandbox.environment.state;
    solutions.splice(solutions.indexOf(base), 1);
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await expect(list.row("Base_Patch_0c")).toContainText("Patch without base");
  });
});

test.describe("versions", () => {
  test.use({
    choice: contoso((environment) => {
      install(
        environment,
        { name: "Ten", version: "1.10" },
        { name: "Ten_Patch_1", version: "1.10.5" },
        { name: "Nine", version: "1.9.0.0" },
        { name: "Two", version: "2.0" },
      );
    }),
  });

  test("are sorted as numbers, patches with their base both ways", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await list.sortBy("Version");
    await expect(list.names).toContainText(["Nine", "Ten", "Ten_Patch_1", "Two"]);
    await list.sortBy("Version");
    await expect(list.names).toContainText(["Two", "Ten", "Ten_Patch_1", "Nine"]);
  });
});

test("search waits until typing pauses", async ({ page, sandbox }) => {
  await page.clock.install();
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await page.clock.pauseAt(Date.now() + 60_000);
  await list.search.fill("risk");
  await page.clock.runFor(100);
  await expect(list.names).toHaveCount(5);
  await page.clock.runFor(100);
  await expect(list.names).toContainText(["BrightwaterPermitRisk"]);
});

test("search keeps the base above its patch, and is cleared", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await list.search.fill("6B21F0C4");
  await expect(list.names).toContainText([/AlderBayPermits$/, "AlderBayPermits_Patch_6b21f0c4"]);
  await expect(page.getByText(/^Showing 1 of/).first()).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(list.search).toHaveValue("");
  await expect(list.names).toHaveCount(5);
});

test("each filter narrows the list", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await list.choose("Publisher", "Brightwater Consulting");
  await expect(list.names).toContainText(["BrightwaterPermitRisk"]);
  await list.choose("Publisher", "All publishers");
  await list.choose("State", "At risk");
  await expect(list.names).toContainText([/AlderBayPermits$/, "AlderBayPermits_Patch_6b21f0c4"]);
  await list.choose("State", "All states");
  await list.choose("Patches", "With patches");
  await expect(list.names).toContainText([/AlderBayPermits$/, "AlderBayPermits_Patch_6b21f0c4"]);
  await list.choose("Patches", "Without patches");
  await expect(list.names).toContainText(["AlderBayPermitsUpdate", "BrightwaterPermitRisk", "SolutionHealth"]);
});

test("what is hidden is counted and can be shown", async ({ page, sandbox }) => {
  install(sandbox.environment, { name: "Workbench", managed: false });
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  const total = sandbox.environment.state.solutions.length;
  await expect(page.getByText(`Showing 5 of ${total} solutions`).first()).toBeVisible();
  await expect(list.row("Workbench")).toHaveCount(0);
  await page.getByRole("button", { name: /^Show: \d+ unmanaged hidden$/ }).click();
  await expect(list.row("Workbench")).toContainText("Unmanaged");
  await page.getByRole("button", { name: /^Show: \d+ invisible hidden$/ }).click();
  await expect(page.getByText(`Showing ${total} of ${total} solutions`).first()).toBeVisible();
  await page.getByRole("button", { name: "Hide: With unmanaged" }).click();
  await expect(list.row("Workbench")).toHaveCount(0);
});

test.describe("export", () => {
  test.use({
    choice: contoso((environment) => {
      install(
        environment,
        { name: "Quoted", displayName: 'Say "hello", world', publisher: "fabrikam" },
        { name: "Formula", displayName: '=HYPERLINK("http://example.com")', publisher: "fabrikam" },
        { name: "At", displayName: "@SUM(1)", publisher: "fabrikam" },
        { name: "Minus", displayName: "-2+3", publisher: "fabrikam" },
        { name: "Plus", displayName: "+2+3", publisher: "fabrikam" },
        { name: "Umlaut", displayName: "Übersicht", publisher: "fabrikam" },
        { name: "Filtered", publisher: "contoso" },
        // More than the screen holds: rows that are not drawn are exported too.
        ...Array.from({ length: 60 }, (_, index) => ({ name: `Many${index}`, publisher: "fabrikam" })),
      );
    }),
  });

  test("saves every filtered row as CSV that a spreadsheet reads as text", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await list.choose("Publisher", "fabrikam");
    await expect(list.row("Filtered")).toHaveCount(0);
    const saving = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Export CSV" }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^solution-health_Contoso-Sandbox_\d{4}-\d\d-\d\d\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString("utf8");
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    expect(lines[0]).toBe(
      "State,Name,Unique name,Version,Publisher,Type,Base solution,Installed on,Updated on,Solution ID,Reasons",
    );
    expect(lines).toHaveLength(1 + 66);
    const lineOf = (name: string) => lines.find((line) => line.includes(`,${name},1.0.0.0,`));
    const { id } = solutionNamed(sandbox.environment, "Quoted");
    expect(lineOf("Quoted")).toMatch(/^No problem found,"Say ""hello"", world",Quoted,1\.0\.0\.0,fabrikam,Managed,,20/);
    expect(lineOf("Quoted")).toContain(`,${id},"No rule has found anything in what was looked at. Not looked at yet: `);
    expect(lineOf("Formula")).toContain(`,"'=HYPERLINK(""http://example.com"")",Formula`);
    expect(lineOf("At")).toContain(",'@SUM(1),At");
    expect(lineOf("Minus")).toContain(",'-2+3,Minus");
    expect(lineOf("Plus")).toContain(",'+2+3,Plus");
    expect(lineOf("Umlaut")).toContain(",Übersicht,");
    expect(lineOf("Filtered")).toBeUndefined();
  });

  test("copies unique name and id of every filtered row", async ({ page, context, sandbox }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await list.search.fill("sum(1)");
    await expect(list.names).toHaveCount(1);
    await page.getByRole("menuitem", { name: "Copy IDs" }).click();
    await expect(page.getByRole("menuitem", { name: "Copied" })).toBeVisible();
    const { id } = solutionNamed(sandbox.environment, "At");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`At\t${id}`);
  });
});
