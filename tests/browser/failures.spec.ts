import type { Page, Route } from "@playwright/test";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const CALLS = {
  solutions: /\/api\/data\/v9\.2\/solutions\?/,
  history: /\/msdyn_solutionhistories/,
  environment: /\/RetrieveCurrentOrganization/,
  user: /\/systemusers\([^)]*\)\?/,
  privileges: /RetrieveUserSetOfPrivilegesByNames/,
} as const;

const ACTIVITY = "0f8fad5b-d9cb-469f-a165-70867728950e";

const refuse =
  (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) =>
  (route: Route): Promise<void> =>
    route.fulfill({
      status,
      headers: { "x-ms-service-request-id": ACTIVITY, ...headers },
      json: { error: { code, message } },
    });

const serverFault = refuse(500, "0x80040216", "An unexpected error occurred.");

const retry = (page: Page) => page.getByRole("button", { name: "Retry" });

test("a server fault says what happened, shows its evidence, and Retry reads again", async ({ page, sandbox }) => {
  await page.route(CALLS.solutions, serverFault);
  await sandbox.open(page);
  const list = solutionsPage(page);
  await expect(page.getByText("The solutions could not be read.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("The environment reported a fault of its own.")).toBeVisible();
  await expect(page.getByText("No managed solution is installed")).toHaveCount(0);
  await page.getByRole("button", { name: "Details" }).click();
  await expect(page.getByText("0x80040216")).toBeVisible();
  await expect(page.getByText("An unexpected error occurred.")).toBeVisible();
  await expect(page.getByText(ACTIVITY)).toBeVisible();

  await page.unroute(CALLS.solutions);
  await retry(page).click();
  await list.loaded();
  await expect(page.getByText("The solutions could not be read.")).toHaveCount(0);
});

test("a failed refresh keeps the rows of before", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await page.route(CALLS.solutions, serverFault);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("The solutions could not be read.")).toBeVisible();
  await expect(list.names).toHaveCount(5);
});

test("a missing privilege is named in place of the list", async ({ page, sandbox }) => {
  const text =
    "Principal user (Id=1, type=8) is missing prvReadSolution privilege (Id=2) on OTC=7100 for entity 'solution'.";
  await page.route(CALLS.solutions, refuse(403, "0x80040220", text));
  await sandbox.open(page);
  await expect(page.getByText("You may not see the solutions")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Reading them needs the privilege prvReadSolution")).toBeVisible();
  await page.unroute(CALLS.solutions);
  await retry(page).click();
  await solutionsPage(page).loaded();
});

for (const [what, contentType, body, meaning] of [
  ["a sign-in page", "text/html", "<html><body>Sign in</body></html>", "Your session has ended."],
  ["half an answer", "application/json", '{"value":[{"uniq', "The answer was not what a Dataverse environment sends."],
  ["an answer without rows", "application/json", "{}", "The answer was not what a Dataverse environment sends."],
] as const) {
  test(`${what} instead of solutions is called what it is`, async ({ page, sandbox }) => {
    await page.route(CALLS.solutions, (route) => route.fulfill({ status: 200, contentType, body }));
    await sandbox.open(page);
    await expect(page.getByText(meaning)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("No managed solution is installed")).toHaveCount(0);
    await page.unroute(CALLS.solutions);
    await retry(page).click();
    await solutionsPage(page).loaded();
  });
}

test("a broken connection is tried again, then said, and Retry reads", async ({ page, sandbox }) => {
  let tries = 0;
  await page.clock.install();
  await page.route(CALLS.solutions, (route) => {
    tries += 1;
    return route.abort("connectionfailed");
  });
  await sandbox.open(page);
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(page.getByText("The environment could not be reached.")).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 45_000 });
  expect(tries).toBeGreaterThan(1);
  await page.unroute(CALLS.solutions);
  await retry(page).click();
  await solutionsPage(page).loaded();
});

test("throttling is said with its seconds, and reading goes on by itself", async ({ page, sandbox }) => {
  let refused = 0;
  const busy = refuse(429, "0x80072322", "Number of requests exceeded the limit of 6000.", { "Retry-After": "20" });
  await page.clock.install();
  await page.route(CALLS.solutions, (route) => {
    refused += 1;
    return refused === 1 ? busy(route) : route.continue();
  });
  await sandbox.open(page);
  const paused = page.getByText("The environment asked for a pause of 20 seconds.");
  await expect(paused).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Reading goes on by itself")).toBeVisible();
  await page.clock.fastForward(21_000);
  await expect(paused).toHaveCount(0);
  await solutionsPage(page).loaded();
  expect(refused).toBe(2);
});

