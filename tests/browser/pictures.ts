import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../tools/browser.mjs";
import { healthPage } from "./healthPage";
import { demoPackage, releasePage } from "./releasePage";
import { startSandbox } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

/** Takes the pictures of the README from the demo environment: `npm run build`, then `npx tsx tests/browser/pictures.ts`. */
const folder = resolve(__dirname, "..", "..", "docs", "pictures");

const PICTURES: readonly {
  readonly name: string;
  readonly query: string;
  /** In the product; the solutions unless told. */
  readonly place?: string;
  readonly prepare?: (page: Page) => Promise<void>;
}[] = [
  { name: "health-light", query: "theme=light", place: "health", prepare: scanHealth },
  { name: "health-dark", query: "theme=dark", place: "health", prepare: scanHealth },
  { name: "release-preview", query: "theme=light", place: "release", prepare: previewRelease },
  { name: "solutions-light", query: "theme=light", prepare: (page) => solutionsPage(page).loaded() },
  { name: "solutions-dark", query: "theme=dark", prepare: (page) => solutionsPage(page).loaded() },
  {
    name: "solution-panel",
    query: "theme=light",
    prepare: async (page) => {
      const { loaded, openPanel, panel } = solutionsPage(page);
      await loaded();
      await openPanel("AlderBayPermits_Patch_6b21f0c4", "History");
      await panel.getByRole("listitem").first().waitFor();
    },
  },
];

async function scanHealth(page: Page): Promise<void> {
  const health = healthPage(page);
  await health.loaded();
  await health.scan();
}

async function previewRelease(page: Page): Promise<void> {
  const release = releasePage(page);
  await release.open();
  await release.preview(await demoPackage("BaseNext"));
}

async function takeAll(): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("It needs Chromium, Chrome or Edge: install one, or set CHROME_PATH to its program.");
  }
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ content: "demo" });
  // Chromium refuses to start as root with its sandbox on, as in most containers.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const { name, query, place, prepare } of PICTURES) {
      // Without motion, so that no picture shows a panel half-way.
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        locale: "en-GB",
        reducedMotion: "reduce",
      });
      await sandbox.open(page, query, place);
      await prepare?.(page);
      // What fades in would be pale, and the pointer would colour what it stands on.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
      await page.close();
      console.log(`docs/pictures/${name}.png`);
    }
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

takeAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
