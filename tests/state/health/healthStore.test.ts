import { mocked } from "../../mocked";
import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { NOT_ASKED, readFact } from "../../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import type { AcceptedFinding } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import type { HealthSnapshot, SnapshotContent } from "../../../SolutionHealth/domain/plan/healthSnapshot";
import { createHealthStore } from "../../../SolutionHealth/state/health/healthStore";
import type { HealthStore } from "../../../SolutionHealth/state/health/model";
import { OWN_CHEAP_PARTS, type HealthPorts, type Remembered } from "../../../SolutionHealth/state/health/ports";
import type { SolutionOperation } from "../../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import type { AppState, Resource } from "../../../SolutionHealth/state/model";
import { type Cell, createCell } from "../../../SolutionHealth/state/overrides/cell";
import { createFakeClock, settle } from "../../dataverse/fakeClock";
import { FakeOverrides, finished, overridesState } from "../../views/fakeOverrides";

const AT = new Date("2026-01-02T03:00:00Z");
const NOTHING_FOUND = Object.fromEntries(OWN_CHEAP_PARTS.map((part) => [part, readFact([], AT)])) as unknown as Pick<
  HealthFacts,
  (typeof OWN_CHEAP_PARTS)[number]
>;

const ready = <T>(value: T): Resource<T> => ({ status: "ready", value, at: AT });

const SALES: InstalledSolution = {
  id: "00000000-0000-4000-8000-000000000001",
  uniqueName: "Sales",
  displayName: "Sales",
  version: "1.0.0.0",
  managed: true,
  visible: true,
  publisher: {
    id: "00000000-0000-4000-8000-000000000900",
    uniqueName: "contoso",
    displayName: "Contoso",
    prefix: "cts",
  },
};

const FAILED: SolutionOperation = {
  id: "00000000-0000-4000-8000-000000000005",
  solutionUniqueName: "Sales",
  solutionName: "Sales",
  version: "1.0.0.0",
  publisherName: "Contoso",
  operation: "Import",
  suboperation: "Update",
  status: "completed",
  result: "failed",
  startedOn: new Date("1970-01-01T00:00:00Z"),
};

const APP: AppState = {
  environment: ready({ organizationId: "o", name: "Contoso", kind: "production", version: "9.2.1.1" }),
  user: { status: "idle" },
  privileges: { status: "idle" },
  solutions: ready([SALES]),
  history: ready([FAILED]),
  components: new Map(),
  typeNames: { status: "idle" },
  calls: [],
};

const LOOK: SnapshotContent = {
  counts: {
    solutionsAtRisk: 0,
    solutionsAttention: 0,
    solutionsHealthy: 1,
    solutionsUnknown: 0,
    findingsAtRisk: 0,
    findingsAttention: 0,
    findingsInfo: 0,
    findingsAccepted: 0,
  },
  findings: [],
  unknownRules: [],
  leftOut: 0,
};

const remembered = (parts: Partial<Remembered> = {}): Remembered => ({
  plans: [],
  decisions: [],
  snapshots: [],
  mayDecide: true,
  mayKeepSnapshots: true,
  ...parts,
});

interface Bench {
  readonly store: HealthStore;
  readonly app: Cell<AppState>;
  readonly overrides: FakeOverrides;
  readonly memory: jest.Mocked<HealthPorts["memory"]>;
  readonly cheap: jest.Mock<ReturnType<HealthPorts["cheap"]>, Parameters<HealthPorts["cheap"]>>;
  readonly deep: jest.Mock<ReturnType<HealthPorts["deep"]>, Parameters<HealthPorts["deep"]>>;
}

function bench(known: Remembered | undefined = remembered()): Bench {
  const clock = createFakeClock();
  const app = createCell(APP);
  const overrides = new FakeOverrides(overridesState());
  const cheap = mocked<HealthPorts["cheap"]>(() => Promise.resolve(NOTHING_FOUND));
  const deep = mocked<HealthPorts["deep"]>(() => Promise.resolve());
  const memory: Bench["memory"] = {
    load: mocked<HealthPorts["memory"]["load"]>(() => Promise.resolve(known)),
    decide: mocked<HealthPorts["memory"]["decide"]>((decision) =>
      Promise.resolve<AcceptedFinding>({ ...decision, id: "kept", acceptedOn: AT }),
    ),
    withdraw: mocked<HealthPorts["memory"]["withdraw"]>(() => Promise.resolve()),
    keep: mocked<HealthPorts["memory"]["keep"]>((content) => Promise.resolve({ ...content, id: "look", takenOn: AT })),
    followPlans: mocked<HealthPorts["memory"]["followPlans"]>(() => () => undefined),
  };
  const store = createHealthStore({
    clock,
    app: { getState: app.get, subscribe: app.subscribe },
    overrides,
    memory,
    cheap,
    deep,
  });
  return { store, app, overrides, memory, cheap, deep };
}

