import type { Bench } from "../sandbox/engine/handMade";
import { createApp, createCustomizedApp, edit, FLOW, FORM, key, scriptId, VIEW, VIEW_TWO } from "./overridesApp";
import { isDone, openOverrides, type OverridesBench } from "./overridesBench";
import { readBackupFile } from "../../SolutionHealth/domain/overrides/backupFile";
import { readRemovalReportFile } from "../../SolutionHealth/domain/overrides/removalReportFile";
import type { RemovalState } from "../../SolutionHealth/state/overrides/model";

type Habits = Parameters<typeof openOverrides>[1];
type Options = Parameters<typeof openOverrides>[2];

let open: OverridesBench | undefined;
afterEach(() => open?.close());

async function scanned(bench: Bench, habits?: Habits, options?: Options): Promise<OverridesBench> {
  open = await openOverrides(bench.environment, habits, options);
  open.store.scan({ kind: "environment" });
  await open.until(isDone);
  return open;
}

const VIEW_KEY = key("SavedQuery", VIEW);
const VIEW_TWO_KEY = key("SavedQuery", VIEW_TWO);

async function prepared(own: OverridesBench, ...keys: string[]): Promise<RemovalState & { status: "prepared" }> {
  own.store.prepareRemoval(keys);
  const { removal } = await own.until((state) => !["idle", "preparing"].includes(state.removal.status));
  if (removal.status !== "prepared") throw new Error(JSON.stringify(removal));
  return removal;
}

async function finished(own: OverridesBench): Promise<RemovalState & { status: "finished" }> {
  const { removal } = await own.until((state) => state.removal.status !== "running");
  if (removal.status !== "finished") throw new Error(JSON.stringify(removal));
  return removal;
}

/** Everything from pre-flight to report. @returns outcomes by component key */
async function remove(own: OverridesBench, ...keys: string[]): Promise<Record<string, string>> {
  const { plan } = await prepared(own, ...keys);
  own.store.saveBackup();
  own.store.remove(plan.confirmation);
  const { report } = await finished(own);
  return Object.fromEntries(report.results.map(({ component, outcome }) => [component.key, outcome]));
}

const hasActive = (bench: Bench, id: string): boolean =>
  bench.environment.store.component(id)?.layers.some(({ solution }) => solution === "Active") ?? false;

const writes = ({ asked }: OverridesBench): string[] =>
  asked.filter((request) => request.includes("RemoveActiveCustomization"));

const failing = (status: number, code: string) =>
  new Response(JSON.stringify({ error: { code, message: "no" } }), { status });

