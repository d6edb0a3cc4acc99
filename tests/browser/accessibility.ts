import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe on what stands on the screen.
 * @param options `forcedColors`: colours are the person's own then, and axe reads those of the page instead
 * @returns one line a violation: rule, how many places, the first of them.
 */
export async function accessibilityViolations(
  page: Page,
  options: { readonly forcedColors?: boolean } = {},
): Promise<string[]> {
  // Half-way through fading in, colours are not those that a person reads.
  await page.evaluate(async () => {
    const running = (): Animation[] =>
      document
        .getAnimations()
        // What has ended may be kept for its last picture.
        .filter(
          ({ playState, effect }) => playState === "running" && effect?.getComputedTiming().iterations !== Infinity,
        );
    const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    // One may begin when another ends, or when an answer that is still under way is drawn.
    for (let quiet = 0; quiet < 3; quiet = running().length === 0 ? quiet + 1 : 0) {
      await Promise.allSettled(running().map(({ finished }) => finished));
      await nextFrame();
    }
  });
  // Evaluated by the debugger, so the page's own policy stays strict; once a page is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (rules) => {
      const { axe: loaded } = window as unknown as { axe: { run(where: unknown, how: unknown): Promise<AxeResults> } };
      const include = [["#control"], [".ms-Layer"]].filter(([part]) => document.querySelector(part ?? ""));
      // Every rule runs; describing each element that passed it would cost more than the rules themselves.
      return (await loaded.run({ include }, { rules, resultTypes: ["violations"] })).violations;
    },
    options.forcedColors ? { "color-contrast": { enabled: false } } : {},
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id} × ${nodes.length}: ${nodes[0]?.target.join(" ") ?? ""} – ${nodes[0]?.failureSummary ?? ""}`,
  );
}
