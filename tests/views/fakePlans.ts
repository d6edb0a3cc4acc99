import type { PlanState, PlanStore } from "../../SolutionHealth/state/plan/model";

/** Plans that a test says are there, and what was asked of them. */
export class FakePlans implements PlanStore {
  readonly asked: (readonly unknown[])[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private state: PlanState = { status: "absent", plans: [], missing: [], saving: new Map() }) {}

  set(part: Partial<PlanState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  getState = (): PlanState => this.state;
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  refresh = (): void => void this.asked.push(["refresh"]);
  save: PlanStore["save"] = (...given) => void this.asked.push(["save", ...given]);
  remove: PlanStore["remove"] = (...given) => void this.asked.push(["remove", ...given]);
  makePlans: PlanStore["makePlans"] = (...given) => void this.asked.push(["makePlans", ...given]);
  forget: PlanStore["forget"] = (...given) => void this.asked.push(["forget", ...given]);
  closeMaking = (): void => void this.asked.push(["closeMaking"]);
  dispose = (): void => undefined;
}
