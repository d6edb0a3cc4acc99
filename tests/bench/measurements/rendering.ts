import type { Page } from "@playwright/test";
import {
  type FrameFindings,
  hastenDates,
  scrollThrough,
  timeLayerView,
  timeToChange,
  watchFrames,
} from "../inPageRendering";
import { largeEnvironment } from "../largeEnvironment";
import { FORM_NAME, withLargeForm } from "../largeForm";
import { atMost, type Figure, type Measurement } from "../measurement";
import { withScannedPage } from "../renderedPage";
import { best, summarise } from "../statistics";

const ROWS = 10_000;
const FORM_BYTES = 1_000_000;
const SCROLLING = 15_000;
const CLICKS = 6;
const OPENINGS = 5;
/** "Without a dropped second." */
const SECOND = atMost(1_000);
const OPEN_AIM = atMost(300);

/** What a person feels of many overrides and of a large form: the real bundle in a real browser. */
export const rendering: Measurement = {
  name: "rendering",
  title: `${ROWS.toLocaleString("en-US")} override rows, and the layers of a form of ${FORM_BYTES / 1_000_000} MB`,
  async measure() {
    return {
      figures: [...(await listFigures()), ...(await formFigures())],
      notes: [
        `Scrolling: from the first row to the last within ${SCROLLING / 1_000} s, a step in each frame. Changes of the`,
        "list: from the click or the key to the other list painted, the fastest of the runs; the search waits 150 ms for",
        "more to be typed. The form: since its layers have arrived, the fastest of the openings.",
      ],
    };
  },
};

async function listFigures(): Promise<Figure[]> {
  const sizes = { solutions: 40, components: ROWS + 100, tables: 120, realOverrides: ROWS, stateOnly: 0, phantoms: 0 };
  let watched: Promise<FrameFindings> | undefined;
  const beforeScan = (page: Page): Promise<void> => {
    watched = page.evaluate(watchFrames);
    // Waited for after the scan; where that fails, its own error says why.
    watched.catch(() => undefined);
    return Promise.resolve();
  };
  return withScannedPage(
    largeEnvironment(sizes).state,
    async (page) => {
      await page.evaluate(() => void (document.documentElement.dataset.benchStop = ""));
      const scanning = await watched;
      const scrolled = await page.evaluate(scrollThrough, SCROLLING);
      await page.evaluate(() =>
        document.querySelector("[role=grid]")?.closest("[data-is-scrollable=true]")?.scrollTo(0, 0),
      );
      return [
        gap("longest frame while scanning", scanning?.longestGap ?? NaN),
        gap("longest frame while scrolling", scrolled.longestGap),
        gap("longest time without a row while scrolling", scrolled.longestBlank),
        { name: "time of a frame while scrolling", value: SCROLLING / scrolled.frames, unit: "ms", runs: 1 },
        ...(await changeFigures(page)),
      ];
    },
    { prepare: (page) => page.addInitScript(hastenDates), beforeScan },
  );
}

const gap = (name: string, value: number): Figure => ({ name, value, unit: "ms", aim: SECOND, runs: 1 });

async function changeFigures(page: Page): Promise<Figure[]> {
  const search = page.getByRole("searchbox");
  const sort = await changes(page, "click", () => page.getByRole("columnheader", { name: "Component" }).click());
  const filter = await changes(page, "input", (run) => search.fill(run % 2 === 0 ? "column1" : ""));
  const group = await changes(page, "click", async () => {
    const grouping = page.getByRole("combobox", { name: "Grouping" });
    // Opened by key: the click on the choice is the one that counts.
    await grouping.press("Alt+ArrowDown");
    await page.getByRole("option", { selected: false }).click();
  });
  return [
    { name: "sort by name", ...sort },
    { name: "search", ...filter },
    { name: "group, and one list", ...group },
  ];
}

/** Changes the list again and again. */
async function changes(
  page: Page,
  kind: "click" | "input",
  change: (run: number) => Promise<unknown>,
): Promise<Omit<Figure, "name">> {
  const times: number[] = [];
  while (times.length < CLICKS) {
    const [time] = await Promise.all([page.evaluate(timeToChange, kind), change(times.length)]);
    times.push(time);
  }
  return { value: summarise(times).min, unit: "ms", aim: SECOND, runs: CLICKS };
}

async function formFigures(): Promise<Figure[]> {
  const runs = await withScannedPage(withLargeForm(FORM_BYTES).state, async (page) => {
    const times: Awaited<ReturnType<typeof timeLayerView>>[] = [];
    while (times.length < OPENINGS) {
      const row = page.getByRole("button", { name: FORM_NAME, exact: true });
      const [time] = await Promise.all([page.evaluate(timeLayerView), row.click()]);
      times.push(time);
      // Closed, and forgotten by a reload: layers that were read before would be shown until the new ones have come.
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog] section").first().waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("button", { name: "Scan", exact: true }).click();
      await row.waitFor();
    }
    return times;
  });
  const fastest = best(runs, ({ opened }) => opened);
  const figure = (name: string, value: number): Figure => ({ name, value, unit: "ms", runs: OPENINGS });
  return [
    { ...figure("layer view of the form opened", fastest.opened), aim: OPEN_AIM },
    figure("  median", summarise(runs.map(({ opened }) => opened)).median),
    figure("  its differences painted", fastest.compared),
    figure("  longest frame until then", fastest.longestGap),
  ];
}
