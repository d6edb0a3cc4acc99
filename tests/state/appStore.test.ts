import { settle } from "../dataverse/fakeClock";
import { failure, json, rows } from "../dataverse/fakeServer";
import { SOLUTION_ID, USER_ID, createBench } from "./bench";

const solutionRow = (version: string) => ({
  solutionid: SOLUTION_ID,
  uniquename: "Sales",
  version,
  ismanaged: true,
  isvisible: true,
});

describe("createAppStore", () => {
  it("asks for nothing before the first refresh", async () => {
    const { store, asked } = createBench();
    await settle();
    expect(asked()).toEqual([]);
    expect(store.getState().solutions).toEqual({ status: "idle" });
  });

  it("reads everything at once, in one round, when the host names the user", async () => {
    const { store, open, answerAll, asked } = createBench();
    store.refresh();
    await settle();
    expect(open()).toHaveLength(5);
    await answerAll();
    expect(asked()).toHaveLength(5);
    expect(asked()).toContain(`systemusers(${USER_ID})?$select=fullname,domainname`);
    const { environment, user, privileges, solutions, history } = store.getState();
    expect([environment, user, privileges, solutions, history].map(({ status }) => status)).toEqual(
      Array(5).fill("ready"),
    );
  });

  it("asks who the user is once, and only when the host does not say", async () => {
    const { store, answerAll, asked } = createBench("");
    store.refresh();
    await answerAll();
    expect(asked().filter((path) => path === "WhoAmI()")).toHaveLength(1);
    expect(store.getState().user).toMatchObject({ status: "ready", value: { id: USER_ID, name: "Ann" } });
    store.refresh();
    await answerAll();
    expect(asked().filter((path) => path === "WhoAmI()")).toHaveLength(1);
  });

  it("lets one part fail without touching the others, and reads it again on retry", async () => {
    const { store, answer, answerAll } = createBench();
    store.refresh();
    await answer("msdyn_solutionhistories", () => failure(403, "0x80040220", "missing prvReadmsdyn_solutionhistory"));
    await answerAll();
    expect(store.getState().history).toEqual({
      status: "failed",
      failure: {
        kind: "forbidden",
        code: "0x80040220",
        status: 403,
        serverText: "missing prvReadmsdyn_solutionhistory",
        privilege: "prvReadmsdyn_solutionhistory",
        retryable: false,
      },
    });
    expect(store.getState().solutions.status).toBe("ready");
    store.retry("history");
    await answerAll();
    expect(store.getState().history.status).toBe("ready");
  });

  it("keeps the rows while they are read again, and when that fails", async () => {
    const { store, answer, answerAll } = createBench();
    store.refresh();
    await answer("solutions?", () => rows([solutionRow("1.0")]));
    await answerAll();
    store.refresh();
    expect(store.getState().solutions).toMatchObject({ status: "loading", previous: [{ version: "1.0" }] });
    await answer("solutions?", () => failure(400, "0x80048d19"));
    expect(store.getState().solutions).toMatchObject({
      status: "failed",
      previous: [{ version: "1.0" }],
      failure: { kind: "badRequest" },
    });
  });

  it("aborts an older read, and takes only the answer of the newest", async () => {
    const { store, answer, open } = createBench();
    store.refresh();
    await settle();
    const [older] = open("solutions?");
    store.retry("solutions");
    await settle();
    expect(older?.signal.aborted).toBe(true);
    await answer("solutions?", () => rows([solutionRow("2.0")]));
    older?.answer(rows([solutionRow("1.0")]));
    await settle();
    expect(store.getState().solutions).toMatchObject({ status: "ready", value: [{ version: "2.0" }] });
  });

  it("says for how long the server asks to wait, and stops saying so", async () => {
    const { store, answer, clock } = createBench();
    store.refresh();
    await answer("solutions?", () =>
      json({ error: { code: "0x80072322" } }, { status: 429, headers: { "Retry-After": "5" } }),
    );
    expect(store.getState().throttledFor).toBe(5);
    await clock.pass(5_000);
    expect(store.getState()).not.toHaveProperty("throttledFor");
  });

  it("keeps the last 500 calls", async () => {
    const { store, answerAll } = createBench();
    for (let times = 0; times < 101; times += 1) {
      store.refresh();
      await answerAll();
    }
    const { calls } = store.getState();
    expect(calls).toHaveLength(500);
    expect([calls[0]?.id, calls[499]?.id]).toEqual([6, 505]);
    expect(calls.every(({ status }) => status === 200)).toBe(true);
  });

  it("tells each listener of each change until it unsubscribes", () => {
    const { store } = createBench();
    const listener = jest.fn();
    const stops = [store.subscribe(listener), store.subscribe(listener)];
    store.retry("history");
    const times = listener.mock.calls.length;
    expect(times).toBeGreaterThan(0);
    stops[0]?.();
    store.retry("user");
    expect(listener.mock.calls.length).toBeLessThan(times * 2);
    const after = listener.mock.calls.length;
    expect(after).toBeGreaterThan(times);
    stops[1]?.();
    store.retry("solutions");
    expect(listener.mock.calls).toHaveLength(after);
  });

  it("aborts everything and goes silent when disposed of", async () => {
    const { store, open } = createBench("");
    store.refresh();
    store.loadComponents(SOLUTION_ID);
    await settle();
    const requests = open();
    const listener = jest.fn();
    store.subscribe(listener);
    store.dispose();
    await settle();
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.every(({ signal }) => signal.aborted)).toBe(true);
    expect(listener).not.toHaveBeenCalled();
  });
});
