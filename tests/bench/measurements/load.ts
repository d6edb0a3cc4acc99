import { withBrowser, type BrowserBench } from "../browser";
import { markFirstRows, readPageTimes, type PageTimes } from "../inPage";
import { atMost, type Figure, type Measurement } from "../measurement";
import { builtControl } from "../repository";
import { roundTripDepth } from "../roundTrips";
import { best, summarise } from "../statistics";

const RUNS = 5;
const SOLUTIONS = 300;
const LATENCY = 80;

/** What a person waits for: the real bundle on the host page in a real browser, nothing cached. */
export const load: Measurement = {
  name: "load",
  title: `First load with ${SOLUTIONS} solutions at ${LATENCY} ms latency`,
  async measure() {
    builtControl();
    const runs = await withBrowser({ solutions: SOLUTIONS, latency: LATENCY }, async (bench) => {
      // The server translates the host page's scripts when they are first asked for; that is no part of the product.
      await loadOnce(bench);
      const times: PageTimes[] = [];
      while (times.length < RUNS) times.push(await loadOnce(bench));
      return times;
    });
    return {
      figures: [...timeFigures(runs), ...requestFigures(runs)],
      notes: ["From the bundle's arrival to the first rows painted. Parts are those of the fastest load."],
    };
  },
};

async function loadOnce({ newPage, sandbox }: BrowserBench): Promise<PageTimes> {
  const page = await newPage();
  await page.addInitScript(markFirstRows);
  await sandbox.open(page);
  await page.getByRole("rowheader").first().waitFor();
  // What the page reads besides the rows belongs to the load.
  await page.waitForLoadState("networkidle");
  const times = await page.evaluate(readPageTimes);
  await page.context().close();
  if (!Number.isFinite(waited(times))) throw new Error("The page told no time of its bundle or of its first rows.");
  return times;
}

const waited = ({ bundle, firstRows }: PageTimes): number => firstRows - bundle;

function timeFigures(runs: readonly PageTimes[]): Figure[] {
  const { count, min, median } = summarise(runs.map(waited));
  const fastest = best(runs, waited);
  const asked = Math.min(...fastest.requests.map(({ start }) => start));
  const answered = fastest.requests.find(({ address }) => address.includes("/solutions?"))?.end ?? NaN;
  const figure = (name: string, value: number): Figure => ({ name, value, unit: "ms", runs: count });
  return [
    figure("first rows, fastest", min),
    figure("  of it: until the first request", asked - fastest.bundle),
    figure("  of it: until the solutions have arrived", answered - asked),
    figure("  of it: until the rows are painted", fastest.firstRows - answered),
    figure("first rows, median", median),
  ];
}

/** The most of all loads: an aim is met when every load meets it. */
function requestFigures(runs: readonly PageTimes[]): Figure[] {
  const depth = Math.max(...runs.map(({ requests }) => roundTripDepth(requests)));
  const count = Math.max(...runs.map(({ requests }) => requests.length));
  return [
    { name: "Web API requests", value: count, unit: "requests", runs: runs.length },
    { name: "round trips in sequence", value: depth, unit: "round trips", aim: atMost(3), runs: runs.length },
  ];
}
