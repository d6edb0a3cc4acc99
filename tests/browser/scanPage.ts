import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Sandbox } from "./sandbox";

type ExportFormat = "CSV" | "JSON" | "Markdown";

/** The scan and its list as a person finds things there: by role and name. */
export interface ScanPage {
  readonly grid: Locator;
  /** The cell that names a row: display name, table and technical name. */
  readonly names: Locator;
  readonly search: Locator;
  readonly cancel: Locator;
  readonly resume: Locator;
  /** The row of a component, by its display name. */
  row(displayName: string): Locator;
  /** A count that filters: "4 real". */
  pill(text: string): Locator;
  /** Goes to the page, from wherever the control is. */
  show(): Promise<void>;
  /** Begins a scan of what is chosen. */
  scan(): Promise<void>;
  /** Waits until a scan has read everything. */
  complete(): Promise<void>;
  /** Narrows the next scan to solutions, by display name. */
  chooseSolutions(...displayNames: readonly string[]): Promise<void>;
  /** @returns the file that the person gets */
  exported(format: ExportFormat): Promise<{ readonly name: string; readonly text: string }>;
}

export function scanPage(page: Page): ScanPage {
  const grid = page.getByRole("grid", { name: "Overrides" });
  return {
    grid,
    names: grid.getByRole("rowheader"),
    search: page.getByRole("searchbox", { name: "Search overrides" }),
    cancel: page.getByRole("button", { name: "Cancel scan" }),
    resume: page.getByRole("button", { name: "Resume" }),
    row: (displayName) =>
      grid.getByRole("row").filter({ has: page.getByRole("button", { name: displayName, exact: true }) }),
    pill: (text) =>
      page.getByRole("group", { name: "Filter by state" }).getByRole("button", { name: text, exact: true }),
    async show() {
      await page.getByRole("tab", { name: "Overrides" }).click();
    },
    async scan() {
      await page.getByRole("button", { name: /^Scan( again)?$/ }).click();
    },
    async complete() {
      await expect(page.getByText(/^Last scan .* · complete/).first()).toBeVisible({ timeout: 30_000 });
    },
    async chooseSolutions(...displayNames) {
      await page.getByRole("combobox", { name: "What to scan" }).click();
      await page.getByRole("option", { name: "Chosen solutions" }).click();
      await page.getByRole("combobox", { name: "Chosen solutions" }).click();
      for (const name of displayNames) await page.getByRole("listbox").getByText(name, { exact: true }).click();
      await page.keyboard.press("Escape");
    },
    async exported(format) {
      await page.getByRole("menuitem", { name: "Export" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: format, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
    },
  };
}

/** The demo's edits by hand, apart from phantoms; `Solutions/Demo/demo.json` says why each is there. */
export const EDITED = [
  "Permit Type",
  "Active Permits",
  "Permits With Open Fees",
  "Permit form script",
  "Permits | Remind inspectors",
];

/** Opens the page and begins a scan of the whole environment. @param query options of the host page */
export async function openedAndScanned(page: Page, sandbox: Sandbox, query = ""): Promise<ScanPage> {
  const overrides = scanPage(page);
  await sandbox.open(page, query);
  await overrides.show();
  await overrides.scan();
  return overrides;
}

/** States by component as the page's own JSON export has them, phantoms shown. */
export async function listed(page: Page): Promise<Record<string, string>> {
  await page.getByRole("button", { name: "Show phantoms" }).click();
  return listedAsIs(page);
}

/** States by component as the page's own JSON export has them, of what the filters leave. */
export async function listedAsIs(page: Page): Promise<Record<string, string>> {
  const { text } = await scanPage(page).exported("JSON");
  const { overrides: rows } = JSON.parse(text) as {
    overrides: { id: string; state: string }[];
  };
  expect(rows.length).toBe(new Set(rows.map(({ id }) => id)).size);
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
}
