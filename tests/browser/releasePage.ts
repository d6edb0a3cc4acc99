import { join, resolve } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import { savedFile, type SavedFile } from "./overridesPage";

const demo = resolve(__dirname, "..", "..", "Solutions", "Demo");

export interface PackedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A demo solution as a managed zip. */
export const demoPackage = async (name: string): Promise<PackedFile> =>
  zipFile(name, await packFolder(join(demo, name), { managed: true }));

export const zipFile = (name: string, bytes: Uint8Array): PackedFile => ({
  name: `${name}.zip`,
  mimeType: "application/zip",
  buffer: Buffer.from(bytes),
});

/** The release preview as a person finds things on it: by role and name. */
interface ReleasePage {
  readonly grid: Locator;
  /** The side panel: of a component, or of the import. */
  readonly panel: Locator;
  readonly tray: Locator;
  /** Goes to the page. */
  open(): Promise<void>;
  /** Gives files to the button that chooses them. */
  choose(...files: readonly PackedFile[]): Promise<void>;
  /** The same, and waits until the preview is there. */
  preview(...files: readonly PackedFile[]): Promise<void>;
  /** One of the ways, by its name. */
  way(name: string): Locator;
  chooseWay(name: string): Promise<void>;
  /** Ticks the box that overwrites unmanaged customizations. */
  overwrite(): Promise<void>;
  filter(text: string): Locator;
  /** Rows far down are drawn only when they come into sight, so what is looked for is searched. */
  search(text: string): Promise<void>;
  /** Waits until what was typed has narrowed the list: a moment after the last key. */
  searched(): Promise<void>;
  /** The row of a component, by its display name. */
  row(name: string): Locator;
  openComponent(name: string): Promise<void>;
  saveReport(format: "HTML" | "JSON" | "Markdown"): Promise<SavedFile>;
  openImport(): Promise<void>;
  /** In the import panel: saves the report, types the name, and starts. */
  confirm(uniqueName: string): Promise<void>;
}

export function releasePage(page: Page): ReleasePage {
  const grid = page.getByRole("grid", { name: "Components" });
  const panel = page.getByRole("dialog");
  const row = (name: string): Locator =>
    grid.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) });
  const choose = async (...files: readonly PackedFile[]): Promise<void> => {
    await page.locator("input[type=file][accept='.zip']").setInputFiles([...files]);
  };
  const searched = (): Promise<void> =>
    expect(page.getByText(/^(\d+) of (?!\1 )\d+ components?$/).first()).toBeVisible();
  const way = (name: string): Locator => page.getByRole("radio", { name, exact: true });
  return {
    grid,
    panel,
    tray: page.getByRole("region", { name: "Solution operations" }),
    async open() {
      await page.getByRole("tab", { name: "Release preview" }).click();
      await expect(page.getByRole("button", { name: "Choose packages…" })).toBeVisible();
    },
    choose,
    async preview(...files) {
      await choose(...files);
      // Before everything is read, an early answer is there; a report is offered of the whole.
      await expect(page.getByRole("button", { name: "Save report" }).first()).toBeVisible({ timeout: 60_000 });
    },
    way,
    chooseWay: async (name) => {
      await way(name).check();
      await expect(page.getByRole("heading", { name: `What will happen: ${name}` })).toBeVisible();
    },
    // Its box is drawn over the input.
    overwrite: () => page.getByRole("checkbox", { name: "Overwrite unmanaged customizations" }).check({ force: true }),
    filter: (text) => page.getByRole("group", { name: "Fates, to filter by" }).getByRole("button", { name: text }),
    async search(text) {
      await page.getByRole("searchbox", { name: "Search components" }).fill(text);
      await searched();
    },
    searched,
    row,
    async openComponent(name) {
      await grid.getByRole("button", { name, exact: true }).click();
      await expect(panel.getByRole("heading", { name, exact: true, level: 2 })).toBeVisible();
    },
    async saveReport(format) {
      await page.getByRole("button", { name: "Save report" }).first().click();
      const saving = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: `As ${format}` }).click();
      return savedFile(await saving);
    },
    async openImport() {
      await page.getByRole("button", { name: "Import…" }).click();
      await expect(panel.getByRole("heading", { name: "What is imported" })).toBeVisible();
    },
    async confirm(uniqueName) {
      await panel.getByRole("button", { name: "Save report" }).click();
      const saving = page.waitForEvent("download");
      await page.getByRole("menuitem").first().click();
      await saving;
      await panel.getByRole("textbox", { name: `Type the unique name ${uniqueName} to go on` }).fill(uniqueName);
    },
  };
}
