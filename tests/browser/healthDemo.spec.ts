import type { Page } from "@playwright/test";
import { AILMENTS } from "../../sandbox/start/ailments/ailments";
import { Healer } from "../../sandbox/start/ailments/healer";
import { healthPage } from "./healthPage";
import { expect, root, test } from "./sandbox";

test.use({ choice: { content: "ailing" } });

/** Rules with findings: each is a group of its own. */
const ruleGroups = (page: Page) => page.getByRole("main").getByRole("button", { name: /\d+ findings?$/ });

test("the ailing demo shows a finding of every rule, and the page follows its healing to a healthy environment", async ({
  page,
  sandbox,
}) => {
  test.slow();
  const healer = new Healer(sandbox.environment, root);
  const rulesLeft = (): number => new Set(healer.remaining.flatMap(({ shows }) => shows)).size;
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await health.scan();
  await expect(health.headline).toHaveText("This environment is at risk");
  await page.getByRole("combobox", { name: "Grouping" }).click();
  await page.getByRole("option", { name: "By rule" }).click();
  await expect(ruleGroups(page)).toHaveCount(42);

  while (healer.remaining.length > 0) {
    const step = Math.ceil(AILMENTS.length / 3);
    for (let made = 0; made < step && healer.remaining.length > 0; made += 1) {
      expect((await healer.heal())?.problem).toBeUndefined();
    }
    await page.getByRole("button", { name: "Refresh" }).click();
    await health.loaded();
    await page.getByRole("button", { name: /^Scan (again|deeper)$/ }).click();
    await expect(page.getByRole("button", { name: "Scan again" })).toBeVisible({ timeout: 60_000 });
    await expect(ruleGroups(page)).toHaveCount(rulesLeft());
  }
  await expect(health.headline).toHaveText("This environment is healthy");
});
