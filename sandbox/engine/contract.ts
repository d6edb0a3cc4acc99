import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentState, Row } from "../store/model";

/** Who asks, and which job or request it belongs to. */
export interface Caller {
  readonly userId: Guid;
  /** Becomes `msdyn_activityid` of the history row: the asyncoperation's id for jobs. */
  readonly activityId: Guid;
  readonly correlationId: Guid;
}

export interface ImportRequest {
  /** The zip. */
  readonly content: Uint8Array;
  readonly importJobId: Guid;
  readonly overwriteUnmanagedCustomizations: boolean;
  readonly publishWorkflows: boolean;
  /** Stage for upgrade: creates `<name>_Upgrade` (fact sheet §1.4). */
  readonly holdingSolution: boolean;
  /** Connection references and environment variable values, as the client sent them. */
  readonly componentParameters: readonly Row[];
}

/** What a solution operation tells its job while it goes on: 0 to 100. */
export type ProgressListener = (percent: number, phase: string) => void;

/**
 * What an environment really does. Synchronous and atomic: an operation that throws `PlatformFault` has changed
 * nothing but its history row and its import job. Written from the fact sheet alone; shares no rule with the product.
 */
export interface Environment {
  /** Live, read-only view for the Web API. */
  readonly state: Readonly<EnvironmentState>;
  /** Called after each change, for saving. */
  onChange(listener: () => void): () => void;

  importSolution(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  stageAndUpgrade(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  /** @param uniqueName base name, without `_Upgrade`. */
  deleteAndPromote(uniqueName: string, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  uninstallSolution(uniqueName: string, caller: Caller, progress?: ProgressListener): void;
  /** Validates and keeps the upload; installs nothing. @returns the body of `StageSolutionResults` (§6.3). */
  stageSolution(content: Uint8Array, caller: Caller): Row;

  /** Dependency rows (§7) that block uninstalling the solution; lacks `dependencyid`. */
  dependenciesForUninstall(uniqueName: string): Row[];
  dependenciesForDelete(componentId: Guid, componentType: number): Row[];
  dependentComponents(componentId: Guid, componentType: number): Row[];
  requiredComponents(componentId: Guid, componentType: number): Row[];

  /** Sets properties of a component in its Active layer, creating it when needed: an ordinary edit by a person. */
  customize(componentId: Guid, properties: Row, caller: Caller): void;
  /** Effective properties: the topmost layer that sets a property wins; merge types are merged (§8.1). */
  effectiveProperties(componentId: Guid): Row;
  /** Ordinary rows of a table (its data), for tables that packages create: logical name in. */
  rowsOf(table: string): readonly Row[];
  setRowCount(table: string, count: number): void;
}

/** Turns time and ids into something tests can hold still. */
export interface EngineOptions {
  readonly now?: () => Date;
  /** Rows that a newly created table gets; default 7. */
  readonly rowsPerTable?: number;
}
