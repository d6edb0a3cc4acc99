import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCheapFacts } from "../../SolutionHealth/dataverse/health/readCheapFacts";
import { readDeepFacts } from "../../SolutionHealth/dataverse/health/readDeepFacts";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import type { HealthReport } from "../../SolutionHealth/domain/health/healthReport";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { compareVersions } from "../../SolutionHealth/domain/version";
import { PlatformFault } from "../../sandbox/engine/fault";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench } from "../sandbox/engine/handMade";

const CORPUS = join(__dirname, "../../../shared/corpus");
const here = existsSync(join(CORPUS, "index.json"));

/** Largest package that takes part; `HEALTH_CORPUS=all` takes all of them, which needs minutes. */
const LARGEST = process.env.HEALTH_CORPUS === "all" ? Infinity : 25_000;

interface Entry {
  readonly file: string;
  readonly size: number;
  readonly UniqueName: string;
  readonly Version: string;
  readonly Managed: "0" | "1";
}

/** In the order in which they were released; of several exports of one version the first. */
function releases(entries: readonly Entry[]): Entry[] {
  const byRelease = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.UniqueName.toLowerCase()} ${entry.Version}`;
    if (entry.Managed === "1" && entry.size <= LARGEST && !byRelease.has(key)) byRelease.set(key, entry);
  }
  return [...byRelease.values()].sort((a, b) => compareVersions(a.Version, b.Version));
}

/** All managed packages that import together. */
function install(entries: readonly Entry[]): Bench {
  const bench = new Bench();
  for (const { file } of releases(entries)) {
    const content = readPackage(new Uint8Array(readFileSync(join(CORPUS, file))));
    try {
      bench.environment.importSolution(bench.request(content), bench.caller);
    } catch (error) {
      if (!(error instanceof PlatformFault)) throw error;
    }
  }
  return bench;
}

async function judged(bench: Bench): Promise<HealthReport> {
  const sandbox = await openSandbox(bench.environment);
  // Just after the last import.
  const last = Math.max(...bench.environment.state.solutions.map(({ modifiedOn }) => Date.parse(modifiedOn)));
  const now = (): Date => new Date(last + 60_000);
  try {
    const cheap = await readCheapFacts({ plans: { status: "absent" } }, sandbox.transport, { now });
    const signal = new AbortController().signal;
    const facts = await readDeepFacts(cheap, sandbox.transport, { now, signal });
    return judgeHealth(
      { ...facts, overrides: { status: "read", value: { rows: [], unread: [] }, readAt: now() } },
      { now: now() },
    );
  } finally {
    await sandbox.close();
  }
}

/** What real packages have that is worth a word, freshly imported and untouched. */
const EXPECTED: ReadonlySet<string> = new Set([
  // Nobody has bound or filled them yet.
  "connectionUnbound",
  "variableEmpty",
  "defaultPublisher",
  // Extensions, and packages that another publisher has exported again, which is refused.
  "layerShadowed",
  "lastOperationFailed",
  "failedRecently",
]);

// Declared either way, so that a run without the packages shows how many tests it left out.
(here ? describe : describe.skip)("real packages, freshly imported together", () => {
  it("are not cried wolf over", async () => {
    const entries = JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8")) as Entry[];
    const report = await judged(install(entries));
    const numbers = [...report.byRule].map(([rule, number]) => `${rule} ${number}`).join(", ");
    process.stdout.write(`health of ${report.solutions.size} real solutions: ${numbers}\n`);
    const unexpected = report.findings.filter(({ ruleId }) => !EXPECTED.has(ruleId));
    expect(unexpected.map(({ ruleId, solution, evidence }) => ({ ruleId, solution, evidence }))).toEqual([]);
    expect(report.unknowns.filter(({ part }) => part !== "plans")).toEqual([]);
  }, 600_000);
});
