import { createAcceptedStorage } from "../../SolutionHealth/state/memory/acceptedStorage";
import type { FindingDecision } from "../../SolutionHealth/domain/plan/acceptedFinding";
import type { SnapshotContent } from "../../SolutionHealth/domain/plan/healthSnapshot";
import { planKey } from "../../SolutionHealth/domain/plan/maintenancePlan";
import type { Environment } from "../../sandbox/engine/contract";
import { callerOf } from "../../sandbox/start/environment";
import { emptyEnvironment, environmentWith, importOf, openPage, type Opened, productZip, rowsOf } from "./memoryBench";
import { until } from "./productBench";

let zip: Uint8Array;
let open: Opened[] = [];

beforeAll(async () => {
  zip = await productZip("1.0.0");
});

afterEach(async () => {
  await Promise.all(open.map((page) => page.close()));
  open = [];
});

async function page(environment: Environment, options: Parameters<typeof openPage>[1] = {}): Promise<Opened> {
  const opened = await openPage(environment, options);
  open.push(opened);
  return opened;
}

const saved = async (own: Opened, solution: string): Promise<void> => {
  await until(own.plan, ({ saving }) => saving.get(planKey(solution))?.status !== "saving");
};

describe("plans", () => {
  it("are told as not installed by the one call that would have read them, and nothing is asked again", async () => {
    const own = await page(emptyEnvironment());
    expect(own.plan.getState()).toMatchObject({ status: "absent", plans: [], missing: [] });
    expect(own.asked.filter((request) => request.includes("shl_"))).toHaveLength(1);
  });

  it("are made, read by others, changed and taken away, each with one write", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment);
    own.plan.save(
      {
        solution: "Contoso_Sales",
        responsible: "CRM team",
        way: "upgrade",
        expectedVersion: "4.2",
        nextReview: "2027-01-31",
      },
      undefined,
    );
    await saved(own, "Contoso_Sales");

    const other = await page(environment);
    const [plan] = other.plan.getState().plans;
    expect(plan).toMatchObject({
      solution: "Contoso_Sales",
      responsible: "CRM team",
      way: "upgrade",
      expectedVersion: "4.2",
      nextReview: "2027-01-31",
      owner: { kind: "user", disabled: false },
      modifiedBy: callerName(environment),
    });
    expect(plan).not.toHaveProperty("lastReview");

    other.plan.save({ solution: "Contoso_Sales", notes: "On hold" }, plan);
    await saved(other, "Contoso_Sales");
    expect(other.plan.getState().plans).toMatchObject([{ notes: "On hold" }]);
    expect(other.plan.getState().plans[0]).not.toHaveProperty("responsible");

    const [changed] = other.plan.getState().plans;
    if (changed) other.plan.remove(changed);
    await saved(other, "Contoso_Sales");
    expect(rowsOf(environment, "shl_maintenanceplan")).toEqual([]);
    expect(
      other.asked.filter((request) => /^(?:PATCH|DELETE|POST) .*shl_maintenanceplans\(/.test(request)),
    ).toHaveLength(2);
  });

  it("are not overwritten where somebody else was faster: the other's is shown, and the failure says so", async () => {
    const environment = environmentWith(zip);
    const [ann, ben] = [await page(environment), await page(environment)];
    ann.plan.save({ solution: "Contoso", notes: "Ann's" }, undefined);
    await saved(ann, "Contoso");
    ben.plan.save({ solution: "contoso", notes: "Ben's" }, undefined);
    await saved(ben, "contoso");

    expect(rowsOf(environment, "shl_maintenanceplan")).toMatchObject([{ shl_notes: "Ann's" }]);
    expect(ben.plan.getState().plans).toMatchObject([{ notes: "Ann's" }]);
    expect(ben.plan.getState().saving.get("contoso")).toMatchObject({ failure: { kind: "conflict" } });

    const [read] = ben.plan.getState().plans;
    ben.plan.save({ solution: "Contoso", notes: "Ben's, knowing Ann's" }, read);
    await saved(ben, "Contoso");
    const [old] = ann.plan.getState().plans;
    ann.plan.save({ solution: "Contoso", notes: "Ann's second" }, old);
    await saved(ann, "Contoso");
    expect(rowsOf(environment, "shl_maintenanceplan")).toMatchObject([{ shl_notes: "Ben's, knowing Ann's" }]);
    expect(ann.plan.getState().saving.get("contoso")).toMatchObject({ failure: { kind: "conflict" } });
  });

  it("are there once where the answer of a creation was lost", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment, {
      intercept: async (request, send) => {
        if (!request.startsWith("PATCH")) return undefined;
        await send();
        throw new TypeError("Failed to fetch");
      },
    });
    own.plan.save({ solution: "Contoso" }, undefined);
    await saved(own, "Contoso");
    expect(rowsOf(environment, "shl_maintenanceplan")).toHaveLength(1);
    expect(own.plan.getState().saving.has("contoso")).toBe(false);
    expect(own.plan.getState().plans).toHaveLength(1);
  });

  it("take up again one that was deactivated on its form", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment);
    own.plan.save({ solution: "Contoso", notes: "Old" }, undefined);
    await saved(own, "Contoso");
    const [row] = rowsOf(environment, "shl_maintenanceplan");
    const id = String(row?.shl_maintenanceplanid);
    environment.updateRow("shl_maintenanceplan", id, { statecode: 1, statuscode: 2 }, callerOf(environment.state));
    const again = await page(environment);
    expect(again.plan.getState().plans).toEqual([]);
    again.plan.save({ solution: "Contoso", notes: "New" }, undefined);
    await saved(again, "Contoso");
    expect(rowsOf(environment, "shl_maintenanceplan")).toMatchObject([{ shl_notes: "New", statecode: 0 }]);
  });

  it("are made for all that have none, and leave those alone that have one", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment);
    own.plan.save({ solution: "Contoso", notes: "Mine" }, undefined);
    await saved(own, "Contoso");
    own.plan.makePlans(["CONTOSO", "Fabrikam", "Adatum"], { nextReview: "2027-02-28" });
    await until(own.plan, ({ making }) => making?.status === "finished");
    expect(own.plan.getState().making).toMatchObject({ done: 2, total: 2, failed: [] });
    expect(rowsOf(environment, "shl_maintenanceplan").map((row) => [row.shl_name, row.shl_nextreview ?? null])).toEqual(
      [
        ["Contoso", null],
        ["Fabrikam", "2027-02-28"],
        ["Adatum", "2027-02-28"],
      ],
    );
  });

  it("are read-only for who lacks the privileges, which are named", async () => {
    const environment = environmentWith(zip);
    const privileges = ["shl_MaintenancePlan", "shl_AcceptedFinding", "shl_HealthSnapshot", "Solution", "User"];
    environment.state.users.push({
      ...userOf(environment),
      id: "11111111-2222-3333-4444-555555555555",
      domainName: "rita@contoso.com",
      fullName: "Rita",
      privileges: privileges.map((name) => `prvRead${name}`),
    });
    const own = await page(environment, { user: { domainName: "rita@contoso.com" } });
    expect(own.plan.getState()).toMatchObject({
      status: "ready",
      missing: ["Create", "Write", "Delete"].map((right) => `prv${right}shl_MaintenancePlan`),
    });
    expect(await own.healthMemory.load()).toMatchObject({ mayDecide: false, mayKeepSnapshots: false });
    own.plan.makePlans(["A", "B"], {});
    await until(own.plan, ({ making }) => making?.status === "finished");
    expect(own.plan.getState().making).toMatchObject({ done: 0, failed: [{ failure: { kind: "forbidden" } }] });
    expect(rowsOf(environment, "shl_maintenanceplan")).toEqual([]);
  });
});

