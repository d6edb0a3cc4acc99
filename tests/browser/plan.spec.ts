import { accessibilityViolations } from "./accessibility";
import { install } from "./arrange";
import { healthPage } from "./healthPage";
import { planPage } from "./planPage";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const PERMITS = "Alder Bay Permits";

test("a plan is made, health follows at once, and it is still there after the page was opened again", async ({
  page,
  sandbox,
}) => {
  await sandbox.open(page, "", "plan");
  const plan = planPage(page);
  await plan.loaded();
  await plan.openPlan(PERMITS);
  await plan.field("Responsible").fill("Permit office");
  await plan.field("Expected version").fill("9.0");
  await plan.field("Next review").fill("2040-01-31");
  await plan.panel.getByRole("button", { name: "Make plan" }).click();
  await expect(plan.row(PERMITS)).toContainText("Against the plan");
  await expect(plan.panel.getByRole("button", { name: "Save plan" })).toBeDisabled();
  await plan.field("Notes").fill("Ask before summer");
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await plan.panel.getByRole("button", { name: "Save plan" }).click();
  expect((await saved).ok()).toBe(true);
  await expect(plan.panel.getByText("Changed by")).toBeVisible();
  await expect(plan.panel.getByRole("button", { name: "Save plan" })).toBeDisabled();

  await page.getByRole("tab", { name: "Health" }).click();
  await healthPage(page).loaded();
  await expect(page.getByText(/Installed [\d.]+, planned 9\.0/).first()).toBeVisible();

  await sandbox.open(page, "", "plan");
  await page.reload();
  await plan.loaded();
  await expect(plan.row(PERMITS)).toContainText("Permit office");
  await plan.openPlan(PERMITS);
  await expect(plan.field("Notes")).toHaveValue("Ask before summer");
  await expect(plan.field("Next review")).toHaveValue("2040-01-31");
});

test("plans for all that have none are made without a mouse", async ({ page, sandbox }) => {
  await sandbox.open(page, "", "plan");
  const plan = planPage(page);
  await plan.loaded();
  await page.keyboard.press("/");
  await expect(plan.search).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Make plans for \d+ without/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Responsible")).toBeVisible();
  await dialog.getByLabel("Responsible").press("ControlOrMeta+a");
  await page.keyboard.type("Platform team");
  await dialog.getByRole("button", { name: /^Make \d+ plans$/ }).press("Enter");
  await expect(page.getByText(/^\d+ plans were made\.$/)).toBeVisible();
  await expect(page.getByText("No plan yet")).toHaveCount(0);
  await expect(plan.row(PERMITS)).toContainText("Platform team");
  await plan.row(PERMITS).press("Enter");
  await expect(plan.field("Responsible")).toHaveValue("Platform team");
  await page.keyboard.press("Escape");
  await expect(plan.panel).toHaveCount(0);
});

test.describe("where only the control is", () => {
  test.use({
    choice: { content: "empty", arrange: (environment) => install(environment, { name: "Sales", version: "1.0.0.0" }) },
  });

  test("the page says what is missing, and the rest works", async ({ page, sandbox }) => {
    await sandbox.open(page, "", "plan");
    await expect(page.getByText("Plans need the solution Solution Health")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("button", { name: "Look again" })).toBeVisible();
    const list = solutionsPage(page);
    await list.turnTo();
    await expect(list.row("Sales")).toContainText("1.0.0.0");
  });
});

test.describe("for who may read and not write", () => {
  test.use({
    choice: {
      content: "demo",
      options: { user: "reader" },
      arrange: ({ state }) => {
        const read = ["MaintenancePlan", "AcceptedFinding", "HealthSnapshot"].map((table) => `prvReadshl_${table}`);
        for (const user of state.users) user.privileges.push(...read);
      },
    },
  });

  test("plans can be looked at, and the page says which privileges are missing", async ({ page, sandbox }) => {
    await sandbox.open(page, "", "plan");
    const plan = planPage(page);
    await plan.loaded();
    await expect(page.getByText(/prvCreateshl_MaintenancePlan/)).toBeVisible();
    await expect(page.getByRole("button", { name: /^Make plans/ })).toHaveCount(0);
    await plan.openPlan(PERMITS);
    await expect(plan.panel.getByText("No plan yet")).toBeVisible();
    await expect(plan.panel.getByRole("textbox")).toHaveCount(0);
  });
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`nothing of plans is hard to perceive or to operate in the theme ${theme}`, async ({ page, sandbox }) => {
    await sandbox.open(page, `theme=${theme}`, "plan");
    const plan = planPage(page);
    await plan.loaded();
    await plan.openPlan(PERMITS);
    await plan.field("Expected version").fill("four");
    await expect(plan.panel.getByText(/^Write a version such as/)).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

test("at 320 pixels nothing of plans has to be scrolled sideways", async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sandbox.open(page, "", "plan");
  const plan = planPage(page);
  await plan.loaded();
  const overflow = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollWidth - element.clientWidth);
  await expect.poll(() => overflow("main")).toBe(0);
  await plan.openPlan(PERMITS);
  await expect.poll(() => overflow(".ms-Panel-scrollableContent")).toBe(0);
  await expect.poll(() => overflow("html")).toBe(0);
});
