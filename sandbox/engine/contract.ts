import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Properties } from "../../SolutionHealth/domain/model/property";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import type { EnvironmentReader } from "../store/environmentStore";
import type { EnvironmentState, Row, StoredComponent } from "../store/model";
import type { PlatformFault } from "./fault";

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

/** An operation of which the history is to say that it runs. */
export type AnnouncedOperation =
  | { readonly kind: "import" | "stageAndUpgrade"; readonly request: ImportRequest }
  | { readonly kind: "uninstall" | "deleteAndPromote"; readonly uniqueName: string }
  | ({ readonly kind: "foreign" } & ForeignOperation);

/** Somebody else's operation, on a solution that need not be here: all it leaves is its row of the history. */
export interface ForeignOperation {
  readonly operation: "import" | "uninstall";
  readonly uniqueName: string;
  readonly version: string;
  readonly publisherName: string;
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
  /** Indexed look-ups over the same state, for what would otherwise read whole arrays. */
  readonly store: EnvironmentReader;
  /** Called after each change, for saving. */
  onChange(listener: () => void): () => void;

  importSolution(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  stageAndUpgrade(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  /** @param uniqueName base name, without `_Upgrade`. */
  deleteAndPromote(uniqueName: string, caller: Caller, progress?: ProgressListener): { solutionId: Guid };
  uninstallSolution(uniqueName: string, caller: Caller, progress?: ProgressListener): void;
  /**
   * Writes into the history that an operation is Started (§5.1), before it takes effect: jobs take a while. The operation
   * itself, called with the same activity, ends the row. Without a name to write it under (a zip nobody can read, a
   * solution that is not there) nothing is written. The uninstall of a base has a row for each of its patches too.
   */
  announce(operation: AnnouncedOperation, caller: Caller): void;
  /**
   * Ends rows that are still Started, as failed with this fault.
   * @param activityId of one operation; undefined = of all, after a restart.
   */
  settle(fault: PlatformFault, activityId?: Guid): void;
  /**
   * Ends an import that broke off for no fault of the package: nothing is changed, import job and history tell of it.
   * @param progress that it had reached, 0 to 100 @throws PlatformFault for a zip that cannot be read
   */
  breakOff(
    operation: AnnouncedOperation & { readonly kind: "import" | "stageAndUpgrade" },
    fault: PlatformFault,
    progress: number,
    caller: Caller,
  ): void;
  /** Ends the Started rows of a foreign operation, as succeeded. */
  conclude(activityId: Guid): void;
  /** Dates everything that the history says of these solutions back by so many days: a story in which time passes. */
  ageHistory(uniqueNames: readonly string[], days: number): void;
  /** Validates and keeps the upload; installs nothing. @returns the body of `StageSolutionResults` (§6.3). */
  stageSolution(content: Uint8Array, caller: Caller): Row;

  /**
   * Members of a solution as a person sees them: its rows, plus everything of the tables that an unmanaged solution
   * holds with behaviour 0 (§2.1), everything for Default, and what has an Active layer for Active.
   */
  componentsOf(solutionId: Guid): StoredComponent[];

  /** Dependency rows (§7) that block uninstalling the solution; lacks `dependencyid`. */
  dependenciesForUninstall(uniqueName: string): Row[];
  /** Dependency rows of what a solution needs and does not hold itself. @throws PlatformFault 404 */
  missingDependencies(uniqueName: string): Row[];
  dependenciesForDelete(componentId: Guid, componentType: number): Row[];
  dependentComponents(componentId: Guid, componentType: number): Row[];
  requiredComponents(componentId: Guid, componentType: number): Row[];

  /**
   * Sets properties of a component in its Active layer, creating it when needed: an ordinary edit by a person.
   * @param solution unique name of an unmanaged solution that the component joins (`mscrm.solutionuniquename`, §16).
   */
  customize(componentId: Guid, properties: Row, caller: Caller, solution?: string): void;
  /** Gives a component's row to another user. No layer says whose it is. @throws PlatformFault 404 */
  assignOwner(componentId: Guid, userId: Guid, caller: Caller): void;
  /**
   * Gives an environment variable a value by hand, in the Active layer.
   * @returns the value's id @throws PlatformFault 404 without the definition, 412 when it has a value
   */
  createVariableValue(definitionId: Guid, value: string, caller: Caller): Guid;
  /** Lets a user sign in, or no more. @throws PlatformFault 404 */
  setUserDisabled(userId: Guid, disabled: boolean): void;
  /**
   * Takes the Active layer off (`RemoveActiveCustomizations`, §6.1). Without an Active layer nothing happens; where
   * Active is the only layer, the component is deleted.
   */
  removeActiveLayer(componentId: Guid, caller: Caller): void;
  /** Effective properties: the topmost layer that sets a property wins; merge types are merged (§8.1). */
  effectiveProperties(componentId: Guid): Row;
  /**
   * For each effective property the unique name of the layer that gave it its present value: the topmost layer that
   * changes it. A managed layer that only restates what lies below changes nothing.
   */
  propertyOrigins(componentId: Guid): Record<string, string>;
  /** Effective child collections: options of all layers together, anything else from the topmost layer (§8.1). */
  effectiveChildren(componentId: Guid): Record<string, Properties[]>;
  /** Ordinary rows of a table (its data), for tables that packages create: logical name in. */
  rowsOf(table: string): readonly Row[];
  setRowCount(table: string, count: number): void;
  /**
   * Adds a row of an ordinary table. The server has checked the values; ids, times, owner and version are added here.
   * @throws PlatformFault 404 without such a table, 412 when the id is taken
   */
  createRow(table: string, values: Row, caller: Caller): Row;
  /** @throws PlatformFault 404 when there is no such row */
  updateRow(table: string, id: Guid, values: Row, caller: Caller): void;
  /** @throws PlatformFault 404 when there is no such row */
  deleteRow(table: string, id: Guid, caller: Caller): void;
}

/** Turns time and ids into something tests can hold still, and settles what no document settles. */
export interface EngineOptions {
  readonly now?: () => Date;
  /** Rows that a newly created table gets, the same for all or by its logical name; default 7. */
  readonly rowsPerTable?: number | ((table: string) => number);
  /** Reads a zip; default the product's own reader. Throws `PackageError`. */
  readonly read?: (content: Uint8Array) => SolutionPackage;
  /**
   * What to do with a `<MissingDependency>` that this environment lacks. A real environment has hundreds of first-party
   * solutions, this one has none, so real packages could never be installed: by default such components are taken as
   * the platform's own and created in the System layer. Either way an absent component of a solution that *is*
   * installed refuses the import.
   */
  readonly missingDependencies?: "refuse" | "createSystem";
  /** What `importjobs.progress` says of an import that succeeded: it may end below 100 (§5.3). Default 100. */
  readonly finalProgress?: number;
  /** Plain import of a managed package whose version is not higher than the installed one: unconfirmed (§6.4). */
  readonly lowerOrEqualUpdate?: "accept" | "refuse";
  /**
   * Upgrade that drops a component whose base layer it owns while another publisher's layer lies above. §8.3: the base
   * passes on; one field report (§6.5, coe#8838) shows the base-layer refusal of an uninstall instead.
   */
  readonly upgradeOfSharedBase?: "passes" | "refuse";
  /**
   * Deletion of a table's last active main form while inactive ones stay. Documented is that the last one that remains
   * cannot be deleted, and that the last active one cannot be switched off: this lies between. Default "goes".
   */
  readonly inactiveFormsLeft?: "goes" | "refuse";
  /**
   * Share, 0 to 1, of the components of a managed import that get an Active layer which changes nothing, or only
   * bookkeeping (§4.5: 141 of 142 in one real environment). Which ones depends on their ids alone. Default 0.
   */
  readonly phantomShare?: number;
}