test("without the history no solution is called free of problems", async ({ page, sandbox }) => {
  await page.route(CALLS.history, serverFault);
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await expect(page.getByText("The history could not be read, so the states do not count it in.")).toBeVisible();
  // What was found in other facts stands; of the rest nothing is known.
  await expect(list.row("AlderBayPermits")).toContainText("Needs attention");
  await expect(list.grid.getByText("Unknown")).toHaveCount(4);
  await expect(page.getByText(/No problem found|Healthy/)).toHaveCount(0);
  await list.openPanel("BrightwaterPermitRisk", "History");
  await expect(list.panel.getByText("The history could not be read.")).toBeVisible();
  await page.unroute(CALLS.history);
  await list.panel.getByRole("button", { name: "Retry" }).click();
  await expect(list.panel.getByText("Succeeded")).toBeVisible();
  await expect(list.row("BrightwaterPermitRisk")).toContainText("No problem found");
});

test("an environment that does not say its name is no reason to hide the list", async ({ page, sandbox }) => {
  await page.route(CALLS.environment, serverFault);
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  const failure = page.getByText("The name and kind of this environment could not be read.");
  await expect(failure).toBeVisible();
  await expect(page.getByText("Contoso Sandbox")).toHaveCount(0);
  await page.unroute(CALLS.environment);
  await retry(page).click();
  await expect(page.getByText("Contoso Sandbox")).toBeVisible();
  await expect(failure).toHaveCount(0);
});

for (const name of ["history", "environment", "user", "privileges"] as const) {
  test(`the list stands when the call for ${name} fails`, async ({ page, sandbox }) => {
    let failed = 0;
    await page.route(CALLS[name], (route) => {
      failed += 1;
      return serverFault(route);
    });
    await sandbox.open(page);
    const list = solutionsPage(page);
    await list.loaded();
    await expect(list.names).toHaveCount(5);
    expect(failed).toBeGreaterThan(0);
  });
}

test("components that cannot be read leave the panel and its other tabs", async ({ page, sandbox }) => {
  await page.route(/msdyn_solutioncomponentsummaries/, serverFault);
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await list.openPanel("BrightwaterPermitRisk", "Components");
  await expect(list.panel.getByText("The components could not be read.")).toBeVisible();
  await page.unroute(/msdyn_solutioncomponentsummaries/);
  await list.panel.getByRole("button", { name: "Retry" }).click();
  await expect(list.panel.getByText(/^Showing \d+ of \d+ components$/).first()).toBeVisible();
});

test.describe("with nothing installed", () => {
  test.use({ choice: { content: "empty" } });

  test("the page says so and where solutions come from", async ({ page, sandbox }) => {
    await sandbox.open(page);
    await expect(page.getByText("No managed solution is installed")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("They appear here after a refresh.")).toBeVisible();
  });
});

test("with no match the page says so and clears the filters", async ({ page, sandbox }) => {
  await sandbox.open(page);
  const list = solutionsPage(page);
  await list.loaded();
  await list.search.fill("nothing is called this");
  await expect(page.getByText("No solution matches")).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Export CSV" })).toBeDisabled();
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await expect(list.names).toHaveCount(5);
});

test.describe("for a user without the privilege", () => {
  test.use({
    choice: {
      content: "demo",
      options: { user: "reader" },
      arrange: ({ state }) => {
        const reader = state.users.find(({ privileges }) => !privileges.includes("*"));
        if (!reader) throw new Error("The demo environment has no user with fewer privileges.");
        reader.fullName = "Nora Newcomer";
        reader.privileges = ["prvReadUser", "prvReadOrganization"];
      },
    },
  });

  test("the page names it", async ({ page, sandbox }) => {
    await sandbox.open(page);
    await expect(page.getByText("You may not see the solutions")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Reading them needs the privilege prvReadSolution")).toBeVisible();
    await expect(page.getByText("Nora Newcomer")).toBeVisible();
    await expect(page.getByText("No managed solution is installed")).toHaveCount(0);
  });
});