const DECISION: FindingDecision = {
  decision: "accept",
  ruleId: "upgradeWaiting",
  solution: "Contoso",
  subject: "",
  fingerprint: "f1",
  title: "Upgrade waits",
  reason: "Applied on Sunday",
  until: "2027-01-01",
};

const snapshot = (findings: number): SnapshotContent => ({
  counts: {
    solutionsAtRisk: 1,
    solutionsAttention: 2,
    solutionsHealthy: 3,
    solutionsUnknown: 0,
    findingsAtRisk: findings,
    findingsAttention: 0,
    findingsInfo: 0,
    findingsAccepted: 1,
  },
  findings: Array.from({ length: findings }, (_unused, index) => ({
    ruleId: "patchOrphaned",
    solution: `S${index}`,
    subject: "",
    fingerprint: `f${index}`,
    severity: "atRisk" as const,
  })),
  unknownRules: ["overrideNew"],
  leftOut: 0,
});

describe("decisions about findings", () => {
  it("are kept for everybody, changed in place, and withdrawn", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment);
    const kept = await own.healthMemory.decide(DECISION, undefined);
    expect(kept).toMatchObject(DECISION);
    const other = await page(environment);
    const [read] = (await other.healthMemory.load())?.decisions ?? [];
    expect(read).toMatchObject(DECISION);

    await other.healthMemory.decide({ ...DECISION, fingerprint: "f2", decision: "snooze" }, read);
    expect(rowsOf(environment, "shl_acceptedfinding")).toMatchObject([{ shl_fingerprint: "f2" }]);
    await expect(own.healthMemory.decide({ ...DECISION, fingerprint: "f3" }, kept)).rejects.toMatchObject({
      kind: "conflict",
    });
    const [now] = (await own.healthMemory.load())?.decisions ?? [];
    if (now) await own.healthMemory.withdraw(now);
    expect(rowsOf(environment, "shl_acceptedfinding")).toEqual([]);
  });
});

