import { solutionNamed } from "./arrange";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const PATCH = "AlderBayPermits_Patch_6b21f0c4";

test("the overview says what the environment knows, and leads to the maker portal", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel("BrightwaterPermitRisk");
  const { id, description } = solutionNamed(sandbox.environment, "BrightwaterPermitRisk");
  const fact = (label: string) => panel.getByRole("term").filter({ hasText: label }).locator("xpath=..");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Brightwater Permit Risk");
  await expect(fact("State")).toContainText("No problem found");
  await expect(fact("Type")).toContainText("Managed");
  await expect(fact("Version")).toContainText("1.2.0.0");
  await expect(fact("Description")).toContainText(description ?? "–");
  await expect(fact("Publisher name")).toContainText("brightwater");
  await expect(fact("Solution ID")).toContainText(id);
  const { environmentId } = sandbox.environment.state.organization;
  await expect(panel.getByRole("link", { name: "Open in maker portal" })).toHaveAttribute(
    "href",
    `https://make.powerapps.com/environments/${environmentId}/solutions/${id}`,
  );
});

test("the components stand by type with the counts of the environment, and can be searched", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel("AlderBayPermits", "Components");
  const { id } = solutionNamed(sandbox.environment, "AlderBayPermits");
  const held = sandbox.environment.componentsOf(id);
  const countOf = (type: number) => held.filter((component) => component.type === type).length;
  const group = (title: string) => panel.getByRole("region", { name: title, exact: true }).getByRole("button").first();
  for (const [title, type] of [
    ["Tables", 1],
    ["Columns", 2],
    ["Security roles", 20],
    ["Views", 26],
    ["Processes and flows", 29],
    ["Charts", 59],
    ["Web resources", 61],
  ] as const) {
    expect(countOf(type), title).toBeGreaterThan(0);
    await expect(group(title)).toHaveText(new RegExp(`${title}\\s*${countOf(type)}$`));
  }
  await group("Tables").click();
  await expect(panel.getByRole("grid", { name: "Tables" }).getByRole("rowheader")).toHaveCount(countOf(1));
  await panel.getByRole("searchbox", { name: "Search components" }).fill("permit.js");
  await expect(panel.getByRole("grid")).toHaveCount(1);
  await expect(panel.getByRole("grid", { name: "Web resources" }).getByRole("rowheader")).toHaveCount(1);
  await panel.getByRole("searchbox", { name: "Search components" }).fill("no such component");
  await expect(panel.getByText("No component matches")).toBeVisible();
});

test("the reading of components tells its progress, is cancelled, and says what is missing", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  const ofInspection = (url: URL) =>
    url.pathname.endsWith("/msdyn_solutioncomponentsummaries") && url.search.includes("abp_inspection");
  // One table never answers: the reading stands still where a person can see it.
  await page.route(ofInspection, () => undefined);
  await openPanel("AlderBayPermits", "Components");
  await expect(panel.getByText("Reading tables 2 of 3")).toBeVisible();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(panel.getByText("This list is not complete.")).toBeVisible();
  await expect(panel.getByText("The columns, forms and views of 1 table could not be read.")).toBeVisible();
  await panel.getByRole("button", { name: "Details" }).click();
  await expect(panel.getByText("abp_inspection", { exact: true })).toBeVisible();

  await page.unroute(ofInspection);
  await panel.getByRole("button", { name: "Retry" }).click();
  await expect(panel.getByText("This list is not complete.")).toHaveCount(0);
  await panel.getByRole("searchbox", { name: "Search components" }).fill("abp_inspection");
  await expect(panel.getByRole("grid", { name: "Columns" })).toBeVisible();
});

test("the ladder leads between patches and base, and says on request what they touch", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel("AlderBayPermits", "Patches");
  const rungs = panel.getByRole("list", { name: "Base and patches, the highest version first" }).getByRole("listitem");
  await expect(rungs).toHaveCount(2);
  await expect(rungs.last()).toContainText("Open here");
  await rungs.first().getByRole("heading", { level: 3 }).getByRole("button").click();
  await expect(panel.getByText(`${PATCH} · `).first()).toBeVisible();
  await expect(rungs.first()).toContainText("Open here");
  await rungs.last().getByRole("button", { name: "Alder Bay Permits 1.0.0.0", exact: true }).click();
  await expect(panel.getByText("AlderBayPermits · 1.0.0.0")).toBeVisible();
  await panel.getByRole("button", { name: "Compare what they touch" }).click();
  await expect(panel.getByRole("button", { name: "Read again" })).toBeVisible();
  const held = sandbox.environment.componentsOf(solutionNamed(sandbox.environment, PATCH).id);
  await expect(rungs.first()).toContainText(new RegExp(`Touches ${held.length} component`));
  await expect(rungs.last()).toContainText("Also in ");
});

test("the history shows a failed operation with its error text, which can be copied", async ({
  page,
  context,
  sandbox,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel(PATCH, "History");
  const failed = sandbox.environment.state.history.find(({ result }) => result === false);
  const entry = panel.getByRole("listitem").first();
  await expect(entry).toContainText("Failed");
  await expect(entry).toContainText(failed?.exceptionMessage ?? "no failure in the history");
  await expect(entry).toContainText(failed?.activityId ?? "no activity");
  await entry.getByRole("button", { name: "Copy: Error text" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(failed?.exceptionMessage);
  await expect(panel.getByRole("listitem").nth(1)).toContainText("Succeeded");
});

test("the focus goes back to the row that opened the panel", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, row, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel("BrightwaterPermitRisk");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  await expect(row("BrightwaterPermitRisk")).toBeFocused();
});

test("the place survives a reload and follows the browser's back and forward", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const { panel, openPanel, loaded } = solutionsPage(page);
  await loaded();
  await openPanel("BrightwaterPermitRisk", "History");
  await page.reload();
  await loaded();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Brightwater Permit Risk");
  await expect(panel.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(panel).toHaveCount(0);
  await page.goForward();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Brightwater Permit Risk");
});