const refreshed = async (made: Bench): Promise<Bench> => {
  made.store.refresh();
  await settle();
  return made;
};

const failedFinding = ({ store }: Bench) =>
  store.getState().report.findings.find(({ ruleId }) => ruleId === "lastOperationFailed")!;

describe("the store of health", () => {
  it("claims nothing before anything was read", () => {
    const { store } = bench();
    expect(store.getState().report.findings.map(({ ruleId }) => ruleId)).toEqual(["lastOperationFailed"]);
    expect(store.getState().report.unknowns).toContainEqual(
      expect.objectContaining({ ruleId: "stepsOff", reason: "notAsked" }),
    );
  });

  it("judges what the app and the cheap parts bring, and follows the app", async () => {
    const made = await refreshed(bench());
    expect(made.store.getState().report.state).toBe("atRisk");
    made.app.update({ history: ready([]) });
    expect(made.store.getState().report.findings.map(({ ruleId }) => ruleId)).not.toContain("lastOperationFailed");
  });

  it("says unknown, with the reason, where a part of the app could not be read", async () => {
    const made = await refreshed(bench());
    made.app.update({ history: { status: "failed", failure: { kind: "forbidden", retryable: false } } });
    const { facts, report } = made.store.getState();
    expect(facts.history).toMatchObject({ status: "failed", failure: { kind: "forbidden" } });
    expect(report.state).toBe("unknown");
  });

  it("says unknown where the cheap parts could not be read at all", async () => {
    const made = bench();
    made.cheap.mockRejectedValue(new DataverseError("signedOut", "over"));
    await refreshed(made);
    for (const part of OWN_CHEAP_PARTS) expect(made.store.getState().facts[part].status).toBe("failed");
  });

  it("keeps a look once a visit, when the cheap parts are there", async () => {
    const made = await refreshed(bench());
    expect(made.memory.keep).toHaveBeenCalledTimes(1);
    await refreshed(made);
    expect(made.memory.keep).toHaveBeenCalledTimes(1);
  });

  it("keeps none by itself on a day that has one, and compares with an earlier day's", async () => {
    const look = (day: string): HealthSnapshot => ({ ...LOOK, id: day, takenOn: new Date(`${day}T01:00:00Z`) });
    const made = await refreshed(bench(remembered({ snapshots: [look("2026-01-01"), look("2025-12-30")] })));
    expect(made.memory.keep).not.toHaveBeenCalled();
    expect(made.store.getState().report.change?.since).toEqual(new Date("2025-12-30T01:00:00Z"));
    expect(made.store.getState().trend).toHaveLength(2);
  });

  it("judges by a plan as soon as it is written, without reading anything", async () => {
    const made = await refreshed(bench());
    const [[tell] = []] = made.memory.followPlans.mock.calls;
    tell?.([{ id: "plan", solution: "sales", expectedVersion: "2.0" }]);
    expect(made.store.getState().report.findings.map(({ ruleId }) => ruleId)).toContain("versionBehind");
    expect(made.memory.load).toHaveBeenCalledTimes(1);
    expect(made.cheap).toHaveBeenCalledTimes(1);
  });

  it("keeps no look for who may not", async () => {
    const made = await refreshed(bench(remembered({ mayKeepSnapshots: false })));
    expect(made.memory.keep).not.toHaveBeenCalled();
  });

  it("keeps a decision in the tables, and it counts", async () => {
    const made = await refreshed(bench());
    made.store.decide(failedFinding(made), { decision: "accept", reason: "Known" }, "Update failed");
    await settle();
    expect(made.memory.decide).toHaveBeenCalledWith(
      expect.objectContaining({ ruleId: "lastOperationFailed", solution: "Sales", reason: "Known" }),
      undefined,
    );
    expect(failedFinding(made).acceptance).toBe("accepted");
    made.store.withdraw(failedFinding(made));
    await settle();
    expect(made.memory.withdraw).toHaveBeenCalledTimes(1);
    expect(failedFinding(made).acceptance).toBe("open");
  });

  it("decides for the session only where there are no tables, and says that they are absent", async () => {
    const made = bench();
    made.memory.load.mockResolvedValue(undefined);
    await refreshed(made);
    expect(made.store.getState().memory).toEqual({ status: "absent", mayDecide: true });
    expect(made.store.getState().facts.plans.status).toBe("absent");
    made.store.decide(failedFinding(made), { decision: "accept", reason: "Known" }, "Update failed");
    await settle();
    expect(made.memory.decide).not.toHaveBeenCalled();
    expect(failedFinding(made).acceptance).toBe("accepted");
  });

  it("leaves a finding open whose decision was not written, and says so", async () => {
    const made = await refreshed(bench());
    made.memory.decide.mockRejectedValue(new DataverseError("forbidden", "no"));
    made.store.decide(failedFinding(made), { decision: "accept", reason: "Known" }, "Update failed");
    await settle();
    expect(failedFinding(made).acceptance).toBe("open");
    expect(made.store.getState().memory.notWritten).toMatchObject({ kind: "forbidden" });
  });

  it("says that the memory failed, without losing the rest", async () => {
    const made = bench();
    made.memory.load.mockRejectedValue(new DataverseError("forbidden", "no"));
    await refreshed(made);
    const { memory, facts, report } = made.store.getState();
    expect(memory).toMatchObject({ status: "failed", mayDecide: false });
    expect(facts.plans).toMatchObject({ status: "failed" });
    expect(report.state).toBe("atRisk");
  });

  it("judges anew with other thresholds, held within what they can be", async () => {
    const made = await refreshed(bench());
    made.store.setThresholds({ failedWithinDays: 5000 });
    expect(made.store.getState().thresholds.failedWithinDays).toBe(365);
    expect(made.cheap).toHaveBeenCalledTimes(1);
  });
});

