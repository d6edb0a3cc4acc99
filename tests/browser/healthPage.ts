import { expect, type Locator, type Page } from "@playwright/test";

/** The health page as a person finds things on it: by role and name. */
interface HealthPage {
  readonly headline: Locator;
  readonly search: Locator;
  readonly pills: Locator;
  /** The findings of a group, by its title. */
  group(title: string): Locator;
  /** Waits until the cheap parts have been read. */
  loaded(): Promise<void>;
  /** Scans deeper, to the end. */
  scan(): Promise<void>;
}

export function healthPage(page: Page): HealthPage {
  const headline = page.getByRole("heading", { name: /environment/ });
  return {
    headline,
    search: page.getByRole("searchbox", { name: "Search findings" }),
    pills: page.getByRole("group", { name: "Solutions and findings by state" }),
    group: (title) => page.getByRole("list", { name: title, exact: true }),
    async loaded() {
      await expect(headline).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole("progressbar", { name: "Reading from the environment" })).toHaveCount(0);
    },
    async scan() {
      await page.getByRole("button", { name: "Scan deeper" }).click();
      await expect(page.getByRole("button", { name: "Scan again" })).toBeVisible({ timeout: 60_000 });
    },
  };
}
