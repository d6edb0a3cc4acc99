import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { EnvironmentStore } from "../store/environmentStore";
import type { EnvironmentState, Row } from "../store/model";
import { ageHistory } from "./ageHistory";
import { announce } from "./announce";
import { utcText } from "./clock";
import type {
  AnnouncedOperation,
  Caller,
  EngineOptions,
  Environment,
  ImportRequest,
  ProgressListener,
} from "./contract";
import { customize, removeActiveLayer } from "./customize";
import { createRow, deleteRow, updateRow } from "./dataRows";
import {
  dependenciesForDelete,
  dependenciesForUninstall,
  dependentComponents,
  missingDependencies,
  requireComponent,
  requiredComponents,
} from "./dependencyRows";
import { effectiveChildren, effectiveProperties, propertyOrigins } from "./effective";
import { notFound } from "./faults";
import type { PlatformFault } from "./fault";
import { aboutSolution, concludeHistory, Operation, recordHistory, settleHistory, Suboperation } from "./history";
import { asFault, breakOff, runImport } from "./importOperations";
import { createVariableValue } from "./componentParameters";
import { addToUnmanaged, requireUnmanaged } from "./memberships";
import { promote } from "./promote";
import { assignOwner, setUserDisabled } from "./users";
import { resolveOptions } from "./resolveOptions";
import { componentsOf } from "./solutionMembers";
import { stageSolution } from "./stageSolution";
import { setRowCount } from "./tableRows";
import { uninstall } from "./uninstall";
import { startWork, type ResolvedOptions, type Work } from "./work";

/**
 * An environment over this state, which it takes over: a caller who needs the state as it was keeps a copy.
 * Operations throw `PlatformFault` and nothing else.
 */
export function createEnvironment(state: EnvironmentState, options: EngineOptions = {}): Environment {
  return new SandboxEnvironment(new EnvironmentStore(state), resolveOptions(options));
}

const NO_ROWS: readonly Row[] = [];

