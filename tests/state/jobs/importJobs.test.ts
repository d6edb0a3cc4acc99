import { failure, json } from "../../dataverse/fakeServer";
import { guid } from "../bench";
import { createJobsBench, historyRow, JOB, jobRow, type JobsBench, SALES } from "./jobsBench";

const MINUTE = 60_000;
const IMPORT_JOB = guid(40);
const TARGET = { uniqueName: "Sales", displayName: "Contoso Sales", version: "2.0.0.0", way: "import" } as const;
const REQUEST = {
  customizationFile: "emlw",
  importJobId: IMPORT_JOB,
  overwriteUnmanagedCustomizations: false,
  publishWorkflows: true,
};
const LOG =
  '<importexportxml><entities><entity id="a" LocalizedName="Account">' +
  '<result result="warning" errorcode="0x80048033" errortext="Look &amp; see"/></entity></entities></importexportxml>';

/** The environment as it is before, until `arrive` says otherwise. */
function importBench() {
  const bench: JobsBench = createJobsBench();
  const now = {
    version: "1.0.0.0",
    staged: undefined as string | undefined,
    job: "none" as "none" | "running" | "done",
    signedOut: false,
    result: { Status: "Passed", WarningMessages: ["careful"], ErrorMessages: [] as string[] },
  };
  const solution = (uniquename: string, version: string) => ({ solutionid: SALES.id, uniquename, version });
  bench.world.other = (path) => {
    if (now.signedOut) return failure(401, "");
    if (path.startsWith("solutions")) {
      const wantsStaged = path.includes("Sales_Upgrade");
      const found = wantsStaged ? now.staged && solution("Sales_Upgrade", now.staged) : solution("Sales", now.version);
      return json({ value: found ? [found] : [] });
    }
    if (path.startsWith("RetrieveSolutionImportResult")) {
      return json({ SolutionOperationResult: now.result });
    }
    if (!path.startsWith("importjobs(")) return undefined;
    if (path.includes("$select=data")) return json({ data: LOG });
    if (now.job === "none") return failure(404, "0x80040217");
    return json({ progress: 40, ...(now.job === "done" && { completedon: "2026-01-01T00:10:00Z" }) });
  };
  const arrive = (): void => {
    now.version = TARGET.version;
    now.job = "done";
  };
  return { ...bench, now, arrive };
}