describe("snapshots", () => {
  it("are one a day, whoever takes them, and are read back with what they found", async () => {
    const environment = environmentWith(zip);
    const [ann, ben] = [await page(environment), await page(environment)];
    await ann.healthMemory.keep(snapshot(1));
    await ben.healthMemory.keep(snapshot(2));
    expect(rowsOf(environment, "shl_healthsnapshot")).toHaveLength(1);
    const [read] = (await ann.healthMemory.load())?.snapshots ?? [];
    expect(read).toMatchObject(snapshot(2));
  });

  it("let old ones go", async () => {
    const environment = environmentWith(zip);
    for (const day of ["2020-01-01", "2020-01-02"]) {
      const values = { shl_name: day, shl_takenon: `${day}T08:00:00Z`, shl_findings: "{}" };
      environment.createRow("shl_healthsnapshot", values, callerOf(environment.state));
    }
    const own = await page(environment);
    await own.healthMemory.keep(snapshot(0));
    expect(rowsOf(environment, "shl_healthsnapshot")).toHaveLength(1);
  });
});

const override = (id: number, reason: string, acceptedOn: string, expiresOn?: string) => ({
  typeName: "SystemForm",
  id: `00000000-0000-0000-0000-${String(id).padStart(12, "0")}`,
  name: `Form ${id}`,
  fingerprint: "0".repeat(64),
  properties: ["formxml"],
  reason,
  acceptedOn,
  ...(expiresOn !== undefined && { expiresOn }),
});

