import type { Page } from "@playwright/test";
import { arrangeSolutions } from "../../../SolutionHealth/domain/solutions/arrangeSolutions";
import { filterSolutions, toRows } from "../../../SolutionHealth/domain/solutions/filterSolutions";
import { standings } from "../../../SolutionHealth/domain/solutions/solutionStanding";
import { sortSolutions, type SortColumn } from "../../../SolutionHealth/domain/solutions/sortSolutions";
import { cheapReport } from "../../domain/solutionSamples";
import { withBrowser } from "../browser";
import { timeToReorder } from "../inPage";
import type { Figure, Measurement } from "../measurement";
import { builtControl } from "../repository";
import { summarise } from "../statistics";
import { asRead, synthesise } from "../synthetic";

const SOLUTIONS = 5000;
const RULE_RUNS = 21;
const CLICK_RUNS = 7;

/** The list at the size of one full page of the Web API: the rules alone, then a person's click in a browser. */
export const list: Measurement = {
  name: "list",
  title: `Sort and filter of ${SOLUTIONS.toLocaleString("en-US")} solutions`,
  async measure() {
    builtControl();
    return {
      figures: [...ruleFigures(), ...(await clickFigures())],
      notes: ["Fastest of the runs. Clicks: from the click to the other first row painted."],
    };
  },
};

function ruleFigures(): Figure[] {
  const { solutions, history } = asRead(synthesise(SOLUTIONS));
  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const report = cheapReport(solutions, history);
  const groups = arrangeSolutions(solutions, standings(report));
  const { groups: shown } = filterSolutions(groups, {});
  const sortBy = (column: SortColumn) => () => sortSolutions(groups, { column, descending: true }, collator);
  return [
    rule("judge what is cheap", () => cheapReport(solutions, history)),
    rule("arrange with states", () => arrangeSolutions(solutions, standings(report))),
    rule("sort by name", sortBy("name")),
    rule("sort by version", sortBy("version")),
    rule("sort by updated on", sortBy("updatedOn")),
    rule("search for two words", () => filterSolutions(groups, { search: "campus core" })),
    rule("filter by state", () => filterSolutions(groups, { states: ["atRisk"] })),
    rule("groups to rows", () => toRows(shown)),
  ];
}

function rule(name: string, run: () => unknown): Figure {
  const times = Array.from({ length: RULE_RUNS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return { name: `rules: ${name}`, value: summarise(times).min, unit: "ms", runs: RULE_RUNS };
}

function clickFigures(): Promise<Figure[]> {
  return withBrowser({ solutions: SOLUTIONS, latency: 0 }, async ({ newPage, sandbox }) => {
    const page = await newPage();
    await sandbox.open(page);
    await page.getByRole("rowheader").first().waitFor();
    await page.waitForLoadState("networkidle");
    return [await click(page, "Name"), await click(page, "Version")];
  });
}

/** Clicks the header again and again: each click turns the order round. */
async function click(page: Page, column: string): Promise<Figure> {
  const header = page.getByRole("columnheader", { name: column });
  const times: number[] = [];
  while (times.length < CLICK_RUNS) {
    const [time] = await Promise.all([page.evaluate(timeToReorder), header.click()]);
    times.push(time);
  }
  return { name: `browser: click on ${column}`, value: summarise(times).min, unit: "ms", runs: CLICK_RUNS };
}
