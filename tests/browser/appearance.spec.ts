import type { Locator, Page } from "@playwright/test";
import { accessibilityViolations } from "./accessibility";
import { expect, test, type Sandbox } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const SOLUTIONS = /\/api\/data\/v9\.2\/solutions\?/;
const PANEL_TABS = ["Overview", "Components", "Patches", "History"];

/** What stands on the screen when the whole of it is looked at, one after the other. */
async function* screens(page: Page, sandbox: Sandbox, query: string): AsyncGenerator<string> {
  const list = solutionsPage(page);
  await sandbox.open(page, query);
  await list.loaded();
  yield "list";
  for (const tab of PANEL_TABS) {
    await list.openPanel("AlderBayPermits", tab);
    if (tab === "Components") {
      await list.panel.getByRole("button", { name: /^Columns/ }).click();
      await expect(list.panel.getByRole("grid", { name: "Columns" })).toBeVisible();
    }
    yield `panel, ${tab}`;
  }
  await page.keyboard.press("Escape");
  await expect(list.panel).toHaveCount(0);
  await page.getByRole("button", { name: /^Calls/ }).click();
  await expect(page.getByRole("dialog", { name: "Calls to the environment" })).toBeVisible();
  yield "calls";
  await page.keyboard.press("Escape");
  await list.search.fill("nothing is called this");
  await expect(page.getByText("No solution matches")).toBeVisible();
  yield "no match";
  await page.route(SOLUTIONS, (route) =>
    route.fulfill({ status: 500, json: { error: { code: "0x1", message: "No" } } }),
  );
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("The solutions could not be read.")).toBeVisible();
  await page.getByRole("button", { name: "Details" }).click();
  yield "failure";
  await page.unroute(SOLUTIONS);
}

for (const theme of ["light", "dark", "contrast", "none"]) {
  test(`nothing is hard to perceive or to operate in the theme ${theme}`, async ({ page, sandbox }) => {
    test.slow();
    for await (const screen of screens(page, sandbox, `theme=${theme}`)) {
      expect.soft(await accessibilityViolations(page), screen).toEqual([]);
    }
  });
}

test("nothing is hard to perceive or to operate in forced colours", async ({ page, sandbox }) => {
  test.slow();
  await page.emulateMedia({ forcedColors: "active" });
  for await (const screen of screens(page, sandbox, "theme=light")) {
    expect.soft(await accessibilityViolations(page, { forcedColors: true }), screen).toEqual([]);
  }
  const colorsOf = (locator: Locator) =>
    locator.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]);
  const list = solutionsPage(page);
  await list.search.fill("");
  await list.openPanel("BrightwaterPermitRisk");
  const [chosen, other] = [list.row("BrightwaterPermitRisk"), list.row("SolutionHealth")];
  // The open row is told by the system's own colours, and its words follow them.
  await expect.poll(() => colorsOf(chosen)).not.toEqual(await colorsOf(other));
  const [text] = await colorsOf(chosen);
  expect((await colorsOf(chosen.getByText("Unknown")))[0]).toBe(text);
});

test("the theme of the host is the theme of the control", async ({ page, sandbox }) => {
  const lightness = async (query: string): Promise<number> => {
    await sandbox.open(page, query);
    await solutionsPage(page).loaded();
    const color = await page
      .getByRole("region", { name: "Solution Health" })
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    return Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  };
  expect(await lightness("theme=light")).toBe(255);
  expect(await lightness("theme=dark")).toBeLessThan(80);
  expect(await lightness("theme=contrast")).toBe(0);
});

for (const screen of ["no permission", "nothing installed"]) {
  test.describe(`an empty page: ${screen}`, () => {
    test.use({ choice: { content: "empty" } });

    for (const theme of ["light", "dark", "contrast"]) {
      test(`is accessible in the theme ${theme}`, async ({ page, sandbox }) => {
        const missing = { code: "0x80040220", message: "Principal user is missing prvReadSolution privilege" };
        if (screen === "no permission") {
          await page.route(SOLUTIONS, (route) => route.fulfill({ status: 403, json: { error: missing } }));
        }
        await sandbox.open(page, `theme=${theme}`);
        const title = screen === "no permission" ? "You may not see the solutions" : "No managed solution is installed";
        await expect(page.getByText(title)).toBeVisible({ timeout: 30_000 });
        expect(await accessibilityViolations(page)).toEqual([]);
      });
    }
  });
}

