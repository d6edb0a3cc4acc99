import { accessibilityViolations } from "./accessibility";
import { overridesPage } from "./overridesPage";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const STACK = "Layers of this component, from the top one down";

test("the stack of a view is a picture: Active on top, the layer that decides a property marked", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const { panel, scan, openLayers } = overridesPage(page);
  await scan();
  await openLayers("Active Permits");
  const stored = sandbox.environment.store.find(26, "9c3c4615-17d9-47ed-8c39-b464fd97850e");
  expect(stored?.layers.map(({ solution }) => solution)).toEqual([
    "AlderBayPermits",
    "AlderBayPermitsUpdate",
    "Active",
  ]);
  const layers = panel.getByRole("list", { name: STACK }).locator(":scope > li");
  await expect(layers).toHaveCount(3);
  await expect(layers.nth(0)).toContainText("Active (unmanaged)");
  await expect(layers.nth(0)).toContainText("order 3");
  await expect(layers.nth(1)).toContainText("Alder Bay Permits Update 1.0.0.0");
  await expect(layers.nth(2)).toContainText("Alder Bay Permits 1.0.0.0");
  const mark = (layer: number, property: string) =>
    layers.nth(layer).getByRole("list", { name: "Changes" }).getByRole("listitem").filter({ hasText: property });
  const origins = sandbox.environment.propertyOrigins(stored?.id ?? "");
  expect(origins).toMatchObject({ layoutxml: "Active", fetchxml: "AlderBayPermitsUpdate" });
  await expect(mark(0, "layoutxml")).toHaveText(/decides/);
  await expect(mark(1, "layoutxml")).toHaveText(/hidden by Active \(unmanaged\)/);
  await expect(mark(1, "fetchxml")).toHaveText(/decides/);
  await expect(mark(2, "fetchxml")).toHaveText(/hidden by Alder Bay Permits Update/);

  await panel.getByRole("button", { name: "Show as table" }).click();
  const headers = panel.getByRole("table").first().getByRole("rowheader");
  await expect(headers).toHaveText([
    "Active (unmanaged)",
    "Alder Bay Permits Update 1.0.0.0",
    "Alder Bay Permits 1.0.0.0",
  ]);
});

test("the tabs show what a layer changes, all that it holds, and how it differs", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, scan, openLayers } = overridesPage(page);
  await scan();
  await openLayers("Permit form script");
  await expect(panel.getByRole("tab", { name: "Differences" })).toHaveAttribute("aria-selected", "true");
  await panel.getByRole("tab", { name: "Updated" }).click();
  const rows = panel.getByRole("tabpanel").getByRole("rowheader");
  await expect(rows.filter({ hasText: "content" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "webresourcetype" })).toHaveCount(0);
  await panel.getByRole("tab", { name: "All properties" }).click();
  await expect(rows.filter({ hasText: "webresourcetype" })).toHaveCount(1);
});

test("a view's layout differs by columns, each with its name", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, scan, openLayers } = overridesPage(page);
  await scan();
  await openLayers("Active Permits");
  await expect(panel.getByRole("combobox", { name: "Compared with" })).toHaveText("Alder Bay Permits Update 1.0.0.0");
  const change = (name: string) =>
    panel
      .getByRole("table", { name: "layoutxml" })
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name} `) }) });
  await expect(change("ownerid").getByRole("cell").first()).toHaveText("Added");
  await expect(change("abp_ispaid").getByRole("cell").first()).toHaveText("Removed");
  await expect(change("abp_name").getByRole("cell")).toContainText(["Changed", "160", "220"]);
  await expect(change("abp_name")).toContainText("@width");
});

test("a script differs by lines, decoded", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, scan, openLayers } = overridesPage(page);
  await scan();
  await openLayers("Permit form script");
  await expect(panel.getByRole("button", { name: "content 2 lines added, 21 removed" })).toBeVisible();
  const lines = panel.getByRole("table", { name: "content, From line 1" });
  await expect(lines.getByText("// Switched off while the front desk is being moved.")).toBeVisible();
  await expect(lines.getByRole("row").first()).toContainText("Removed: /** Permit form");
});

test("the layers open from the components of a solution as well, and lead back there", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await list.openPanel("AlderBayPermits", "Components");
  await list.panel.getByRole("searchbox", { name: "Search components" }).fill("permit.js");
  await list.panel.getByRole("button", { name: "Permit form script", exact: true }).click();
  await expect(list.panel.getByRole("list", { name: STACK }).locator(":scope > li")).toHaveCount(3);
  await list.panel
    .getByRole("navigation", { name: "You are here" })
    .getByRole("button", { name: "Components" })
    .click();
  await expect(list.panel.getByRole("tab", { name: "Components" })).toHaveAttribute("aria-selected", "true");
});

test("the layers are opened, read and closed without a mouse, and the focus comes back", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, row, scan } = overridesPage(page);
  await scan();
  const opener = row("Active Permits").getByRole("button", { name: "Active Permits", exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("list", { name: STACK })).toBeVisible();
  const differences = panel.getByRole("tab", { name: "Differences" });
  for (let stop = 0; stop < 20; stop += 1) {
    if (await differences.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(differences).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("tab", { name: "Updated" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(
    row("Active Permits")
      .locator(":focus")
      .or(row("Active Permits").and(page.locator(":focus"))),
  ).toHaveCount(1);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing to object to in the layers, ${theme}`, async ({ page, sandbox }) => {
    await sandbox.open(page, `theme=${theme}`);
    const { panel, scan, openLayers } = overridesPage(page);
    await scan();
    expect(await accessibilityViolations(page)).toEqual([]);
    await openLayers("Active Permits");
    await expect(panel.getByRole("table", { name: "layoutxml" })).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Show as table" }).click();
    await panel.getByRole("tab", { name: "All properties" }).click();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}
