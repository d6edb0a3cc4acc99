import { readFact } from "../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import type { HealthReport } from "../../SolutionHealth/domain/health/healthReport";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import { NO_FACTS } from "../../SolutionHealth/domain/health/noFacts";
import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";

/** A managed, visible solution; its id is its unique name, unless told otherwise. */
export const solution = (uniqueName: string, change: Partial<InstalledSolution> = {}): InstalledSolution => ({
  id: uniqueName,
  uniqueName,
  displayName: uniqueName,
  version: "1.0.0.0",
  managed: true,
  visible: true,
  packageVersion: "9.2.0.0",
  publisher: { id: "p", uniqueName: "contoso", displayName: "Contoso", prefix: "cts" },
  ...change,
});

export const operation = (uniqueName: string, change: Partial<SolutionOperation> = {}): SolutionOperation => ({
  id: `${uniqueName} ${change.startedOn?.getTime() ?? ""}`,
  solutionUniqueName: uniqueName,
  solutionName: uniqueName,
  version: "1.0.0.0",
  publisherName: "Contoso",
  operation: "Import",
  suboperation: "Update",
  status: "completed",
  result: "succeeded",
  ...change,
});

export const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

const AT = day(28);
const NOTHING = readFact([], AT);

/** All that is cheap has been read, and nothing else. @param history undefined: it could not be read */
export const cheapFacts = (
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[] | undefined = [],
): HealthFacts => ({
  ...NO_FACTS,
  environment: readFact(
    { organizationId: "o", environmentId: "e", name: "Contoso", kind: "sandbox", version: "9.2.1" },
    AT,
  ),
  solutions: readFact(solutions, AT),
  history: history ? readFact(history, AT) : { status: "failed", failure: { kind: "server" }, readAt: AT },
  steps: NOTHING,
  processes: NOTHING,
  owners: NOTHING,
  serviceRules: NOTHING,
  connections: NOTHING,
  variables: NOTHING,
  plans: { status: "absent" },
});

/** What the rules say of that. */
export const cheapReport = (
  solutions: readonly InstalledSolution[],
  history?: readonly SolutionOperation[],
): HealthReport => judgeHealth(cheapFacts(solutions, history), { now: AT });
