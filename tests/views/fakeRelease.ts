import type { ReleaseState, ReleaseStore } from "../../SolutionHealth/state/releases/model";

const NOTHING: ReleaseState = {
  files: [],
  preview: { status: "idle" },
  choice: { ways: new Map(), overwrite: false },
  counts: new Map(),
  reportSaved: false,
  import: { open: false, checks: new Map(), values: new Map(), activates: true, run: { status: "none" } },
};

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeRelease implements ReleaseStore {
  readonly addFiles = jest.fn();
  readonly removeFile = jest.fn();
  readonly refresh = jest.fn();
  readonly readRest = jest.fn();
  readonly cancel = jest.fn();
  readonly show = jest.fn();
  readonly chooseWay = jest.fn();
  readonly setOverwrite = jest.fn();
  readonly countData = jest.fn();
  readonly saveReport = jest.fn<void, Parameters<ReleaseStore["saveReport"]>>();
  readonly openImport = jest.fn();
  readonly closeImport = jest.fn();
  readonly check = jest.fn();
  readonly giveValue = jest.fn();
  readonly setActivates = jest.fn();
  readonly run = jest.fn();
  readonly applyStaged = jest.fn();
  readonly apply = jest.fn();
  readonly leaveStaged = jest.fn();
  readonly finish = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();
  private state: ReleaseState;

  constructor(state: Partial<ReleaseState> = {}) {
    this.state = { ...NOTHING, ...state };
  }

  getState = (): ReleaseState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(part: Partial<ReleaseState>): void {
    this.state = { ...this.state, ...part };
    this.listeners.forEach((listener) => listener());
  }
}
