import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Resource } from "../model";

/** What needs a component now, by the component's key, read on demand. */
export type DependentsState = ReadonlyMap<ComponentKey, Resource<readonly RollbackComponent[]>>;

/** Methods never throw: what goes wrong is in the state. */
export interface DependentsStore {
  getState(): DependentsState;
  subscribe(listener: () => void): () => void;
  /** Reads anew. */
  read(component: RollbackComponent): void;
  dispose(): void;
}
