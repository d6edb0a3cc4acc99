import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { demoPackage, type PackedFile, releasePage, zipFile } from "./releasePage";
import { customizeView, FEES, withDemo } from "./releaseEnvironment";
import { recordWrites } from "./overridesPage";
import { expect, test } from "./sandbox";

test.beforeEach(() => test.slow());

/** The same package as an environment of another version would have exported it. */
function exportedBy(version: string, { name, buffer }: PackedFile): PackedFile {
  const { "solution.xml": solution = new Uint8Array(), ...rest } = unzipSync(buffer);
  const text = strFromU8(solution)
    .replace(/ version="[^"]*"/, ` version="${version}.1.1"`)
    .replace(/SolutionPackageVersion="[^"]*"/, `SolutionPackageVersion="${version}"`);
  return zipFile(name.replace(/\.zip$/, ""), zipSync({ "solution.xml": strToU8(text), ...rest }));
}

test.describe("over the version before", () => {
  test.use({ choice: { content: "empty", arrange: withDemo("Base") } });

  test("an update leaves a removed table in place and says so; an upgrade deletes it, its rows counted before", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { row } = release;
    const writes = recordWrites(page);
    await release.open();
    await release.preview(await demoPackage("BaseNext"));
    await release.chooseWay("Update");
    // A form and columns are called the same.
    await release.search("Tables");
    await release.filter("left behind").click();
    const fee = row("Fee");
    await expect(fee).toContainText("It stays where it is, with its data.");

    await release.filter("left behind").click();
    await release.chooseWay("Upgrade");
    await release.filter("deleted").click();
    await expect(fee).toContainText("Deleted");
    await page.getByRole("button", { name: "Count rows and values" }).click();
    await expect(page.getByText(`${FEES} rows, counted now`).first()).toBeVisible({ timeout: 60_000 });
    await expect(fee).toContainText(`${FEES} rows, counted now`);

    await page.getByRole("tab", { name: "History" }).click();
    await page.getByRole("tab", { name: "Release preview" }).click();
    await expect(page.getByRole("heading", { name: "What will happen: Upgrade" })).toBeVisible();
    expect(writes, "Nothing was sent while looking.").toEqual([]);
  });

  test("an update leaves a removed column in place and says so; an upgrade deletes it", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const column = release.row("Old Reference");
    await release.open();
    await release.preview(await demoPackage("BaseNext"));
    await release.chooseWay("Update");
    await release.search("Old Reference");
    await expect(column).toContainText("Left behind");
    await expect(column).toContainText("It stays where it is, with its data.");
    await release.chooseWay("Upgrade");
    await expect(column).toContainText("Deleted");
    await page.getByRole("button", { name: "Count rows and values" }).click();
    await expect(column).toContainText(/\d+ (filled )?values?/, { timeout: 60_000 });
  });

  test("a package of a newer platform is refused, with its error; one of an older platform fits", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const next = await demoPackage("BaseNext");
    await release.open();
    await release.preview(exportedBy("9.9", next));
    await expect(page.getByText(/^The package was made for a newer Dataverse \(9\.9\)/).first()).toBeVisible();
    await expect(page.getByText("0x80048068").first()).toBeVisible();
    await expect(page.getByText("Will be refused")).toHaveCount(4);
    await expect(page.getByRole("button", { name: "Import…" })).toHaveCount(0);
    await page.getByRole("button", { name: "Remove BaseNext.zip from the list" }).click();
    await release.preview(exportedBy("9.0", next));
    await expect(page.getByText(/made for a newer Dataverse/)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Import…" })).toBeVisible();
  });

  test("what is no package is refused one by one, and says why", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    await release.open();
    await release.choose(zipFile("letter", Buffer.from("Dear all")), await demoPackage("BaseNext"));
    await expect(page.getByText("letter.zip was not taken.")).toBeVisible();
    await expect(page.getByText("This is no zip file.").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: /^What will happen: / })).toBeVisible({ timeout: 60_000 });
  });
});

test.describe("where layers come slowly", () => {
  test.use({ choice: { content: "empty", arrange: withDemo("Base"), options: { layerLatency: 1500 } } });

  test("what is known is shown, kept when the reading is cancelled, and completed on request", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    await release.open();
    await release.choose(await demoPackage("BaseNext"));
    const open = page.getByText(/^Layers of \d+ components? have not been read yet\.$/);
    await expect(open).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("button", { name: "Import…" })).toHaveCount(0);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Read the rest before you import.")).toBeVisible();
    await expect(open).toBeVisible();
    await expect(page.getByText("Provisional")).toHaveCount(4);
    const unread = release.filter("not judged");
    await unread.click();
    // Answers that were under way are still counted in.
    await expect(async () => {
      const count = /^\d+/.exec((await unread.textContent()) ?? "")?.[0] ?? "";
      await expect(page.getByText(new RegExp(`^${count} of \\d+ components?$`)).first()).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
    await expect(release.grid.getByRole("row").filter({ hasText: "Not judged" }).first()).toBeVisible();
    await expect(release.grid.getByRole("row").filter({ hasText: /Changed|Added|Unchanged/ })).toHaveCount(0);
    await unread.click();
    await page.getByRole("button", { name: "Read the rest" }).click();
    await expect(page.getByRole("button", { name: "Import…" })).toBeVisible({ timeout: 60_000 });
    await expect(open).toHaveCount(0);
  });
});

test.describe("over a newer version", () => {
  test.use({ choice: { content: "empty", arrange: withDemo("BaseNext") } });

  test("an older package is refused as an upgrade, with the platform's error", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    await release.open();
    await release.preview(await demoPackage("Base"));
    await expect(
      page.getByText("A higher version (2.0.0.0) is installed than the package has (1.0.0.0).").first(),
    ).toBeVisible();
    await expect(page.getByText("0x80048541").first()).toBeVisible();
    await release.chooseWay("Upgrade");
    await expect(page.getByText("It cannot be imported in this way.")).toBeVisible();
  });
});

test.describe("under a customization", () => {
  test.use({
    choice: {
      content: "empty",
      arrange: async (environment) => {
        await withDemo("Base")(environment);
        customizeView(environment);
      },
    },
  });

  test("a further solution is hidden by it; with overwriting it is lost, and said beforehand to be", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    const { panel, row } = release;
    await release.open();
    await release.preview(await demoPackage("Update"));
    await expect(row("Active Permits")).toContainText("Hidden");
    await release.openComponent("Active Permits");
    await expect(panel.getByText(/will not be seen: an unmanaged customization is on top/).first()).toBeVisible();
    await expect(panel.getByRole("list", { name: "Layers now" })).toContainText("Active");
    await expect(panel.getByRole("list", { name: "Layers afterwards" })).toContainText("this package");
    await expect(panel.getByRole("button", { name: "Back up and remove…" })).toBeVisible();
    await panel.getByRole("button", { name: "Close" }).click();

    await release.overwrite();
    await expect(
      page.getByText(/^Overwriting removes unmanaged customizations, .*concerned: 1\./).first(),
    ).toBeVisible();
    await expect(row("Active Permits")).toContainText("does not come back");
    await expect(row("Active Permits")).not.toContainText("Hidden");
  });
});
