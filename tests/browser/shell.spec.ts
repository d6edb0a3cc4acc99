import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import { builtControls } from "../../Solutions/pipeline/packer/builtControls";
import { readPageTimes } from "../bench/inPage";
import { roundTripDepth } from "../bench/roundTrips";
import { solutionNamed } from "./arrange";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";
import { webApi } from "./webApi";

const root = resolve(__dirname, "..", "..");

declare global {
  interface Window {
    /** What the content security policy has blocked. */
    blocked: string[];
  }
}

test("under the strict policy nothing is blocked and nothing leaves the environment", async ({ page, sandbox }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== sandbox.address) elsewhere.push(request.url());
  });
  await page.addInitScript(() => {
    window.blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.blocked.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const answer = page.waitForResponse((response) => response.url().includes("/main.aspx"));
  await sandbox.open(page);
  const policy = (await answer).headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe-eval");
  const list = solutionsPage(page);
  await list.loaded();
  for (const tab of ["Overview", "Components", "Patches", "History"]) await list.openPanel("AlderBayPermits", tab);
  await page.keyboard.press("Escape");
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export CSV" }).click();
  await saving;
  await page.getByRole("button", { name: /^Calls/ }).click();
  await expect(page.getByRole("dialog", { name: "Calls to the environment" })).toBeVisible();
  expect(await page.evaluate(() => window.blocked)).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("the page is opened by the site map of the imported app", async ({ page, sandbox }) => {
  const bundles: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/bundle.js")) bundles.push(response.url());
  });
  await page.goto(sandbox.address);
  const link = page.getByRole("navigation", { name: "Site map" }).getByRole("link", { name: "Solutions" });
  await expect(link).toHaveAttribute("aria-current", "page");
  await solutionsPage(page).turnTo();
  await link.click();
  await solutionsPage(page).turnTo();
  // The page of before is there until the link has led on.
  await expect
    .poll(() => bundles)
    .toEqual(Array(2).fill(`${sandbox.address}/_host/controls/shl_SolutionHealth.SolutionHealth/bundle.js`));
  await solutionsPage(page).loaded();
});

test("an upgrade of the product itself is installed like any other, and listed", async ({ page, request, sandbox }) => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const [major = "0"] = version.split(".");
  const next = `${Number(major) + 1}.0.0.0`;
  await page.goto(sandbox.address);
  const list = solutionsPage(page);
  await list.turnTo();
  await expect(list.row("SolutionHealth")).toContainText(solutionNamed(sandbox.environment, "SolutionHealth").version);

  const folder = join(root, "Solutions", "SolutionHealth");
  const zip = await packFolder(folder, { managed: true, mappings: await builtControls(folder, root), version: next });
  await webApi(request, sandbox.address).run("StageAndUpgradeAsync", {
    CustomizationFile: Buffer.from(zip).toString("base64"),
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
  });
  await page.reload();
  await list.loaded();
  await expect(list.row("SolutionHealth")).toContainText(next);
  await expect(list.grid.getByText("SolutionHealth_Upgrade")).toHaveCount(0);
  await list.openPanel("SolutionHealth", "History");
  // Its other step, the removal of the version before, may stand above it: it began later.
  await expect(list.panel.getByRole("listitem").filter({ hasText: next }).first()).toContainText("Succeeded");
});

test.describe("the first load", () => {
  test.use({ choice: { content: "demo", options: { latency: 80 } } });

  test("asks at most twelve times, and never waits for more than three answers in a row", async ({ page, sandbox }) => {
    await sandbox.open(page, "", "");
    await expect(page.getByRole("heading", { name: /^This environment/ })).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState("networkidle");
    const { requests } = await page.evaluate(readPageTimes);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.length).toBeLessThanOrEqual(12);
    // Nobody waits for what the page writes down for the next visit.
    const reads = requests.filter(({ address }) => !address.includes("/shl_healthsnapshots("));
    expect(roundTripDepth(reads)).toBeLessThanOrEqual(3);
  });
});
