import { solutionNamed } from "./arrange";
import { expect, test } from "./sandbox";
import { listed, scanPage } from "./scanPage";
import { storedOverrides } from "./storedOverrides";

test("a scan of one solution lists its components only", async ({ page, sandbox }) => {
  const overrides = scanPage(page);
  await sandbox.open(page);
  await overrides.show();
  await overrides.chooseSolutions("Brightwater Permit Risk");
  await overrides.scan();
  await overrides.complete();
  await expect(page.getByText("Read solution by solution, as chosen.")).toBeVisible();
  const { id } = solutionNamed(sandbox.environment, "BrightwaterPermitRisk");
  const stored = storedOverrides(sandbox.environment.componentsOf(id));
  expect(Object.keys(stored).length).toBeGreaterThan(0);
  expect(await listed(page)).toEqual(stored);
});

test("a scan that the environment slows down says that it waits, and finishes", async ({ page, sandbox }) => {
  const overrides = scanPage(page);
  await sandbox.open(page);
  await overrides.show();
  await page.waitForLoadState("networkidle");
  // From here on: what the page reads when it is opened is not what is slowed down.
  let refused = 0;
  await page.route(/\$batch$|msdyn_componentlayers/, async (route) => {
    if (refused > 0) return route.continue();
    refused += 1;
    return route.fulfill({
      status: 429,
      headers: { "Retry-After": "4" },
      json: { error: { code: "0x80072322", message: "Number of requests exceeded the limit of 6000." } },
    });
  });
  await overrides.scan();
  await expect(page.getByText(/waiting \d+ seconds?, the environment asks for less/).first()).toBeVisible();
  await overrides.complete();
  expect(refused).toBe(1);
  expect(await listed(page)).toEqual(storedOverrides(sandbox.environment.state.components));
});