describe("the deep scan", () => {
  const scanned = (made: Bench): void =>
    made.overrides.set(overridesState({ rows: [], scan: finished({ endedAt: AT }) }));

  it("uses the overrides' own scan, then reads the other parts, and takes them as they come", async () => {
    const made = await refreshed(bench());
    made.deep.mockImplementation((facts, { onProgress, onFacts }) => {
      onProgress("unmanaged", 1, 2);
      onFacts({ ...facts, unmanaged: readFact([], AT) });
      return Promise.resolve();
    });
    made.overrides.scan.mockImplementation(() => made.overrides.set({ scan: { ...finished(), status: "running" } }));
    made.store.scanDeeper();
    expect(made.overrides.scan).toHaveBeenCalledWith({ kind: "environment" });
    expect(made.store.getState().deep).toMatchObject({ status: "reading", part: "overrides", done: 9, total: 9 });
    expect(made.deep).not.toHaveBeenCalled();
    scanned(made);
    await settle();
    const { facts, deep } = made.store.getState();
    expect(deep).toEqual({ status: "finished" });
    expect(facts.overrides.status).toBe("read");
    expect(facts.unmanaged.status).toBe("read");
    expect(made.memory.keep).toHaveBeenCalledTimes(2);
  });

  it("can be cancelled; what was not read is not said to be clean", async () => {
    const made = await refreshed(bench());
    made.overrides.scan.mockImplementation(() => made.overrides.set({ scan: { ...finished(), status: "running" } }));
    made.overrides.cancel.mockImplementation(() => made.overrides.set({ scan: { ...finished(), status: "paused" } }));
    made.store.scanDeeper();
    made.store.cancelDeep();
    await settle();
    expect(made.store.getState().deep).toEqual({ status: "cancelled" });
    expect(made.store.getState().facts.overrides).toEqual(NOT_ASKED);
    expect(made.deep).not.toHaveBeenCalled();
  });

  it("holds what was read only until a solution changes", async () => {
    const made = await refreshed(bench());
    made.deep.mockImplementation((facts, { onFacts }) => {
      onFacts({ ...facts, unmanaged: readFact([], AT) });
      return Promise.resolve();
    });
    made.overrides.scan.mockImplementation(() => scanned(made));
    made.store.scanDeeper();
    await settle();
    made.app.update({ solutions: ready([{ ...SALES }]) });
    expect(made.store.getState().facts.unmanaged.status).toBe("read");
    made.app.update({ solutions: ready([{ ...SALES, version: "2.0.0.0" }]) });
    expect(made.store.getState().facts.unmanaged).toEqual(NOT_ASKED);
  });

  it("does not count a scan of a few solutions as one of the environment", async () => {
    const made = await refreshed(bench());
    made.overrides.set(overridesState({ rows: [], scan: finished({ scope: { kind: "solutions", ids: [] } }) }));
    expect(made.store.getState().facts.overrides).toEqual(NOT_ASKED);
  });
});
