import { settle } from "../../dataverse/fakeClock";
import { failure, json, rows } from "../../dataverse/fakeServer";
import { guid } from "../bench";
import { createJobsBench, historyRow, JOB, jobRow, SALES, USER } from "./jobsBench";

const MINUTE = 60_000;
const START = "UninstallSolutionAsync";
const lock = () =>
  failure(
    429,
    "0x80071151",
    "Cannot start another [Uninstall] because there is a previous [Import] running at this moment.",
  );

describe("an uninstall", () => {
  it("is sent once, followed, and has succeeded only when the solution is gone", async () => {
    const { store, clock, world, writes, job, ended } = createJobsBench();
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(job()).toMatchObject({ phase: "running", asyncOperationId: JOB, serverStatus: "running", found: false });
    world.jobRow = () => jobRow(3, 30);
    await clock.pass(5_000);
    expect(job().phase).toBe("running");
    world.installed = false;
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ phase: "succeeded", uniqueName: "Sales" });
    expect(writes()).toEqual([START]);
    expect(ended).toHaveLength(1);
  });

  it("is lost, never succeeded, when the job says so but the solution stays", async () => {
    const { store, clock, world } = createJobsBench();
    world.jobRow = () => jobRow(3, 30);
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect((await end).phase).toBe("lost");
  });

  it("fails with the server's code and words", async () => {
    const { store, clock, world } = createJobsBench();
    world.jobRow = () => jobRow(3, 31, { errorcode: -2147160035, friendlymessage: "Solution dependencies exist" });
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(await end).toMatchObject({
      phase: "failed",
      message: "Solution dependencies exist",
      failure: { code: "0x8004F01D", kind: "server" },
    });
  });

  it("has not started when the server refuses it", async () => {
    const { store, clock, world, writes } = createJobsBench();
    world.start = () => failure(403, "0x80040220", "missing prvDeleteSolution privilege");
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(await end).toMatchObject({ phase: "notStarted", failure: { privilege: "prvDeleteSolution" } });
    expect(writes()).toEqual([START]);
  });

  it("goes by the deletion of the row where the server does not know the message", async () => {
    const { store, clock, world, writes } = createJobsBench();
    let sent = 0;
    world.start = () => {
      sent += 1;
      if (sent === 1) return failure(404, "0x80060888", "Resource not found for the segment");
      world.installed = false;
      return new Response(null, { status: 204 });
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect((await end).phase).toBe("succeeded");
    expect(writes()).toEqual([START, `solutions(${SALES.id})`]);
  });

  it("lives through failures of looking", async () => {
    const { store, clock, world } = createJobsBench();
    let looks = 0;
    world.jobRow = () => {
      looks += 1;
      return looks < 4 ? failure(500, "0x80040216", "An unexpected error occurred") : jobRow(3, 30);
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    world.installed = false;
    await clock.pass(5 * MINUTE);
    expect((await end).phase).toBe("succeeded");
  });

  it("is lost when the session ends, and found again when it is looked at again", async () => {
    const { store, clock, world, job, writes } = createJobsBench();
    world.jobRow = () => new Response("", { status: 401 });
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(await end).toMatchObject({ phase: "lost", failure: { kind: "signedOut" } });
    world.jobRow = () => jobRow(3, 30);
    world.installed = false;
    store.lookAgain();
    await clock.pass(0);
    expect(job()).toMatchObject({ phase: "succeeded" });
    expect(job().failure).toBeUndefined();
    expect(writes()).toEqual([START]);
  });
});

