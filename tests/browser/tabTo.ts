import type { Locator, Page } from "@playwright/test";

const STOPS = 40;

/** Presses Tab until the focus is there. @throws {Error} when it is not within so many stops */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const focused = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press(key);
    if ((await target.count()) === 1 && (await focused())) return;
  }
  throw new Error(`${STOPS} times ${key} did not lead to ${target.toString()}.`);
}
