import { basename } from "node:path";
import { runChild, type ChildReport } from "../child/runChild";
import { atMost, type Measurement } from "../measurement";
import { CORPUS_ABSENT, corpusPackages } from "../repository";
import { best } from "../statistics";

const RUNS = 5;
const MB = 1_000_000;

/** The largest real package into an empty environment, each time in a process of its own. */
export const importPackage: Measurement = {
  name: "import",
  title: "Import of the largest real package",
  async measure() {
    const [largest] = corpusPackages();
    if (!largest) return { figures: [], notes: [CORPUS_ABSENT] };
    const runs: ChildReport<"import">[] = [];
    while (runs.length < RUNS) runs.push(await runChild("import", { zip: largest.path }));
    const fastest = best(runs, ({ read, install }) => read + install);
    const leanest = best(runs, ({ memory }) => memory.peak);
    return {
      figures: [
        { name: "import", value: fastest.read + fastest.install, unit: "ms", aim: atMost(3000), runs: RUNS },
        { name: "  of it: reading the package", value: fastest.read, unit: "ms", runs: RUNS },
        { name: "  of it: installing it", value: fastest.install, unit: "ms", runs: RUNS },
        { name: "peak memory of the process", value: leanest.memory.peak / MB, unit: "MB", runs: RUNS },
        { name: "  of it: before the import", value: leanest.memory.before / MB, unit: "MB", runs: RUNS },
        { name: "components in the environment", value: fastest.components, unit: "components" },
      ],
      notes: [
        `${basename(largest.path)}, ${(largest.customizationsBytes / MB).toFixed(1)} MB of customizations. ` +
          `Fastest of ${RUNS} fresh processes; memory of the leanest.`,
      ],
    };
  },
};
