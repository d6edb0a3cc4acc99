import { basename } from "node:path";
import { LATENCY, LAYER_LATENCY } from "../latency";
import { largeSizes } from "../largeEnvironment";
import { withLargePackage } from "../largePackage";
import { atMost, type Figure, type Findings, type Measurement } from "../measurement";
import { withReadingPages, type ReadingCost } from "../readingPage";
import { computeRelease, environmentWith, type ReleaseCost } from "../releaseReading";
import { CORPUS_ABSENT, corpusPackages } from "../repository";
import { best } from "../statistics";

const MB = 1_000_000;
const RUNS = 3;
const LARGE = 300 * MB;
const BLOCK = atMost(100);
const [FEW, MANY] = [50, 500];
const HALF = largeSizes.components / 2;
const number = (value: number): string => value.toLocaleString("en-US");

/** What a release would do: reading of the package in a real browser, and the preview against a large environment. */
export const releases: Measurement = {
  name: "releases",
  title:
    `Preview of the largest real package among ${number(largeSizes.components)} other components at ${LATENCY} ms a ` +
    `call, ${LAYER_LATENCY} ms a layer call`,
  async measure() {
    const [largest] = corpusPackages();
    if (!largest) return { figures: [], notes: [CORPUS_ABSENT] };
    const { path, customizationsBytes } = largest;
    const whole = environmentWith(path, largeSizes.components);
    const half = environmentWith(path, HALF);
    const same = await computeRelease(path, half, 0);
    const computed = [
      await computeRelease(path, half, FEW),
      await computeRelease(path, whole, FEW),
      await computeRelease(path, whole, MANY),
    ] as const;
    for (const { changed, found } of computed) {
      if (found !== same.found + changed)
        throw new Error(`Of ${changed} changed columns ${found - same.found} were found.`);
    }
    const inBrowser = await withReadingPages(whole, async (read) => ({
      plain: await several(() => read(path, "plain")),
      product: await several(() => read(path, "product")),
      preview: await read(path, "preview"),
      large: await withLargePackage(LARGE, (large) => read(large, "product")),
    }));
    return findings(
      computed,
      inBrowser,
      `${basename(path)}, ${(customizationsBytes / MB).toFixed(1)} MB of customizations`,
    );
  },
};

async function several(run: () => Promise<ReadingCost>): Promise<readonly ReadingCost[]> {
  const runs: ReadingCost[] = [];
  while (runs.length < RUNS) runs.push(await run());
  return runs;
}

interface InBrowser {
  readonly plain: readonly ReadingCost[];
  readonly product: readonly ReadingCost[];
  readonly preview: ReadingCost;
  readonly large: ReadingCost;
}

function findings(
  [half, whole, more]: readonly [ReleaseCost, ReleaseCost, ReleaseCost],
  { plain, product, preview, large }: InBrowser,
  about: string,
): Findings {
  const fastest = (runs: readonly ReadingCost[]): ReadingCost => best(runs, ({ time }) => time);
  const calm = (runs: readonly ReadingCost[]): number => best(runs, ({ longestBlock }) => longestBlock).longestBlock;
  const one = (name: string, value: number): Figure => ({ name, value, unit: "ms", runs: 1 });
  return {
    figures: [
      { name: "unzip all and DOMParser, in the browser", value: fastest(plain).time, unit: "ms", runs: RUNS },
      { name: "  longest block of the page", value: calm(plain), unit: "ms", runs: RUNS },
      { name: "openPackage, in the browser", value: fastest(product).time, unit: "ms", runs: RUNS },
      { name: "  longest block of the page", value: calm(product), unit: "ms", aim: BLOCK, runs: RUNS },
      {
        name: "  times as long as the plain reading",
        value: fastest(product).time / fastest(plain).time,
        unit: "times",
      },
      ...[half, whole, more].flatMap(computedFigures),
      growth("requests, twice the environment", half, whole, ({ requests }) => requests),
      growth("reads, twice the environment", half, whole, ({ reads }) => reads),
      growth("requests, ten times the changes", whole, more, ({ requests }) => requests),
      one("preview in the browser, everything: until the package was read", preview.opened),
      one("  until the environment was read, its server beside it", preview.read),
      { ...one("  longest block of the page", preview.longestBlock), aim: BLOCK },
      ...memoryFigures(large),
    ],
    ...(large.memory === undefined && { missing: ["This system does not tell the memory of a page's process."] }),
    notes: [
      `${about}. In the browser: the product's modules in an empty page; ours makes components and SHA-256, the plain`,
      "reading ends with the parsed document. Blocks are times between two turns of a timer of 1 ms; blocks and times of",
      `the fastest of ${RUNS}. Preview: time is computed, in time that only waiting takes; of the installed package so many`,
      "columns are changed, and the measurement fails unless the preview finds just these.",
      `Large package: ${LARGE / MB} MB, one web resource; memory is what the page's process grew by at most.`,
    ],
  };
}

function computedFigures(cost: ReleaseCost): Figure[] {
  const title = `preview, ${number(cost.environment)} components, ${number(cost.changed)} changed`;
  return [
    { name: `${title}: requests`, value: cost.requests, unit: "requests" },
    { name: "  reads, parts of batches counted each", value: cost.reads, unit: "requests" },
    { name: "  layers read", value: cost.layerReads, unit: "components" },
    { name: "  time to the inventory, computed", value: cost.inventory, unit: "ms" },
    { name: "  time to the full answer, computed", value: cost.time, unit: "ms" },
    { name: "  work of this machine, server included", value: cost.worked, unit: "ms", runs: 1 },
    { name: "  heap, at most", value: cost.heap / MB, unit: "MB", runs: 1 },
  ];
}

function growth(name: string, from: ReleaseCost, to: ReleaseCost, of: (cost: ReleaseCost) => number): Figure {
  const aim = from.environment === to.environment ? undefined : atMost(1.1);
  return { name: `growth of the ${name}`, value: of(to) / of(from), unit: "times", ...(aim && { aim }) };
}

function memoryFigures(large: ReadingCost): Figure[] {
  const time: Figure = {
    name: `package of ${LARGE / MB} MB: read in the browser`,
    value: large.time,
    unit: "ms",
    runs: 1,
  };
  const block: Figure = {
    name: "  longest block of the page",
    value: large.longestBlock,
    unit: "ms",
    aim: BLOCK,
    runs: 1,
  };
  if (large.memory === undefined) return [time, block];
  return [
    time,
    block,
    { name: "  extra memory, at most", value: large.memory / MB, unit: "MB", aim: atMost(64), runs: 1 },
  ];
}
