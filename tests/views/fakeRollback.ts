import type { RollbackState, RollbackStore } from "../../SolutionHealth/state/rollbacks/model";

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeRollback implements RollbackStore {
  readonly preview = jest.fn();
  readonly cancel = jest.fn();
  readonly countData = jest.fn();
  readonly saveReport = jest.fn<void, Parameters<RollbackStore["saveReport"]>>();
  readonly run = jest.fn();
  readonly close = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();

  constructor(private state: RollbackState = { status: "idle" }) {}

  getState = (): RollbackState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(state: RollbackState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
