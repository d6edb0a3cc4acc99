import type { EnvironmentInfo } from "../model/environment";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import type { MaintenancePlan } from "../plan/maintenancePlan";
import type { DependencyReading, LooseComponent, OverrideScanResult, StackReading } from "./deepFacts";
import type { Fact } from "./fact";
import type { ConnectionReference, EnvironmentVariable, SwitchedPart } from "./workingParts";

/** Everything the rules read. Each part is there, or says why it is not, by itself. */
export interface HealthFacts {
  readonly environment: Fact<EnvironmentInfo>;
  /** All of them: invisible and unmanaged ones too. */
  readonly solutions: Fact<readonly InstalledSolution[]>;
  readonly history: Fact<readonly SolutionOperation[]>;
  /** Managed plug-in steps that are off. */
  readonly steps: Fact<readonly SwitchedPart[]>;
  /** Managed processes and flows that are off. */
  readonly processes: Fact<readonly SwitchedPart[]>;
  /** Managed processes and flows that are on and whose owner is disabled. */
  readonly owners: Fact<readonly SwitchedPart[]>;
  /** Managed duplicate detection rules, SLAs, record creation and routing rules that are off. */
  readonly serviceRules: Fact<readonly SwitchedPart[]>;
  /** Managed connection references. */
  readonly connections: Fact<readonly ConnectionReference[]>;
  /** Managed environment variables without a default value. */
  readonly variables: Fact<readonly EnvironmentVariable[]>;
  readonly plans: Fact<readonly MaintenancePlan[]>;
  /** Deep. */
  readonly overrides: Fact<OverrideScanResult>;
  /** Deep. */
  readonly stacks: Fact<StackReading>;
  /** Deep: unmanaged components that no managed solution holds. */
  readonly unmanaged: Fact<readonly LooseComponent[]>;
  /** Deep: by lower-case unique name of solution. */
  readonly dependencies: Fact<ReadonlyMap<string, DependencyReading>>;
}

export type FactPart = keyof HealthFacts;

/** Parts that a few calls bring for the whole environment. */
export const CHEAP_PARTS = [
  "environment",
  "solutions",
  "history",
  "steps",
  "processes",
  "owners",
  "serviceRules",
  "connections",
  "variables",
  "plans",
] as const satisfies readonly FactPart[];

/** Parts that need a look at each component or each solution: read on request. */
export const DEEP_PARTS = ["overrides", "stacks", "unmanaged", "dependencies"] as const satisfies readonly FactPart[];

export type DeepPart = (typeof DEEP_PARTS)[number];