test("from right to left, the list begins on the right and the panel opens on the left", async ({ page, sandbox }) => {
  await sandbox.open(page, "direction=rtl");
  const list = solutionsPage(page);
  await list.loaded();
  const left = async (name: string): Promise<number> =>
    (await list.grid.getByRole("columnheader", { name }).boundingBox())?.x ?? Number.NaN;
  expect(await left("Name")).toBeGreaterThan(await left("Version"));
  await list.openPanel("AlderBayPermits_Patch_6b21f0c4");
  const heading = list.panel.getByRole("heading", { level: 2 });
  await expect.poll(async () => (await heading.boundingBox())?.x).toBeLessThan(640);
  expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("German is spoken throughout", async ({ page, sandbox }) => {
  await sandbox.open(page, "language=1031");
  await expect(page.getByRole("grid", { name: "Lösungen" })).toBeVisible({ timeout: 30_000 });
  const grid = page.getByRole("grid", { name: "Lösungen" });
  await expect(grid.getByText("Kein Problem gefunden").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Aktualisieren" })).toBeVisible();
  await expect(page.getByText(/^5 von \d+ Lösungen angezeigt$/).first()).toBeVisible();
  await grid.getByRole("rowheader").first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("tab", { name: "Überblick" })).toBeVisible();
  await panel.getByRole("tab", { name: "Verlauf" }).click();
  await expect(panel.getByRole("listitem")).not.toHaveCount(0);
  // A key in place of its text would show that the language lacks one.
  await expect(page.locator("body")).not.toContainText(/\b[A-Z][a-z]+_[A-Z][A-Za-z]+/);
});

for (const react of ["16", "17"]) {
  test(`it runs on React ${react} as the host loads it`, async ({ page, sandbox }) => {
    await sandbox.open(page, `react=${react}`);
    const list = solutionsPage(page);
    await list.loaded();
    expect(await page.evaluate(() => (window as unknown as { React: { version: string } }).React.version)).toMatch(
      new RegExp(`^${react}\\.`),
    );
    await list.sortBy("Name");
    await expect(list.names.first()).toContainText("SolutionHealth");
    await list.openPanel("BrightwaterPermitRisk", "Components");
    await expect(list.panel.getByText(/^Showing \d+ of \d+ components$/).first()).toBeVisible();
    await list.panel.getByRole("button", { name: "Close" }).click();
    await expect(list.panel).toHaveCount(0);
  });
}

test("in a section of a form it stays within its frame", async ({ page, sandbox }) => {
  await sandbox.open(page, "size=form");
  const list = solutionsPage(page);
  await list.loaded();
  const frame = await page.locator("#control").boundingBox();
  const grid = await list.grid.boundingBox();
  expect(grid?.width ?? Infinity).toBeLessThanOrEqual(frame?.width ?? 0);
  await list.choose("State", "At risk");
  await expect(list.names).toHaveCount(2);
  await list.openPanel("AlderBayPermits_Patch_6b21f0c4", "History");
  await expect(list.panel.getByRole("listitem").first()).toContainText("Failed");
});

test("at 320 pixels nothing has to be scrolled sideways", async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  const overflow = (): Promise<number> =>
    page.evaluate(() => {
      const [root, main] = [document.documentElement, document.querySelector("main") ?? document.body];
      return Math.max(root.scrollWidth - root.clientWidth, main.scrollWidth - main.clientWidth);
    });
  await expect.poll(overflow).toBe(0);
  await expect(list.row("AlderBayPermits_Patch_6b21f0c4").getByText("Last operation failed")).toBeInViewport();
  expect(await accessibilityViolations(page)).toEqual([]);
  await list.openPanel("AlderBayPermits");
  for (const tab of ["Overview", "Components"]) {
    await list.panel.getByRole("tab", { name: tab }).click();
    await expect.poll(overflow, tab).toBe(0);
  }
  await list.panel.getByRole("button", { name: "Close" }).click();
  await expect(list.panel).toHaveCount(0);
});