describe("taking an override back", () => {
  it("sends nothing before the backup is saved", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const { plan } = await prepared(own, VIEW_KEY);
    expect(plan.confirmation).toBeUndefined();
    own.store.remove();
    expect(own.store.getState().removal.status).toBe("prepared");
    expect(writes(own)).toEqual([]);
    own.store.saveBackup();
    expect(own.store.getState().removal).toMatchObject({ status: "prepared", backupSaved: true });
    expect(own.saved).toEqual([{ name: plan.backup.fileName, content: plan.backup.content }]);
  });

  it("says before what will show, and keeps layers and definition in the backup", async () => {
    const own = await scanned(createCustomizedApp());
    const { plan } = await prepared(own, VIEW_KEY);
    expect(plan.items).toMatchObject([
      {
        removability: { verdict: "removable" },
        incoming: [{ property: "fetchxml", from: "App", then: "<fetch><entity name='con_t'/></fetch>" }],
      },
    ]);
    const { items, environment } = readBackupFile(plan.backup.content);
    expect(environment.url).toMatch(/^http:\/\/127/);
    expect(items).toMatchObject([
      {
        component: { key: VIEW_KEY },
        layers: [{ solution: "Active" }, { solution: "App" }],
        versions: [{ solution: "App", version: "1.0.0.0" }],
        definition: { name: "First", fetchxml: "<fetch top='1'><entity name='con_t'/></fetch>" },
      },
    ]);
  });

  it("removes one by the function, once, looks again, and hands out a report", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    expect(await remove(own, VIEW_KEY)).toEqual({ [VIEW_KEY]: "removed" });
    expect(writes(own)).toHaveLength(1);
    expect(writes(own)[0]).toMatch(/^GET /);
    expect(hasActive(bench, VIEW)).toBe(false);
    own.store.saveReport();
    const { name = "", content = "" } = own.saved[1] ?? {};
    expect(name).toMatch(/^removal-report-\d{8}-\d{6}\.json$/);
    expect(readRemovalReportFile(content).backupFile).toBe(own.saved[0]?.name);
    await own.until(({ rows }) => rows.every(({ component }) => component.key !== VIEW_KEY));
  });

  it("wants the solution's name typed for more than one, and does nothing for another text", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const { plan } = await prepared(own, VIEW_KEY, VIEW_TWO_KEY);
    expect(plan.confirmation).toBe("App");
    own.store.saveBackup();
    own.store.remove("app!");
    own.store.remove();
    expect(writes(own)).toEqual([]);
    own.store.remove("App");
    await finished(own);
    expect([hasActive(bench, VIEW), hasActive(bench, VIEW_TWO)]).toEqual([false, false]);
    expect(writes(own)).toHaveLength(1);
    expect(writes(own)[0]).toContain("BulkRemoveActiveCustomizationsAsync");
  });

  it("goes one by one where the bulk job is refused", async () => {
    const own = await scanned(createCustomizedApp(), { bulkRemoval: "refused" });
    expect(await remove(own, VIEW_KEY, VIEW_TWO_KEY)).toEqual({ [VIEW_KEY]: "removed", [VIEW_TWO_KEY]: "removed" });
    expect(writes(own)).toHaveLength(3);
  });

  it.each(["succeeds", "fails"] as const)("tells which were refused and why when the bulk job %s", async (habit) => {
    const bench = createCustomizedApp();
    const own = await scanned(bench, { irremovable: [VIEW_TWO], bulkWithFailures: habit });
    const outcomes = await remove(own, VIEW_KEY, VIEW_TWO_KEY, key("WebResource", scriptId(bench)));
    expect(outcomes).toEqual({
      [VIEW_KEY]: "removed",
      [VIEW_TWO_KEY]: "refused",
      [key("WebResource", scriptId(bench))]: "removed",
    });
    const { report } = await finished(own);
    const refused = report.results.find(({ outcome }) => outcome === "refused");
    expect(refused?.serverText).toEqual(expect.any(String));
    expect(refused?.code).toMatch(/^0x/);
  });

  it.each([0, 20])("tells that it came back, %d ms after", async (reappearsAfter) => {
    const own = await scanned(createCustomizedApp(), { reappearing: [FLOW], reappearsAfter });
    const outcome = (await remove(own, key("Workflow", FLOW)))[key("Workflow", FLOW)];
    // With the removal itself it is as if nothing had been done; later it has visibly been gone.
    expect(outcome).toBe(reappearsAfter === 0 ? "stillThere" : "reappeared");
  });

  it("calls it reappeared when another change is there than the one that was removed", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(
      bench,
      {},
      {
        intercept: async (request, send) => {
          if (!request.includes("RemoveActiveCustomizations(")) return undefined;
          const answer = await send();
          edit(bench, VIEW, { name: "Somebody else" });
          return answer;
        },
      },
    );
    expect(await remove(own, VIEW_KEY)).toEqual({ [VIEW_KEY]: "reappeared" });
  });

  it("looks up what became of a request without an answer, and never sends it again", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(
      bench,
      {},
      {
        intercept: async (request, send) => {
          if (!request.includes("RemoveActiveCustomizations(")) return undefined;
          await send();
          throw new TypeError("connection lost");
        },
      },
    );
    expect(await remove(own, VIEW_KEY)).toEqual({ [VIEW_KEY]: "removed" });
    expect(writes(own)).toHaveLength(1);
  });

  it("calls unknown what is still there after a request without an answer", async () => {
    const own = await scanned(
      createCustomizedApp(),
      {},
      {
        intercept: (request) => {
          if (request.includes("RemoveActiveCustomizations(")) throw new TypeError("connection lost");
          return undefined;
        },
      },
    );
    expect(await remove(own, VIEW_KEY)).toEqual({ [VIEW_KEY]: "unknown" });
    expect(writes(own)).toHaveLength(1);
  });

  it("sends nothing one by one after a bulk request without an answer", async () => {
    const own = await scanned(
      createCustomizedApp(),
      {},
      {
        intercept: (request) => {
          if (request.includes("BulkRemove")) throw new TypeError("connection lost");
          return undefined;
        },
      },
    );
    expect(await remove(own, VIEW_KEY, VIEW_TWO_KEY)).toEqual({ [VIEW_KEY]: "unknown", [VIEW_TWO_KEY]: "unknown" });
    expect(writes(own)).toHaveLength(1);
  });

  it("calls unknown what cannot be read again", async () => {
    let removed = false;
    const own = await scanned(
      createCustomizedApp(),
      {},
      {
        intercept: (request) => {
          removed ||= request.includes("RemoveActiveCustomizations(");
          return removed && request.includes("msdyn_componentlayers?") ? failing(500, "0x80040216") : undefined;
        },
      },
    );
    expect(await remove(own, VIEW_KEY)).toEqual({ [VIEW_KEY]: "unknown" });
    await own.until(({ rows }) =>
      rows.some(({ component, facts }) => component.key === VIEW_KEY && facts.state === "unknown"),
    );
  });

  it("refuses what would delete the component, and what cannot be read, and removes the others", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    own.store.loadLayers({ id: VIEW_TWO, type: 26, typeName: "SavedQuery", name: "x", displayName: "x" });
    bench.environment.removeActiveLayer(VIEW_TWO, bench.caller);
    const { plan } = await prepared(own, VIEW_KEY, VIEW_TWO_KEY);
    expect(plan.items.map(({ removability }) => removability.notes)).toEqual([[], ["noActiveLayer"]]);
    own.store.saveBackup();
    own.store.remove(plan.confirmation);
    const { report } = await finished(own);
    expect(report.results.map(({ outcome }) => outcome)).toEqual(["removed", "skipped"]);
  });

  it("sends nothing more once cancelled, and still looks at what was sent", async () => {
    const own = await scanned(
      createCustomizedApp(),
      { bulkRemoval: "refused" },
      {
        intercept: (request) => {
          if (request.includes(`ComponentId=${VIEW})`)) own.store.cancelRemoval();
          return undefined;
        },
      },
    );
    const { plan } = await prepared(own, VIEW_KEY, VIEW_TWO_KEY);
    own.store.saveBackup();
    own.store.remove(plan.confirmation);
    const { report } = await finished(own);
    expect(report.results.map(({ outcome }) => outcome)).toEqual(["removed", "skipped"]);
  });

  it("leaves everything as it is when the flow is left before", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    await prepared(own, VIEW_KEY);
    own.store.closeRemoval();
    own.store.remove();
    expect([own.store.getState().removal.status, hasActive(bench, VIEW), writes(own)]).toEqual(["idle", true, []]);
  });

  it("tells a reader that it was refused, and what for", async () => {
    const own = await scanned(createCustomizedApp(), {}, { user: "reader" });
    const { plan } = await prepared(own, VIEW_KEY);
    own.store.saveBackup();
    own.store.remove(plan.confirmation);
    const { report } = await finished(own);
    expect(report.results).toMatchObject([{ outcome: "refused", code: "0x80040220" }]);
  });
});