class SandboxEnvironment implements Environment {
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly store: EnvironmentStore,
    private readonly options: ResolvedOptions,
  ) {}

  get state(): Readonly<EnvironmentState> {
    return this.store.state;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  importSolution(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid } {
    return this.telling(() =>
      runImport(this.work(caller, progress), request, request.holdingSolution ? "stage" : "import"),
    );
  }

  stageAndUpgrade(request: ImportRequest, caller: Caller, progress?: ProgressListener): { solutionId: Guid } {
    return this.telling(() => runImport(this.work(caller, progress), request, "upgrade"));
  }

  deleteAndPromote(uniqueName: string, caller: Caller, progress?: ProgressListener): { solutionId: Guid } {
    const work = this.work(caller, progress);
    return this.recorded(work, uniqueName, Suboperation.Upgrade, () => {
      const { solution, history } = promote(work, uniqueName);
      return { answer: { solutionId: solution.id }, history };
    });
  }

  uninstallSolution(uniqueName: string, caller: Caller, progress?: ProgressListener): void {
    const work = this.work(caller, progress);
    this.recorded(work, uniqueName, Suboperation.None, () => ({
      answer: undefined,
      history: uninstall(work, uniqueName),
    }));
  }

  announce(operation: AnnouncedOperation, caller: Caller): void {
    this.telling(() => announce(this.work(caller), operation));
  }

  settle(fault: PlatformFault, activityId?: Guid): void {
    this.telling(() => settleHistory(this.store, utcText(this.options.now()), fault, activityId));
  }

  breakOff(...[operation, fault, progress, caller]: Parameters<Environment["breakOff"]>): void {
    const { request, kind } = operation;
    const way = kind === "stageAndUpgrade" ? "upgrade" : request.holdingSolution ? "stage" : "import";
    this.telling(() => breakOff(this.work(caller), request, way, fault, progress));
  }

  conclude(activityId: Guid): void {
    this.telling(() => concludeHistory(this.store, utcText(this.options.now()), activityId));
  }

  readonly ageHistory: Environment["ageHistory"] = (...about) => this.telling(() => ageHistory(this.store, ...about));

  stageSolution(content: Uint8Array, caller: Caller): Row {
    return this.telling(() => {
      const work = this.work(caller);
      try {
        return stageSolution(work, this.options.read(content), content);
      } catch (error) {
        throw asFault(error);
      }
    });
  }

  componentsOf(solutionId: Guid): ReturnType<Environment["componentsOf"]> {
    return componentsOf(this.store, solutionId);
  }

  dependenciesForUninstall(uniqueName: string): Row[] {
    return dependenciesForUninstall(this.store, uniqueName);
  }

  missingDependencies(uniqueName: string): Row[] {
    return missingDependencies(this.store, uniqueName);
  }

  dependenciesForDelete(componentId: Guid, componentType: number): Row[] {
    return dependenciesForDelete(this.store, componentId, componentType);
  }

  dependentComponents(componentId: Guid, componentType: number): Row[] {
    return dependentComponents(this.store, componentId, componentType);
  }

  requiredComponents(componentId: Guid, componentType: number): Row[] {
    return requiredComponents(this.store, componentId, componentType);
  }

  customize(componentId: Guid, properties: Row, caller: Caller, solution?: string): void {
    this.telling(() => {
      const work = this.work(caller);
      const joined = solution === undefined ? undefined : requireUnmanaged(this.store, solution);
      customize(work, requireComponent(this.store, componentId), properties);
      if (joined) addToUnmanaged(work, joined, requireComponent(this.store, componentId));
    });
  }

  assignOwner(componentId: Guid, ownerId: Guid, caller: Caller): void {
    this.telling(() => assignOwner(this.work(caller), requireComponent(this.store, componentId), ownerId));
  }

  createVariableValue(definitionId: Guid, value: string, caller: Caller): Guid {
    return this.telling(() => createVariableValue(this.work(caller), definitionId, value));
  }

  setUserDisabled(userId: Guid, disabled: boolean): void {
    this.telling(() => setUserDisabled(this.store, userId, disabled));
  }

  removeActiveLayer(componentId: Guid, caller: Caller): void {
    this.telling(() => removeActiveLayer(this.work(caller), requireComponent(this.store, componentId)));
  }

  effectiveProperties(componentId: Guid): Row {
    return effectiveProperties(requireComponent(this.store, componentId));
  }

  propertyOrigins(componentId: Guid): Record<string, string> {
    return propertyOrigins(requireComponent(this.store, componentId));
  }

  effectiveChildren(componentId: Guid): ReturnType<Environment["effectiveChildren"]> {
    return effectiveChildren(requireComponent(this.store, componentId));
  }

  rowsOf(table: string): readonly Row[] {
    return this.state.rows[table] ?? NO_ROWS;
  }

  createRow(table: string, values: Row, caller: Caller): Row {
    return this.telling(() => createRow(this.work(caller), table, values));
  }

  updateRow(table: string, id: Guid, values: Row, caller: Caller): void {
    this.telling(() => updateRow(this.work(caller), table, id, values));
  }

  deleteRow(table: string, id: Guid, caller: Caller): void {
    this.telling(() => deleteRow(this.work(caller), table, id));
  }

  setRowCount(table: string, count: number): void {
    if (!this.state.rows[table]) throw notFound(`Table ${table}`);
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${String(count)} is not a number of rows.`);
    this.telling(() => setRowCount(this.store, table, count));
  }

  private work(caller: Caller, progress?: ProgressListener): Work {
    return startWork(this.store, this.options, caller, progress);
  }

  /** One operation on an installed solution: a transaction, and the history whether it succeeds or not. */
  private recorded<T>(
    work: Work,
    uniqueName: string,
    suboperation: number,
    operation: () => { answer: T; history: Parameters<typeof recordHistory>[1][] },
  ): T {
    return this.telling(() => {
      const solution = this.store.solutionNamed(uniqueName);
      try {
        const { answer, history } = this.store.transaction(operation);
        for (const subject of history) recordHistory(work, subject);
        return answer;
      } catch (error) {
        const fault = asFault(error);
        if (solution) {
          const kind = { operation: Operation.Uninstall, suboperation };
          recordHistory(work, aboutSolution(this.store, solution, kind), fault);
        }
        throw fault;
      }
    });
  }

  /** Listeners hear of failures too: they leave a history row. */
  private telling<T>(operation: () => T): T {
    try {
      return operation();
    } finally {
      for (const listener of this.listeners) listener();
    }
  }
}
