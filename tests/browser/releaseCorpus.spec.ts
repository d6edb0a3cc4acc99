import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { withDemo } from "./releaseEnvironment";
import { releasePage } from "./releasePage";
import { expect, test } from "./sandbox";

const ZIPS = resolve(__dirname, "../../../shared/corpus/zips");
const here = existsSync(ZIPS);
/** Every so many of them, in the order of their names: old and new, large and small, managed and not. */
const EVERY = 25;
/** Many files, each given its time on a busy machine. */
const ANSWER = { timeout: 30_000 };

const sample = (): string[] => (here ? readdirSync(ZIPS).sort() : []).filter((_name, index) => index % EVERY === 0);

/** Lets go of a file over the page, as the mouse does. */
async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([text, fileName]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName, { type: "application/zip" }));
      return transfer;
    },
    [content.toString("base64"), name] as const,
  );
  const zone = page.getByRole("group", { name: "Packages to preview" });
  await zone.dispatchEvent("dragover", { dataTransfer: data });
  await expect(zone.getByText("Let go to read the packages.").first()).toBeVisible();
  await zone.dispatchEvent("drop", { dataTransfer: data });
}

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.describe("packages as they are found in the world", () => {
  test.skip(!here, "There is no corpus beside the project.");
  test.use({ choice: { content: "empty", arrange: withDemo("Base") } });
  test.beforeEach(() => test.slow());

  test("dropped one after the other on one page are each previewed, and what is no package is refused", async ({
    page,
    sandbox,
  }) => {
    await sandbox.open(page, "", "release");
    await expect(page.getByRole("button", { name: "Choose packages…" })).toBeVisible(ANSWER);
    const saving = page.getByRole("button", { name: "Save report" });
    for (const name of sample()) {
      await drop(page, name, readFileSync(resolve(ZIPS, name)));
      await expect(saving, name).toBeVisible(ANSWER);
      expect(await isWide(page), name).toBe(false);
      await page.getByRole("button", { name: `Remove ${name} from the list` }).click();
      await expect(saving).toHaveCount(0);
    }
    await drop(page, "letter.zip", Buffer.from("No zip at all"));
    await expect(page.getByText("letter.zip was not taken.").first()).toBeVisible(ANSWER);
    await expect(releasePage(page).grid).toHaveCount(0);
  });
});
