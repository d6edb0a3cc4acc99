import { RULES } from "../../SolutionHealth/domain/health/rules";
import type { HealthReport } from "../../SolutionHealth/domain/health/healthReport";
import type { Environment } from "../../sandbox/engine/contract";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { AILMENTS } from "../../sandbox/start/ailments/ailments";
import { Healer } from "../../sandbox/start/ailments/healer";
import { copyOf } from "../../sandbox/store/stateFile";
import type { EnvironmentState } from "../../sandbox/store/model";
import { ailingDemo, judged, root } from "./ailingDemo";

let ill: EnvironmentState;
beforeAll(async () => {
  ill = copyOf((await ailingDemo()).state);
}, 120_000);

const openCopy = (): Environment => createEnvironment(copyOf(ill));

/** Rules with open findings. */
const rulesOf = ({ findings }: HealthReport): string[] => [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
const all = RULES.map(({ id }) => id).sort();

describe("the ailing demo", () => {
  it("shows at least one finding of every rule, over the Web API", async () => {
    const report = await judged(openCopy());
    expect(rulesOf(report)).toEqual(all);
    expect(report.state).toBe("atRisk");
  }, 120_000);

  it("has a step for every rule", () => {
    expect(AILMENTS.flatMap(({ shows }) => shows).sort()).toEqual(all);
    expect(new Set(AILMENTS.map(({ id }) => id)).size).toBe(AILMENTS.length);
  });

  it("loses the findings with their steps, and is healthy in the end", async () => {
    const environment = openCopy();
    const healer = new Healer(environment, root);
    const half = AILMENTS.slice(0, Math.floor(AILMENTS.length / 2));
    const problems = [];
    for (const { id } of half) problems.push((await healer.heal(id))?.problem);
    const halfway = rulesOf(await judged(environment));
    expect(halfway).toEqual(all.filter((rule) => !half.some(({ shows }) => shows.includes(rule))));
    while (healer.remaining.length > 0) problems.push((await healer.heal())?.problem);
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
    expect(await judged(environment)).toMatchObject({ state: "healthy", findings: [], unknowns: [] });
  }, 120_000);
});
