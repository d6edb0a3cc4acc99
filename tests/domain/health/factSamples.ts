import { type Fact, readFact } from "../../../SolutionHealth/domain/health/fact";
import type { StackedComponent } from "../../../SolutionHealth/domain/health/deepFacts";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import { NO_FACTS } from "../../../SolutionHealth/domain/health/noFacts";
import type { RuleId } from "../../../SolutionHealth/domain/health/evidence";
import type { SwitchedPart } from "../../../SolutionHealth/domain/health/workingParts";
import type { EnvironmentInfo } from "../../../SolutionHealth/domain/model/environment";
import type { SolutionOperation } from "../../../SolutionHealth/domain/model/operation";
import type { InstalledSolution, Publisher } from "../../../SolutionHealth/domain/model/solution";
import type { ListedOverride } from "../../../SolutionHealth/domain/overrides/listedOverride";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";
import { operation, solution } from "../solutionSamples";

export const NOW = new Date("2026-02-01T12:00:00Z");
export const READ = new Date("2026-02-01T11:00:00Z");

/** So many days before now. */
export const ago = (days: number): Date => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1_000);

export const known = <T>(value: T): Fact<T> => readFact(value, READ);

export const FAILED: Fact<never> = { status: "failed", failure: { kind: "forbidden" }, readAt: READ };

export const MICROSOFT: Publisher = {
  id: "ms",
  uniqueName: "microsoftdynamics",
  displayName: "Dynamics 365",
  prefix: "msdyn",
};
export const FABRIKAM: Publisher = { id: "f", uniqueName: "fabrikam", displayName: "Fabrikam", prefix: "fab" };

export const A = solution("A", { packageVersion: "9.2" });
export const patch = (name: string, change: Partial<InstalledSolution> = {}): InstalledSolution =>
  solution(name, { parentId: "A", version: "1.0.0.1", packageVersion: "9.2", ...change });

export const production: EnvironmentInfo = {
  organizationId: "org",
  name: "Contoso Prod",
  kind: "production",
  version: "9.2.25112.171",
};

/** Facts with these parts read, and no others. */
export function factsOf(parts: { readonly [P in keyof HealthFacts]?: PartValue<P> | HealthFacts[P] }): HealthFacts {
  const entries = Object.entries(parts).map(([part, value]) => [part, isFact(value) ? value : known(value)]);
  return { ...NO_FACTS, ...(Object.fromEntries(entries) as Partial<HealthFacts>) };
}

type PartValue<P extends keyof HealthFacts> = Extract<HealthFacts[P], { status: "read" }>["value"];

const isFact = (value: unknown): boolean => typeof value === "object" && value !== null && "status" in value;

/** An operation of so many days ago. */
export const done = (name: string, days: number, change: Partial<SolutionOperation> = {}): SolutionOperation =>
  operation(name, {
    id: `${name} ${String(days)}`,
    startedOn: ago(days),
    endedOn: ago(days),
    managed: true,
    suboperation: "Update",
    ...change,
  });

export const uninstalled = (name: string, days: number, change: Partial<SolutionOperation> = {}): SolutionOperation =>
  done(name, days, { operation: "Uninstall", suboperation: "Delete", ...change });

export const flow = (change: Partial<SwitchedPart> = {}): SwitchedPart => ({
  id: "flow",
  type: 29,
  kind: "flow",
  name: "Send mail",
  state: "off",
  shipped: "on",
  solutions: ["A"],
  ...change,
});

export const override = (change: Partial<ListedOverride["facts"]> & Partial<ListedOverride>): ListedOverride => {
  const { state = "real", owner = "A", fingerprint = "f", reason = "changesProperties", ...rest } = change;
  return {
    component: { key: "k", id: "v", type: 26, typeName: "SavedQuery", name: "View", displayName: "View" },
    facts: { state, reason, owner, fingerprint, changed: ["fetchxml"], changedState: [], bookkeeping: [] },
    acceptance: "new",
    ...rest,
  };
};

export const stacked = (...layers: StackedComponent["layers"]): StackedComponent => ({
  id: "c",
  type: 26,
  typeName: "SavedQuery",
  name: "View",
  layers,
});

export const layer = (name: string, ...changes: string[]): StackedComponent["layers"][number] => ({
  solution: name,
  publisher: name,
  kind: name === "System" ? "system" : name === "Active" ? "active" : "managed",
  changes,
});

export const plan = (change: Partial<MaintenancePlan> = {}): MaintenancePlan => ({
  id: "plan",
  solution: "a",
  ...change,
});

/** Facts under which a rule finds something, finds nothing, and cannot tell. */
export interface RuleCase {
  /** What it finds first: evidence, and its severity where that is not the rule's. */
  readonly found: [HealthFacts, evidence: Readonly<Record<string, unknown>>, severity?: string];
  /** Each with why nothing is found. */
  readonly clean: Readonly<Record<string, HealthFacts>>;
  readonly unknown: Readonly<Record<string, HealthFacts>>;
}

export type RuleCases = Partial<Readonly<Record<RuleId, RuleCase>>>;
