import { demoPackage, releasePage, zipFile } from "./releasePage";
import { customizeView, withDemo } from "./releaseEnvironment";
import { expect, test } from "./sandbox";

test.describe("over the version before", () => {
  test.use({ choice: { content: "empty", arrange: withDemo("Base") } });

  test("what is no package is refused one by one, and says why", async ({ page, sandbox }) => {
    await sandbox.open(page);
    const release = releasePage(page);
    await release.open();
    await release.choose(zipFile("letter", Buffer.from("Dear all")), await demoPackage("BaseNext"));
    await expect(page.getByText("letter.zip was not taken.")).toBeVisible();
    await expect(page.getByText("This is no zip file.").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: /^What will happen: / })).toBeVisible({ timeout: 30_000 });
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
    await expect(page.getByText(/^Overwriting removes unmanaged customizations of 1 components/).first()).toBeVisible();
    await expect(row("Active Permits")).toContainText("does not come back");
    await expect(row("Active Permits")).not.toContainText("Hidden");
  });
});
