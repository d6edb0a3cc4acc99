import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";
import { tabTo } from "./tabTo";

// As most people have it: what comes in moving must take the focus all the same.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("the list is searched, filtered, sorted and exported without a mouse", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await page.keyboard.press("/");
  await expect(list.search).toBeFocused();
  await expect(list.search).toHaveValue("");
  await page.keyboard.type("permits");
  await expect(list.names).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(list.search).toHaveValue("");
  await expect(list.names).toHaveCount(5);

  await tabTo(page, page.getByRole("combobox", { name: "State" }));
  await page.keyboard.press("Enter");
  // The list takes the focus when it stands.
  await expect(page.getByRole("option", { name: "All states" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "At risk" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveText("At risk");
  await expect(list.names).toHaveCount(2);
  await tabTo(page, page.getByRole("button", { name: "Clear filters" }));
  await page.keyboard.press("Enter");
  await expect(list.names).toHaveCount(5);

  await page.keyboard.press("/");
  await tabTo(page, page.getByRole("menuitem", { name: "Export CSV" }));
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await saving).suggestedFilename()).toContain("solution-health");

  const header = list.grid.getByRole("columnheader");
  await tabTo(page, header.filter({ hasText: "Name" }).getByRole("button"));
  await page.keyboard.press("Enter");
  await expect(header.filter({ hasText: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(list.names.first()).toContainText("SolutionHealth");
});

test("a solution is opened, read and closed without a mouse, and the focus comes back", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await page.keyboard.press("/");
  await tabTo(page, list.row("AlderBayPermits"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(list.row("BrightwaterPermitRisk")).toBeFocused();
  await expect(list.panel).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(list.panel.getByRole("heading", { level: 2 })).toHaveText("Brightwater Permit Risk");

  await tabTo(page, list.panel.getByRole("tab", { name: "Overview" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(list.panel.getByRole("tab", { name: "Components" })).toHaveAttribute("aria-selected", "true");
  const tables = list.panel.getByRole("button", { name: /^Tables/ });
  await tabTo(page, tables);
  await page.keyboard.press("Enter");
  await expect(tables).toHaveAttribute("aria-expanded", "true");
  await expect(list.panel.getByRole("grid", { name: "Tables" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(list.panel).toHaveCount(0);
  await expect(list.row("BrightwaterPermitRisk")).toBeFocused();
});

test("the calls are opened and closed without a mouse", async ({ page, sandbox }) => {
  await sandbox.open(page);
  await solutionsPage(page).loaded();
  const calls = page.getByRole("button", { name: /^Calls/ });
  await tabTo(page, calls);
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Calls to the environment" });
  await expect(card.getByRole("rowheader").filter({ hasText: "msdyn_solutionhistories" })).toBeVisible();
  await expect(card.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(calls).toBeFocused();
});
