import { readFile } from "node:fs/promises";
import { expect, type Download, type Locator, type Page } from "@playwright/test";

/** The overrides page as a person finds things on it: by role and name. */
interface OverridesPage {
  readonly grid: Locator;
  /** The side panel with the layers of a component. */
  readonly panel: Locator;
  /** The dialog in front of everything. */
  readonly dialog: Locator;
  /** The row of a component, by its display name. */
  row(name: string): Locator;
  /** A number above the list: "4 real". */
  count(text: string): Locator;
  /** Goes to the page and scans the whole environment to its end. */
  scan(): Promise<void>;
  choose(...names: readonly string[]): Promise<void>;
  openLayers(name: string): Promise<void>;
  /** Opens the pre-flight of the chosen components. */
  prepareRemoval(...names: readonly string[]): Promise<void>;
  /** Saves the backup that the pre-flight offers. @returns its name and text */
  saveBackup(): Promise<SavedFile>;
  /** The row of the table in the dialog that is about a component. */
  resultOf(name: string): Locator;
  /** Chooses a file for the command of this name. */
  giveFile(command: string, file: SavedFile): Promise<void>;
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

export async function savedFile(download: Download): Promise<SavedFile> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

export function overridesPage(page: Page): OverridesPage {
  const grid = page.getByRole("grid", { name: "Overrides" });
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  const named = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const row = (name: string): Locator => grid.getByRole("row").filter({ has: named(name) });
  const choose = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await row(name).getByRole("checkbox").click();
    await expect(page.getByText(`${names.length} chosen`)).toBeVisible();
  };
  return {
    grid,
    panel: page.getByRole("dialog"),
    dialog,
    row,
    choose,
    count: (text) => page.getByRole("group", { name: "Filter by state" }).getByRole("button", { name: text }),
    async scan() {
      await page.getByRole("tab", { name: "Overrides" }).click();
      await page.getByRole("button", { name: /^Scan( again)?$/ }).click();
      await expect(page.getByRole("button", { name: "Scan again" })).toBeVisible({ timeout: 30_000 });
      await expect(grid.getByRole("rowheader").first()).toBeVisible();
    },
    openLayers: async (name) => {
      await row(name).getByRole("button", { name, exact: true }).click();
    },
    async prepareRemoval(...names) {
      await choose(...names);
      await page.getByRole("button", { name: `Back up and remove ${names.length}…` }).click();
      await expect(dialog.getByRole("table", { name: "What will happen" })).toBeVisible();
    },
    async saveBackup() {
      const saving = page.waitForEvent("download");
      await dialog.getByRole("button", { name: "Save backup" }).click();
      return savedFile(await saving);
    },
    resultOf: (name) => dialog.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) }),
    giveFile: (command, { name, text }) =>
      page
        .locator(`input[type="file"][aria-label="${command}"]`)
        .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) }),
  };
}

/** Writes that the page sends from now on: requests that are not GET, and the function that removes by GET. */
export function recordWrites(page: Page): string[] {
  const writes: string[] = [];
  page.on("request", (request) => {
    const isBatchOfReads =
      request.url().endsWith("/$batch") && !/\r\n(POST|PATCH|PUT|DELETE) /.test(request.postData() ?? "");
    const removes = request.url().includes("RemoveActiveCustomizations");
    if (removes || (request.method() !== "GET" && !isBatchOfReads)) writes.push(`${request.method()} ${request.url()}`);
  });
  return writes;
}
