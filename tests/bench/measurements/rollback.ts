import { LATENCY, LAYER_LATENCY } from "../latency";
import { largeSizes } from "../largeEnvironment";
import { atMost, type Figure, type Measurement } from "../measurement";
import { type RollbackEnvironment, rollbackEnvironment } from "../rollbackEnvironment";
import { computeOneByOne, computePreview, type RollbackCost } from "../rollbackReading";

const SIZES = [300, 1_000, 3_000] as const;
const MB = 1_000_000;
/** Percent of the calls of reading every layer and every dependency. */
const AIM = atMost(15);

interface Measured {
  readonly environment: RollbackEnvironment;
  readonly cost: RollbackCost;
}

/** The product's preview of an uninstall beside the way of today's tools, which ask for each component. */
export const rollback: Measurement = {
  name: "rollback",
  title:
    `Preview of an uninstall among ${largeSizes.components.toLocaleString("en-US")} components of ` +
    `${largeSizes.solutions} solutions at ${LATENCY} ms a call, ${LAYER_LATENCY} ms a layer call`,
  async measure() {
    const previews: Measured[] = [];
    for (const size of SIZES) {
      const environment = rollbackEnvironment(size);
      previews.push({ environment, cost: await computePreview(environment) });
    }
    const [small, , large] = previews;
    if (!small || !large) throw new Error("There is nothing to compare.");
    const oneByOne = await computeOneByOne(large.environment);
    return {
      figures: [
        ...figuresOf("one by one, 20 at once", large.environment.size, oneByOne),
        ...previews.flatMap(({ environment, cost }) => figuresOf("preview", environment.size, cost)),
        ...shares(large.cost, oneByOne),
        ...growth(small, large),
      ],
      notes: notesOn(large.environment),
    };
  },
};

function figuresOf(name: string, size: number, cost: RollbackCost): Figure[] {
  return [
    { name: `${name}, ${size.toLocaleString("en-US")} components: requests`, value: cost.requests, unit: "requests" },
    { name: "  reads, parts of batches counted each", value: cost.reads, unit: "requests" },
    { name: "  layers read", value: cost.layerReads, unit: "components" },
    { name: "  time, computed", value: cost.time, unit: "ms" },
    { name: "  work of this machine, server included", value: cost.worked, unit: "ms", runs: 1 },
    { name: "  heap, at most", value: cost.heap / MB, unit: "MB", runs: 1 },
    { name: "  answers 429", value: cost.throttled, unit: "requests" },
  ];
}

function shares(preview: RollbackCost, oneByOne: RollbackCost): Figure[] {
  const share = (part: number, whole: number): number => (100 * part) / whole;
  return [
    { name: "share of the requests", value: share(preview.requests, oneByOne.requests), unit: "%", aim: AIM },
    { name: "share of the reads", value: share(preview.reads, oneByOne.reads), unit: "%", aim: AIM },
    { name: "share of the time", value: share(preview.time, oneByOne.time), unit: "%", aim: AIM },
  ];
}

/** Times as much for so many times the components: linear is the same, less is better. */
function growth(small: Measured, large: Measured): Figure[] {
  const aim = atMost(large.environment.size / small.environment.size);
  const times = (of: (cost: RollbackCost) => number): number => of(large.cost) / of(small.cost);
  const from = `${String(small.environment.size)} to ${large.environment.size.toLocaleString("en-US")} components`;
  return [
    { name: `growth of the requests from ${from}`, value: times(({ requests }) => requests), unit: "times", aim },
    { name: "  of the reads", value: times(({ reads }) => reads), unit: "times", aim },
    { name: "  of the time", value: times(({ time }) => time), unit: "times", aim },
    { name: "  of the work of this machine", value: times(({ worked }) => worked), unit: "times" },
  ];
}

const notesOn = ({ size, shared, platform, dependents }: RollbackEnvironment): string[] => [
  `Of ${size.toLocaleString("en-US")} components ${shared} are customized by another solution as well and ${platform} are the ` +
    `platform's, so that their layers decide; ${dependents} components of other solutions need some of them. Each preview ` +
    "says exactly what becomes of all of them, or the measurement fails.",
  "Time is computed: the product's transport and the sandbox with its service protection, in time that only waiting " +
    "takes. One by one asks for the layers and for the dependencies of each component, as today's tools do; the server's " +
    "own time for a dependency call is taken to be that of any call.",
];