describe("an import", () => {
  it("is sent once, shows its progress, and ends with the server's account of each component", async () => {
    const { store, clock, world, now, arrive, job, writes } = importBench();
    now.job = "none";
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(0);
    now.job = "running";
    await clock.pass(5_000);
    expect(job()).toMatchObject({ kind: "import", phase: "running", progress: 40 });
    arrive();
    world.jobRow = () => jobRow(3, 30);
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({
      phase: "succeeded",
      outcome: {
        status: "Passed",
        warnings: ["careful"],
        log: [{ item: "entity", name: "Account", result: "warning", code: "0x80048033", text: "Look & see" }],
      },
    });
    expect(writes()).toEqual(["ImportSolutionAsync"]);
  });

  it("whose answer got lost is looked up, never sent again", async () => {
    const { store, clock, world, arrive, writes } = importBench();
    world.start = () => {
      arrive();
      return "cut";
    };
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(MINUTE);
    expect((await end).phase).toBe("succeeded");
    expect(writes()).toEqual(["ImportSolutionAsync"]);
  });

  it("that left no trace is lost, never called done", async () => {
    const { store, clock, world } = importBench();
    world.start = () => "cut";
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect((await end).phase).toBe("lost");
  });

  it("of the version that is there already is done only when its own job is through", async () => {
    const { store, clock, world, now } = importBench();
    now.version = TARGET.version;
    world.start = () => "cut";
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(20_000);
    now.job = "done";
    world.history = [historyRow(3, { msdyn_operation: 0, ...IMPORTED, msdyn_result: true, msdyn_status: 1 })];
    await clock.pass(10 * MINUTE);
    expect((await end).phase).toBe("succeeded");
  });

  it("fails with the server's words, and still tells of each component", async () => {
    const { store, clock, world } = importBench();
    world.jobRow = () => jobRow(3, 31, { errorcode: -2147188685, friendlymessage: "Import failed" });
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(0);
    expect(await end).toMatchObject({
      phase: "failed",
      failure: { serverText: "Import failed" },
      outcome: { importJobId: IMPORT_JOB },
    });
  });

  it("is lost, never called not started, when the session ends while the server works on it", async () => {
    const { store, clock, now, writes } = importBench();
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(5_000);
    now.signedOut = true;
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ phase: "lost", failure: { kind: "signedOut" } });
    expect(writes()).toEqual(["ImportSolutionAsync"]);
  });

  it("has failed also where the session is over before its account can be read", async () => {
    const { store, clock, world, now } = importBench();
    world.jobRow = () => {
      now.signedOut = true;
      return jobRow(3, 31, { errorcode: -2147188685, friendlymessage: "Import failed" });
    };
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ phase: "failed", failure: { serverText: "Import failed" } });
  });

  it("of the version that is there already has failed where its own job says so, although the answer got lost", async () => {
    const { store, clock, world, now } = importBench();
    now.version = TARGET.version;
    now.result = { Status: "Failed", WarningMessages: [], ErrorMessages: ["Solution is broken"] };
    world.start = () => "cut";
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: false });
    await clock.pass(20_000);
    now.job = "done";
    await clock.pass(10 * MINUTE);
    expect(await end).toMatchObject({ phase: "failed", failure: { serverText: "Solution is broken" } });
  });

  it("waits for the lock on request, and says who holds it", async () => {
    const { store, clock, world, job, arrive, writes } = importBench();
    let sent = 0;
    world.start = () => {
      sent += 1;
      if (sent > 1) return json({ AsyncOperationId: JOB, ImportJobKey: IMPORT_JOB });
      return failure(
        429,
        "0x80071151",
        "Cannot start another [Import] because there is a previous [Uninstall] running",
      );
    };
    const end = store.importPackage(TARGET, REQUEST, { waitForLock: true });
    await clock.pass(0);
    expect(job()).toMatchObject({ phase: "waitingForLock", lockedBy: "Uninstall" });
    arrive();
    world.jobRow = () => jobRow(3, 30);
    await clock.pass(2 * MINUTE);
    expect((await end).phase).toBe("succeeded");
    expect(writes()).toHaveLength(2);
  });
});

const IMPORTED = { "msdyn_operation@OData.Community.Display.V1.FormattedValue": "Import" };

describe("a staged upgrade", () => {
  it("is staged when the row beside the solution has the version", async () => {
    const { store, clock, world, now } = importBench();
    world.jobRow = () => jobRow(3, 30);
    const end = store.importPackage({ ...TARGET, way: "stage" }, REQUEST, { waitForLock: false });
    await clock.pass(0);
    now.staged = TARGET.version;
    now.job = "done";
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ kind: "stage", phase: "succeeded" });
  });

  it("is applied when nothing is staged any more and the version is there, also when the answer got lost", async () => {
    const { store, clock, world, now, writes } = importBench();
    now.staged = TARGET.version;
    world.start = () => {
      now.staged = undefined;
      now.version = TARGET.version;
      return "cut";
    };
    const end = store.applyUpgrade(TARGET, { waitForLock: false });
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ kind: "applyUpgrade", phase: "succeeded" });
    expect(writes()).toEqual(["DeleteAndPromoteAsync"]);
  });

  it("whose applying never arrived stays staged: its end is not known, and it is not sent again", async () => {
    const { store, clock, world, now, writes } = importBench();
    now.staged = TARGET.version;
    world.start = () => "cut";
    const end = store.applyUpgrade(TARGET, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect(await end).toMatchObject({ kind: "applyUpgrade", phase: "lost" });
    expect(writes()).toEqual(["DeleteAndPromoteAsync"]);
  });
});