describe("accepted overrides in the environment's own table", () => {
  it("come to everybody, and neither of two who accept at the same time loses anything", async () => {
    const environment = environmentWith(zip);
    const [ann, ben] = [await page(environment), await page(environment)];
    const file = (entries: readonly object[]): string =>
      JSON.stringify({ format: "solution-health/accepted-overrides", version: 1, overrides: entries });
    ann.overrides.loadAccepted(file([override(1, "Ann", "2026-11-01T00:00:00.000Z", "2027-01-01")]));
    await until(ann.memory, () => rowsOf(environment, "shl_acceptedfinding").length === 1);
    ben.overrides.loadAccepted(
      file([override(1, "Ben, earlier", "2026-10-01T00:00:00.000Z"), override(2, "Ben", "2026-11-02T00:00:00.000Z")]),
    );
    await until(ben.overrides, ({ accepted }) => accepted.entries.some(({ reason }) => reason === "Ann"));
    expect(
      ben.overrides
        .getState()
        .accepted.entries.map(({ reason }) => reason)
        .sort(),
    ).toEqual(["Ann", "Ben"]);
    expect(rowsOf(environment, "shl_acceptedfinding")).toHaveLength(2);

    ann.stores.store.refresh();
    await until(ann.overrides, ({ accepted }) => accepted.entries.length === 2);
    const [first] = ann.overrides.getState().accepted.entries.filter(({ reason }) => reason === "Ann");
    expect(first).toMatchObject(override(1, "Ann", "2026-11-01T00:00:00.000Z", "2027-01-01"));
    ann.overrides.withdraw([`SystemForm ${override(1, "", "").id}`]);
    await until(ann.memory, () => rowsOf(environment, "shl_acceptedfinding").length === 1);
    expect(rowsOf(environment, "shl_acceptedfinding")).toMatchObject([{ shl_reason: "Ben" }]);
  });

  it("stay with the page where the table is not installed", async () => {
    const own = await page(emptyEnvironment());
    const storage = createAcceptedStorage(own.memory, {} as never);
    const entries = [override(1, "Ann", "2026-11-01T00:00:00.000Z")];
    expect(storage.isShared?.()).toBe(false);
    await storage.save(entries, []);
    expect(await storage.load()).toBe(entries);
  });
});

describe("the product's own solution", () => {
  it("keeps the rows over an upgrade, and takes them along when it is uninstalled", async () => {
    const environment = environmentWith(zip);
    const own = await page(environment);
    own.plan.save({ solution: "Contoso", notes: "Kept" }, undefined);
    await saved(own, "Contoso");
    await own.healthMemory.decide(DECISION, undefined);

    environment.stageAndUpgrade(importOf(await productZip("1.1.0")), callerOf(environment.state));
    const after = await page(environment);
    expect(after.plan.getState().plans).toMatchObject([{ solution: "Contoso", notes: "Kept" }]);
    expect((await after.healthMemory.load())?.decisions).toMatchObject([{ title: DECISION.title }]);

    const { id } = environment.state.solutions.find(({ uniqueName }) => uniqueName === "SolutionHealth") ?? { id: "" };
    after.stores.rollback.preview([id]);
    await until(after.stores.rollback, ({ status }) => status === "failed" || status === "previewed");
    after.stores.rollback.countData();
    const state = await until(
      after.stores.rollback,
      (now) => now.status === "failed" || (now.status === "previewed" && now.data.status === "counted"),
    );
    const going = state.status === "previewed" && state.data.status === "counted" ? state.data.data.items : [];
    expect(going.map(({ component, count }) => [component.name, "count" in count && count.count])).toEqual(
      expect.arrayContaining([
        ["shl_maintenanceplan", 1],
        ["shl_acceptedfinding", 1],
      ]),
    );
    environment.uninstallSolution("SolutionHealth", callerOf(environment.state));
    expect((await page(environment)).plan.getState().status).toBe("absent");
    expect(rowsOf(environment, "shl_maintenanceplan")).toEqual([]);
  });
});

const userOf = (environment: Environment) => {
  const user = environment.state.users.find(({ disabled }) => !disabled);
  if (!user) throw new Error("The environment has no user.");
  return user;
};

const callerName = (environment: Environment): string => userOf(environment).fullName;
