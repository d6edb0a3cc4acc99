import type { JobsState, JobsStore, TrackedJob } from "../../SolutionHealth/state/jobs/model";

/** An uninstall that runs, unless told otherwise. */
export function job(number: number, parts: Partial<TrackedJob> = {}): TrackedJob {
  return {
    key: `job ${number}`,
    kind: "uninstall",
    uniqueName: `Solution${number}`,
    displayName: `Solution ${number}`,
    version: "1.0.0.0",
    phase: "running",
    startedAt: new Date("2026-01-02T03:03:00Z"),
    found: false,
    ...parts,
  };
}

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeJobs implements JobsStore {
  readonly uninstall = jest.fn<Promise<TrackedJob>, []>();
  readonly importPackage = jest.fn<Promise<TrackedJob>, []>();
  readonly applyUpgrade = jest.fn<Promise<TrackedJob>, []>();
  readonly giveUp = jest.fn();
  readonly dismiss = jest.fn();
  readonly lookAgain = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();

  private state: JobsState;

  constructor(jobs: readonly TrackedJob[] = []) {
    this.state = { jobs };
  }

  getState = (): JobsState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(jobs: readonly TrackedJob[]): void {
    this.state = { jobs };
    this.listeners.forEach((listener) => listener());
  }
}