describe("putting an override back", () => {
  async function backupOf(own: OverridesBench, ...keys: string[]): Promise<string> {
    const { plan } = await prepared(own, ...keys);
    own.store.closeRemoval();
    return plan.backup.content;
  }

  async function checked(own: OverridesBench, content: string) {
    own.store.openBackup("backup.json", content);
    const { restore } = await own.until((state) => !["idle", "checking"].includes(state.restore.status));
    return restore;
  }

  async function restored(own: OverridesBench, content: string, ...keys: string[]) {
    await checked(own, content);
    own.store.restore(keys);
    const { restore } = await own.until((state) => !["ready", "running"].includes(state.restore.status));
    if (restore.status !== "finished") throw new Error(JSON.stringify(restore));
    return restore.results.map(({ outcome }) => outcome);
  }

  it("writes back views, scripts and states, and they are what they were", async () => {
    const bench = createCustomizedApp();
    const script = scriptId(bench);
    const keys = [VIEW_KEY, VIEW_TWO_KEY, key("WebResource", script), key("Workflow", FLOW)];
    const own = await scanned(bench);
    const before = own.store
      .getState()
      .rows.map(({ component, facts }) => [component.key, facts.fingerprint])
      .sort();
    const content = await backupOf(own, ...keys);
    await remove(own, ...keys);
    expect(await restored(own, content, ...keys)).toEqual(["restored", "restored", "restored", "restored"]);
    own.store.scan({ kind: "environment" });
    const { rows } = await own.until(isDone);
    expect(rows.map(({ component, facts }) => [component.key, facts.fingerprint]).sort()).toEqual(before);
  });

  it("shows what it would write and writes nothing by itself", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const content = await backupOf(own, VIEW_KEY);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    const restore = await checked(own, content);
    expect(restore).toMatchObject({
      status: "ready",
      fileName: "backup.json",
      items: [
        {
          writable: true,
          notes: [],
          values: [{ property: "fetchxml", then: "<fetch top='1'><entity name='con_t'/></fetch>" }],
        },
      ],
    });
    expect(hasActive(bench, VIEW)).toBe(false);
    expect(own.asked.filter((request) => request.startsWith("PATCH"))).toEqual([]);
  });

  it("has nothing to write where everything is there", async () => {
    const own = await scanned(createCustomizedApp());
    const restore = await checked(own, await backupOf(own, VIEW_KEY));
    expect(restore).toMatchObject({ items: [{ writable: false, notes: ["nothingToWrite"] }] });
  });

  it("says that the solution has another version now", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const content = await backupOf(own, VIEW_KEY);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    bench.import({ name: "App", version: "1.2.0.0", components: [] });
    expect(await checked(own, content)).toMatchObject({ items: [{ writable: true, notes: ["versionChanged"] }] });
  });

  it("says that the component is gone, and shows what to re-apply by hand", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const content = await backupOf(own, VIEW_KEY);
    bench.uninstall("App");
    expect(await checked(own, content)).toMatchObject({
      items: [
        {
          writable: false,
          notes: ["componentGone"],
          byHand: [{ property: "fetchxml" }],
          failure: { kind: "notFound" },
        },
      ],
    });
  });

  it("shows as text what the Web API does not write", async () => {
    const bench = createApp();
    const column = bench.environment.state.components.find(({ type }) => type === 1);
    edit(bench, column?.id ?? "", { description: "Mine" });
    const own = await scanned(bench);
    const restore = await checked(own, await backupOf(own, key("Entity", column?.id ?? "")));
    expect(restore).toMatchObject({
      items: [{ writable: false, notes: ["byHand"], values: [], byHand: [{ property: "description", text: "Mine" }] }],
    });
  });

  it("looks up a write without an answer and never repeats it", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(
      bench,
      {},
      {
        intercept: async (request, send) => {
          if (!request.startsWith("PATCH")) return undefined;
          await send();
          throw new TypeError("connection lost");
        },
      },
    );
    const content = await backupOf(own, VIEW_KEY);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    expect(await restored(own, content, VIEW_KEY)).toEqual(["restored"]);
    expect(own.asked.filter((request) => request.startsWith("PATCH"))).toHaveLength(1);
  });

  it.each([
    ["refused", 403, "0x80040220"],
    ["unknown", 502, ""],
  ])("calls a write %s that ended with %d", async (outcome, status, code) => {
    const bench = createCustomizedApp();
    const own = await scanned(
      bench,
      {},
      {
        intercept: (request) =>
          request.startsWith("PATCH") ? (code ? failing(status, code) : new Response("", { status })) : undefined,
      },
    );
    const content = await backupOf(own, VIEW_KEY);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    expect(await restored(own, content, VIEW_KEY)).toEqual([outcome]);
  });

  it("writes only what was chosen", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    const content = await backupOf(own, VIEW_KEY, VIEW_TWO_KEY);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    bench.environment.removeActiveLayer(VIEW_TWO, bench.caller);
    expect(await restored(own, content, VIEW_TWO_KEY)).toEqual(["skipped", "restored"]);
    expect([hasActive(bench, VIEW), hasActive(bench, VIEW_TWO)]).toEqual([false, true]);
  });

  it.each([
    ["no JSON", () => "{", "notJson"],
    ["another file", () => '{"format":"x","version":1}', "otherFormat"],
    ["a cut and mended one", (content: string) => content.replace("top='1'", "top='9'"), "damaged"],
    [
      "one of another environment",
      (content: string) => content.replace(/http:\/\/127[^"]*/, "https://other.crm.dynamics.com"),
      "otherEnvironment",
    ],
  ])("takes nothing from %s, and asks the environment nothing", async (_what, change, code) => {
    const own = await scanned(createCustomizedApp());
    const content = change(await backupOf(own, VIEW_KEY));
    const calls = own.asked.length;
    expect(await checked(own, content)).toMatchObject({ status: "badFile", problem: { code } });
    own.store.restore([VIEW_KEY]);
    expect(own.asked).toHaveLength(calls);
  });
});

