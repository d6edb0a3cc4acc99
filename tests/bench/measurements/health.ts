import { HEALTH_SIZES, measureHealth, type HealthCost } from "../healthReading";
import { LATENCY, LAYER_LATENCY } from "../latency";
import { atMost, type Figure, type Measurement } from "../measurement";

/** What the landing page asks of a large environment, at first and on request. */
export const health: Measurement = {
  name: "health",
  title:
    `Health of ${HEALTH_SIZES.solutions} managed solutions with ${HEALTH_SIZES.components.toLocaleString("en-US")} ` +
    `components at ${LATENCY} ms a call, ${LAYER_LATENCY} ms a layer call`,
  async measure() {
    const { cheap, deep, rules, standings, judgements } = await measureHealth();
    return {
      figures: [
        { name: "cheap part: requests", value: cheap.requests, unit: "requests", aim: atMost(12) },
        { name: "  round trips in sequence", value: cheap.depth, unit: "round trips", aim: atMost(3) },
        { name: "  until the first answer, computed", value: cheap.first, unit: "ms" },
        { name: "  until the full answer, computed", value: cheap.time, unit: "ms" },
        { name: "  judged on the way", value: judgements, unit: "times" },
        { name: "  the rules alone, all parts read, fastest", value: rules, unit: "ms", runs: 5 },
        { name: "  standings of all solutions by one report, fastest", value: standings, unit: "ms", runs: 5 },
        ...deepFigures(deep),
      ],
      notes: [
        "With one call more for plans and decisions where the environment keeps them. Deep: shipped states, missing " +
          "dependencies, unmanaged components and shared layers; overrides are measured by themselves.",
        "Computed: the product's own code against the sandbox's Web API with its service protection, in time that only " +
          "waiting takes.",
      ],
    };
  },
};

const deepFigures = ({ requests, layerReads, atOnce, time }: HealthCost): Figure[] => [
  { name: "deep part: requests", value: requests, unit: "requests" },
  { name: "  layers read", value: layerReads, unit: "components" },
  { name: "  under way at once, at most", value: atOnce, unit: "requests", aim: atMost(51) },
  { name: "  time of the answers alone, computed", value: time, unit: "ms" },
];