describe("an uninstall whose answer got lost", () => {
  it("is looked up by the server's new job, not sent again", async () => {
    const { store, clock, world, writes, job } = createJobsBench();
    world.jobs = [guid(60)];
    world.start = () => {
      world.jobs = [JOB, guid(60)];
      return "cut";
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(job()).toMatchObject({ phase: "running", asyncOperationId: JOB, presumed: [JOB] });
    world.history = [historyRow(5)];
    await clock.pass(5_000);
    expect(job()).not.toHaveProperty("presumed");
    world.jobRow = () => jobRow(3, 30);
    world.installed = false;
    await clock.pass(MINUTE);
    expect((await end).phase).toBe("succeeded");
    expect(writes()).toEqual([START]);
  });

  it("is presumed to be the first of those that this user began; others' are not followed", async () => {
    const { store, clock, world, job } = createJobsBench();
    const begun = (number: number, minute: number, owner: string) => ({
      asyncoperationid: guid(number),
      createdon: `2026-01-01T00:0${minute}:00Z`,
      _ownerid_value: owner,
    });
    world.start = () => {
      world.jobs = [begun(64, 4, guid(81)), begun(63, 3, USER), begun(62, 2, USER), begun(61, 1, guid(81))];
      return "cut";
    };
    void store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(job()).toMatchObject({ asyncOperationId: guid(62), presumed: [guid(62), guid(63)] });
  });

  it("leaves a job that the history names as somebody else's, whose failure is not its own", async () => {
    const { store, clock, world, job, ended } = createJobsBench();
    world.start = () => {
      world.jobs = [guid(61)];
      return "cut";
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(job()).toMatchObject({ phase: "running", asyncOperationId: guid(61) });
    world.jobRow = () => jobRow(3, 31, { errorcode: -2147160035, friendlymessage: "Another solution's" });
    world.history = [historyRow(5, { msdyn_uniquename: "Other", msdyn_activityid: guid(61) })];
    await clock.pass(10_000);
    expect(job()).toMatchObject({ phase: "lookingUp" });
    expect(job()).not.toHaveProperty("asyncOperationId");
    expect(ended).toEqual([]);
    world.installed = false;
    await clock.pass(MINUTE);
    expect((await end).phase).toBe("succeeded");
  });

  it("goes by its effect where a presumed job has failed and nobody says whose it was", async () => {
    const { store, clock, world } = createJobsBench();
    world.start = () => {
      world.jobs = [guid(61)];
      return "cut";
    };
    world.jobRow = () => jobRow(3, 31, { friendlymessage: "Perhaps another solution's" });
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect(await end).toMatchObject({ phase: "lost", presumed: [guid(61)] });
  });

  it("is not mistaken for another solution's that began meanwhile", async () => {
    const { store, clock, world, job } = createJobsBench();
    world.start = () => {
      world.jobs = [guid(61)];
      world.history = [historyRow(5, { msdyn_uniquename: "Other", msdyn_activityid: guid(61) })];
      return "cut";
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(MINUTE);
    expect(job()).toMatchObject({ phase: "lookingUp" });
    await clock.pass(5 * MINUTE);
    expect((await end).phase).toBe("lost");
  });

  it("has failed when the history has a new failed row of it, not an old one", async () => {
    const { store, clock, world, job } = createJobsBench();
    const old = historyRow(1, { msdyn_status: 1, msdyn_result: false, msdyn_exceptionmessage: "old" });
    const fresh = historyRow(2, { msdyn_status: 1, msdyn_result: false, msdyn_exceptionmessage: "new" });
    world.history = [old];
    world.start = () => "cut";
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10_000);
    expect(job().phase).toBe("lookingUp");
    world.history = [fresh, old];
    await clock.pass(MINUTE);
    expect(await end).toMatchObject({ phase: "failed", message: "new" });
  });

  it("is found by the history where jobs may not be read", async () => {
    const { store, clock, world, job } = createJobsBench();
    world.other = (path) => (path.startsWith("asyncoperations") ? failure(403, "0x80040220", "no") : undefined);
    world.start = () => {
      world.history = [historyRow(2)];
      return "cut";
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect(job().phase).toBe("lookingUp");
    world.installed = false;
    await clock.pass(MINUTE);
    expect((await end).phase).toBe("succeeded");
  });

  it("is lost, not waited for for ever, when the history calls it done and the solution stays", async () => {
    const { store, clock, world } = createJobsBench();
    world.start = () => {
      world.history = [historyRow(2, { msdyn_status: 1, msdyn_result: true, msdyn_endtime: "2026-01-01T00:01:00Z" })];
      return "cut";
    };
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect((await end).phase).toBe("lost");
  });

  it("is lost when there is no sign of it", async () => {
    const { store, clock, world, writes } = createJobsBench();
    world.start = () => "cut";
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(10 * MINUTE);
    expect((await end).phase).toBe("lost");
    expect(writes()).toEqual([START]);
  });
});

describe("the customization lock", () => {
  it("ends the uninstall, and says who holds it", async () => {
    const { store, clock, world, writes } = createJobsBench();
    world.start = lock;
    world.history = [
      historyRow(4, {
        msdyn_uniquename: "Big",
        msdyn_name: "Big one",
        msdyn_operation: 0,
        "msdyn_operation@OData.Community.Display.V1.FormattedValue": "Import",
      }),
    ];
    const end = store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    expect(await end).toMatchObject({
      phase: "notStarted",
      lockedBy: "Import Big one 1.0.0.0",
      failure: { kind: "locked" },
    });
    expect(writes()).toEqual([START]);
  });

  it("is waited for on request, and the uninstall sent when the history shows nothing that runs", async () => {
    const { store, clock, world, writes, job } = createJobsBench();
    world.history = [historyRow(4, { msdyn_uniquename: "Big" })];
    world.start = lock;
    const end = store.uninstall(SALES, { waitForLock: true });
    await clock.pass(5 * MINUTE);
    expect(job()).toMatchObject({ phase: "waitingForLock" });
    expect(writes()).toEqual([START]);
    world.history = [];
    world.start = () => json({ AsyncOperationId: JOB });
    world.jobRow = () => jobRow(3, 30);
    world.installed = false;
    await clock.pass(MINUTE);
    expect((await end).phase).toBe("succeeded");
    expect(writes()).toEqual([START, START]);
  });

  it("lets what came meanwhile count as there before the request", async () => {
    const { store, clock, world, job } = createJobsBench();
    world.history = [historyRow(4, { msdyn_uniquename: "Big" })];
    world.start = lock;
    void store.uninstall(SALES, { waitForLock: true });
    await clock.pass(5 * MINUTE);
    world.jobs = [guid(61)];
    world.history = [];
    world.start = () => {
      world.jobs = [JOB, guid(61)];
      return "cut";
    };
    await clock.pass(MINUTE);
    expect(job()).toMatchObject({ phase: "running", presumed: [JOB] });
  });

  it("is no longer waited for once that is given up: nothing is sent any more", async () => {
    const { store, clock, world, writes, job } = createJobsBench();
    world.history = [historyRow(4, { msdyn_uniquename: "Big" })];
    world.start = lock;
    const end = store.uninstall(SALES, { waitForLock: true });
    await clock.pass(MINUTE);
    store.giveUp(job().key);
    await settle();
    expect((await end).phase).toBe("notStarted");
    world.history = [];
    await clock.pass(10 * MINUTE);
    expect(writes()).toEqual([START]);
  });
});

const RUNNING_SALES = {
  id: guid(4),
  solutionUniqueName: "Sales",
  solutionName: "Contoso Sales",
  version: "1.0.0.0",
  publisherName: "",
  operation: "Uninstall",
  suboperation: "",
  status: "running",
  result: "running",
  startedOn: new Date("2025-12-31T23:59:00Z"),
  activityId: JOB,
} as const;

describe("operations of the history", () => {
  const operationsAt = (history: object[]) => {
    const bench = createJobsBench();
    bench.world.history = history;
    return bench;
  };

  it("are taken up after a reload, once, and followed by their job", async () => {
    const { store, clock, world, job } = operationsAt([historyRow(4)]);
    store.takeUp([RUNNING_SALES]);
    store.takeUp([RUNNING_SALES]);
    expect(store.getState().jobs).toHaveLength(1);
    expect(job()).toMatchObject({ kind: "uninstall", found: true, phase: "running", asyncOperationId: JOB });
    world.jobRow = () => jobRow(3, 30);
    await clock.pass(MINUTE);
    expect(job().phase).toBe("succeeded");
    store.dismiss(job().key);
    expect(store.getState().jobs).toEqual([]);
  });

  it("are taken up while they still wait for their turn, and named once the history tells", async () => {
    const { store, clock, world, job } = operationsAt([]);
    world.other = (path) =>
      path.startsWith("asyncoperations?")
        ? rows([
            {
              asyncoperationid: JOB,
              name: "UninstallSolution",
              operationtype: 54,
              messagename: "UninstallSolutionAsync",
            },
          ])
        : undefined;
    world.jobRow = () => jobRow(0, 0);
    void store.takeUpWaiting();
    await clock.pass(0);
    await store.takeUpWaiting();
    expect(store.getState().jobs).toHaveLength(1);
    expect(job()).toMatchObject({
      kind: "uninstall",
      displayName: "UninstallSolution",
      serverStatus: "waiting",
      found: true,
    });
    store.takeUp([RUNNING_SALES]);
    expect(store.getState().jobs).toHaveLength(1);
    expect(job()).toMatchObject({ uniqueName: "Sales", displayName: "Contoso Sales", phase: "running" });
    world.jobRow = () => jobRow(3, 30);
    await clock.pass(MINUTE);
    expect(job().phase).toBe("succeeded");
  });

  it("are followed by their row where the job cannot be read", async () => {
    const { store, clock, world, job } = operationsAt([historyRow(4)]);
    world.other = (path) => (path.startsWith("asyncoperations") ? failure(404, "0x80040217", "gone") : undefined);
    store.takeUp([
      {
        id: guid(4),
        solutionUniqueName: "Sales",
        solutionName: "",
        version: "1",
        publisherName: "",
        operation: "Import",
        suboperation: "",
        status: "running",
        result: "running",
        startedOn: new Date("2025-12-31T23:59:00Z"),
        activityId: JOB,
      },
    ]);
    await clock.pass(0);
    expect(job()).toMatchObject({ kind: "import", displayName: "Sales", phase: "running" });
    world.history = [historyRow(4, { msdyn_status: 1, msdyn_result: false, msdyn_exceptionmessage: "broken" })];
    await clock.pass(MINUTE);
    expect(job()).toMatchObject({ phase: "failed", message: "broken" });
  });

  it("cannot be dismissed while they run", async () => {
    const { store, clock, job } = operationsAt([]);
    void store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    store.dismiss(job().key);
    expect(store.getState().jobs).toHaveLength(1);
  });

  it("send nothing once the page is closed, however late they were begun", async () => {
    const { store, clock, world, writes } = operationsAt([]);
    world.other = (path) => (path.startsWith("solutions") ? rows([]) : undefined);
    store.dispose();
    void store.uninstall(SALES, { waitForLock: true });
    await clock.pass(MINUTE);
    await settle();
    expect(writes()).toEqual([]);
  });

  it("leave nothing waiting once the page is closed", async () => {
    const { store, clock, world } = operationsAt([]);
    world.other = (path) => (path.startsWith("solutions") ? rows([]) : undefined);
    void store.uninstall(SALES, { waitForLock: false });
    await clock.pass(0);
    store.dispose();
    await settle();
    expect(clock.pending()).toBe(0);
  });
});
