import type { DependentsState, DependentsStore } from "../../SolutionHealth/state/dependents/model";

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeDependents implements DependentsStore {
  readonly read = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();
  private state: DependentsState = new Map();

  getState = (): DependentsState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(state: DependentsState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