describe("accepting overrides", () => {
  const acceptance = { reason: "Asked for by sales", acceptedBy: "Ann" };
  const stateOf = (own: OverridesBench, of: string) =>
    own.store.getState().rows.find(({ component }) => component.key === of)?.acceptance;

  it("counts accepted ones apart, and sees when something else is changed", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    own.store.accept([VIEW_KEY, key("SystemForm", FORM)], acceptance);
    expect(own.store.getState().counts).toMatchObject({ real: 3, accepted: 1, new: 3 });
    expect(own.store.getState().accepted).toMatchObject({ unsaved: true, entries: [{ reason: "Asked for by sales" }] });
    edit(bench, VIEW, { name: "More" });
    own.store.scan({ kind: "environment" });
    await own.until(isDone);
    expect(stateOf(own, VIEW_KEY)).toBe("changed");
    own.store.withdraw([VIEW_KEY]);
    expect(stateOf(own, VIEW_KEY)).toBe("new");
  });

  it("goes through a file and comes back the same in another session", async () => {
    const bench = createCustomizedApp();
    const own = await scanned(bench);
    own.store.accept([VIEW_KEY], { ...acceptance, expiresOn: "2999-12-31" });
    own.store.saveAccepted();
    expect(own.store.getState().accepted.unsaved).toBe(false);
    const [file] = own.saved;
    await own.close();
    const other = await scanned(bench);
    other.store.loadAccepted(file?.content ?? "");
    expect(stateOf(other, VIEW_KEY)).toBe("accepted");
  });

  it("is over after the last day", async () => {
    const own = await scanned(createCustomizedApp());
    own.store.accept([VIEW_KEY], { ...acceptance, expiresOn: "2020-01-01" });
    expect(stateOf(own, VIEW_KEY)).toBe("expired");
  });

  it.each([
    ["no reason", { reason: " " }],
    ["a day that is none", { reason: "x", expiresOn: "tomorrow" }],
    ["a reason without end", { reason: "x".repeat(10_001) }],
  ])("takes nothing that a file could not hold: %s", async (_what, wrong) => {
    const own = await scanned(createCustomizedApp());
    own.store.accept([VIEW_KEY], wrong);
    expect(own.store.getState().accepted).toMatchObject({ entries: [], problem: { code: "invalid" } });
    expect(stateOf(own, VIEW_KEY)).toBe("new");
  });

  it("keeps what is held when a file is bad, and says what is wrong", async () => {
    const own = await scanned(createCustomizedApp());
    own.store.accept([VIEW_KEY], acceptance);
    own.store.loadAccepted('{"format":"solution-health/accepted-overrides","version":1,"overrides":[{}]}');
    expect(own.store.getState().accepted).toMatchObject({
      entries: [{}],
      problem: { code: "invalid", place: "overrides[0].typeName" },
    });
    expect(stateOf(own, VIEW_KEY)).toBe("accepted");
  });
});
