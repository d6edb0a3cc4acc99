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
import { createFakeClock, type FakeClock, settle } from "../../dataverse/fakeClock";
import { override } from "../../domain/health/factSamples";
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
  readonly clock: FakeClock;
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
  return { clock, store, app, overrides, memory, cheap, deep };
}

const refreshed = async (made: Bench): Promise<Bench> => {
  made.store.refresh();
  await settle();
  return made;
};

/** Changes what the app knows, and waits until that is judged. */
const told = async ({ app, clock }: Bench, change: Partial<AppState>): Promise<void> => {
  app.update(change);
  await clock.pass(150);
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
    await told(made, { history: ready([]) });
    expect(made.store.getState().report.findings.map(({ ruleId }) => ruleId)).not.toContain("lastOperationFailed");
  });

  it("says unknown, with the reason, where a part of the app could not be read", async () => {
    const made = await refreshed(bench());
    await told(made, { history: { status: "failed", failure: { kind: "forbidden", retryable: false } } });
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

describe("judging", () => {
  /** How often listeners are told of another report. */
  function reports({ store }: Bench): () => number {
    let [last, told] = [store.getState().report, 0];
    store.subscribe(() => {
      if (store.getState().report !== last) told += 1;
      last = store.getState().report;
    });
    return () => told;
  }

  it("judges what comes close together at once", async () => {
    const made = bench();
    const judged = reports(made);
    await refreshed(made);
    made.app.update({ history: ready([]) });
    made.app.update({ environment: ready({ organizationId: "o", name: "C", kind: "sandbox", version: "9.2" }) });
    await made.clock.pass(1_000);
    // The first that comes, all that is there when the reading ends, and what the app brought after it.
    expect(judged()).toBeLessThanOrEqual(3);
    expect(made.store.getState().report.findings.map(({ ruleId }) => ruleId)).toEqual(["planMissing"]);
  });

  it("judges what a person changes without waiting, with all that waits", async () => {
    const made = await refreshed(bench());
    made.app.update({ history: ready([FAILED, FAILED]) });
    made.app.update({ history: ready([]) });
    made.store.setThresholds({ failedWithinDays: 7 });
    const { report, facts } = made.store.getState();
    expect(facts.history).toMatchObject({ value: [] });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(["planMissing"]);
  });

  it("has judged everything when it says that nothing is being read any more", async () => {
    const made = bench();
    made.store.subscribe(() => {
      const { reading, facts } = made.store.getState();
      if (!reading && made.memory.load.mock.calls.length > 0) expect(facts.plans.status).not.toBe("reading");
    });
    await refreshed(made);
    expect(made.store.getState()).toMatchObject({ reading: false, facts: { plans: { status: "read" } } });
  });

  it("leaves no timer behind", async () => {
    const made = await refreshed(bench());
    made.app.update({ history: ready([]) });
    made.store.dispose();
    expect(made.clock.pending()).toBe(0);
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

  const HR: InstalledSolution = { ...SALES, id: "00000000-0000-4000-8000-000000000002", uniqueName: "Hr" };
  const HR_2: InstalledSolution = { ...HR, version: "2.0.0.0" };
  const missing = { required: { id: "x", type: 1 }, dependent: { id: "y", type: 1 }, requiredSolution: "Sales" };

  /** Both solutions have an override and a missing need, and a component that is off by mistake. */
  async function deeplyRead(): Promise<Bench> {
    const made = bench();
    made.app.update({ solutions: ready([SALES, HR]) });
    const off = (holder: InstalledSolution, shipped: "on" | "notRead") =>
      ({
        id: holder.id,
        type: 29,
        kind: "flow",
        name: "Mail",
        state: "off",
        shipped,
        solutions: [holder.uniqueName],
      }) as const;
    const processes = (shipped: "on" | "notRead") => readFact([off(SALES, shipped), off(HR, shipped)], AT);
    made.cheap.mockImplementation(() => Promise.resolve({ ...NOTHING_FOUND, processes: processes("notRead") }));
    made.deep.mockImplementation((facts, { onFacts }) => {
      const needs = { status: "read", missing: [missing] } as const;
      const dependencies = readFact(new Map([["sales", needs] as const, ["hr", needs] as const]), AT);
      onFacts({ ...facts, dependencies, unmanaged: readFact([], AT), processes: processes("on") });
      return Promise.resolve();
    });
    const rows = [SALES, HR].map(({ uniqueName: owner }) => {
      const { failure: _none, ...row } = override({ owner, stack: ["Active", owner] });
      return row;
    });
    let scans = 0;
    made.overrides.scan.mockImplementation(() => {
      const startedAt = new Date(AT.getTime() + (scans += 1));
      made.overrides.set(overridesState({ rows, scan: finished({ startedAt }) }));
    });
    await refreshed(made);
    made.store.scanDeeper();
    await settle();
    return made;
  }

  const FOUND_DEEP = ["dependencyMissing", "overrideNew", "processesOff"];
  const foundDeep = ({ store }: Bench, { uniqueName }: InstalledSolution): string[] =>
    store
      .getState()
      .report.findings.filter(({ ruleId, solution }) => solution === uniqueName && FOUND_DEEP.includes(ruleId))
      .map(({ ruleId }) => ruleId)
      .sort();

  it("keeps what belongs to other solutions when one changes, and says what it does not know any more", async () => {
    const made = await deeplyRead();
    expect([SALES, HR].map((one) => foundDeep(made, one))).toEqual([FOUND_DEEP, FOUND_DEEP]);
    await told(made, { solutions: ready([{ ...SALES }, { ...HR }]) });
    expect([SALES, HR].map((one) => foundDeep(made, one))).toEqual([FOUND_DEEP, FOUND_DEEP]);
    await told(made, { solutions: ready([SALES, HR_2]) });
    made.store.refresh();
    await made.clock.pass(150);
    expect([SALES, HR].map((one) => foundDeep(made, one))).toEqual([FOUND_DEEP, []]);
    const { report, facts, standingOf } = made.store.getState();
    const open = report.unknowns
      .filter(({ solution, reason }) => solution === "Hr" && reason !== "notTold")
      .map(({ ruleId }) => ruleId);
    expect(open.sort()).toEqual(FOUND_DEEP);
    expect(standingOf(HR_2).state).not.toBe("healthy");
    expect(facts.overrides).toMatchObject({ status: "read", value: { outdated: ["hr"] } });
    expect(facts.unmanaged.status).toBe("read");
  });

  it("knows of a changed solution again after the next scan", async () => {
    const made = await deeplyRead();
    await told(made, { solutions: ready([SALES, HR_2]) });
    made.store.scanDeeper();
    await settle();
    expect(foundDeep(made, HR)).toEqual(FOUND_DEEP);
  });

  it("does not hold true what changed while it was being read", async () => {
    const made = await deeplyRead();
    const scan = made.overrides.scan.getMockImplementation();
    made.overrides.scan.mockImplementation((scope) => {
      scan?.(scope);
      made.app.update({ solutions: ready([SALES, HR_2]) });
    });
    made.store.scanDeeper();
    await settle();
    expect(foundDeep(made, SALES)).toEqual(FOUND_DEEP);
    expect(foundDeep(made, HR)).not.toContain("dependencyMissing");
  });

  it("names the solutions of parts that could not be read as the environment does", async () => {
    const made = await refreshed(bench());
    const failure = { kind: "server", retryable: true } as const;
    const unread = [{ solutionId: SALES.id, solutionName: "Contoso Sales", failure }];
    made.overrides.set(overridesState({ rows: [], scan: finished({ unread }) }));
    await made.clock.pass(150);
    expect(made.store.getState().report.unknowns).toContainEqual(
      expect.objectContaining({ ruleId: "overrideNew", solution: "Sales", reason: "failed" }),
    );
  });

  it("does not count a scan of a few solutions as one of the environment", async () => {
    const made = await refreshed(bench());
    made.overrides.set(overridesState({ rows: [], scan: finished({ scope: { kind: "solutions", ids: [] } }) }));
    expect(made.store.getState().facts.overrides).toEqual(NOT_ASKED);
  });
});
