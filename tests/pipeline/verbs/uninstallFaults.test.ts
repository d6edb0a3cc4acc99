import { runProgram } from "../../../Solutions/pipeline/program";
import { defaultHabits, defaultOptions, type ServerOptions } from "../../../sandbox/server/options";
import { noTroubles } from "../../../sandbox/server/operationTroubles";
import { createServer, type SandboxServer } from "../../../sandbox/server/server";
import { Bench, column, form, guid, table, webResource } from "../../sandbox/engine/handMade";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";

let server: SandboxServer | undefined;
afterEach(() => server?.close());

function environment(): Bench {
  const bench = new Bench();
  bench.import({ name: "Base", components: [webResource("con_/a.js", { content: "1" }), table("con_t")] });
  return bench;
}

type Intercept = (request: string, send: () => Promise<Response>) => Promise<Response> | undefined;

async function run(
  bench: Bench,
  more: readonly string[],
  intercept: Intercept = () => undefined,
  options: Partial<ServerOptions> = {},
) {
  server = createServer({
    environment: bench.environment,
    options: { ...defaultOptions, jobDuration: 20, ...options, habits: { ...defaultHabits, ...options.habits } },
  });
  const url = `http://127.0.0.1:${await server.listen(0)}`;
  const writes: string[] = [];
  const outside = fakeOutside({
    workingDir: await makeFolder(),
    fetch: (input, init) => {
      const request = `${init?.method ?? "GET"} ${input as string}`;
      if (!request.startsWith("GET") && !request.includes("$batch")) writes.push(request);
      return intercept(request, () => globalThis.fetch(input, init)) ?? globalThis.fetch(input, init);
    },
  });
  const args = ["uninstall", "Base", "--yes", "Base", "--environment", url, ...more];
  const exitCode = await runProgram(args, "1.0.0", outside);
  return { exitCode, writes: writes.length, messages: outside.messages.join("\n"), data: outside.data() };
}

const isThere = (bench: Bench): boolean => bench.environment.store.solutionNamed("Base") !== undefined;

const answer = (status: number, code: string, message = "broken", headers: Record<string, string> = {}) =>
  Promise.resolve(new Response(JSON.stringify({ error: { code, message } }), { status, headers }));

const isStart = (request: string): boolean => request.includes("UninstallSolutionAsync");

/** The server has it; the answer does not arrive. */
async function lose(response: Response): Promise<never> {
  await response.text();
  throw new TypeError("fetch failed");
}

const LOCK = "Cannot start another [Uninstall] because there is a previous [Import] running at this moment.";

describe("uninstall under fault", () => {
  it("looks for the effect when the answer gets lost, and sends nothing twice", async () => {
    const bench = environment();
    const losing: Intercept = (request, send) => (isStart(request) ? send().then(lose) : undefined);
    const { exitCode, writes, messages } = await run(bench, [], losing);
    expect([exitCode, writes, isThere(bench)]).toEqual([0, 1, false]);
    expect(messages).toContain("watching for its effect");
  });

  it("says that it failed when the answer gets lost and the history tells of the failure", async () => {
    const bench = environment();
    const failures = [{ job: "uninstall", at: 0.5, code: "0x80040216", message: "It broke midway." }] as const;
    const losing: Intercept = (request, send) => (isStart(request) ? send().then(lose) : undefined);
    const { exitCode, writes, messages } = await run(bench, [], losing, { troubles: { ...noTroubles, failures } });
    expect([exitCode, writes, isThere(bench)]).toEqual([6, 1, true]);
    expect(messages).toContain("It broke midway.");
  });

  it("says that the outcome is not known when nothing tells", async () => {
    const bench = environment();
    let started = false;
    const silent: Intercept = (request) => {
      started ||= isStart(request);
      return started ? Promise.reject(new TypeError("fetch failed")) : undefined;
    };
    const { exitCode, writes, messages } = await run(bench, [], silent);
    expect([exitCode, writes]).toEqual([7, 1]);
    expect(messages).toContain("how it ended is not known");
  });

  it("tells the failure of the job with what stands in the way by the server's words", async () => {
    const bench = environment();
    const { id } = bench.get(61, "con_/a.js");
    const message = `This solution cannot be uninstalled because the 'WebResource' with id '${id}' is required by the 'Extras' solution. Uninstall the Extras solution and try again.`;
    const failures = [{ job: "uninstall", at: 0.5, code: "0x8004F020", message }] as const;
    const { exitCode, messages, data } = await run(bench, ["--json"], undefined, {
      troubles: { ...noTroubles, failures },
    });
    expect([exitCode, isThere(bench)]).toEqual([6, true]);
    expect(messages).toContain("- WebResource con_/a.js: needed by solution Extras");
    expect(JSON.parse(data)).toMatchObject({ error: { code: "0x8004F020", exitCode: 6 } });
  });

  it("says who holds the lock, and that nothing was started", async () => {
    const bench = environment();
    const locked: Intercept = (request) => (isStart(request) ? answer(429, "0x80071151", LOCK) : undefined);
    const { exitCode, writes, messages } = await run(bench, [], locked);
    expect([exitCode, writes, isThere(bench)]).toEqual([6, 1, true]);
    expect(messages).toContain("The environment is busy with Import. Nothing was started.");
  });

  it("waits for the lock where it is told to", async () => {
    const bench = environment();
    let refusals = 0;
    const locked: Intercept = (request) => {
      if (!isStart(request) || refusals === 2) return undefined;
      refusals += 1;
      return answer(429, "0x80071151", LOCK);
    };
    const { exitCode, messages } = await run(bench, ["--wait-for-lock"], locked);
    expect([exitCode, refusals, isThere(bench)]).toEqual([0, 2, false]);
    expect(messages).toContain("Base has to wait: the environment is busy with Import.");
  });

  it("does not send it again where the server throttles the start", async () => {
    const bench = environment();
    const busy: Intercept = (request) =>
      isStart(request) ? answer(429, "0x80072322", "slow down", { "Retry-After": "1" }) : undefined;
    const { exitCode, writes } = await run(bench, [], busy);
    expect([exitCode, writes, isThere(bench)]).toEqual([6, 1, true]);
  });

  it("outlasts throttling and a server that is away while it reads", async () => {
    const bench = environment();
    const met = new Set<string>();
    const shaky: Intercept = (request) => {
      if (isStart(request) || met.has(request)) return undefined;
      met.add(request);
      return met.size % 2 === 0 ? answer(429, "0x80072322", "slow", { "Retry-After": "1" }) : answer(503, "");
    };
    expect(await run(bench, [], shaky)).toMatchObject({ exitCode: 0, writes: 1 });
    expect(isThere(bench)).toBe(false);
  });

  it("names the missing privilege", async () => {
    const { exitCode, messages } = await run(environment(), [], undefined, { user: "reader" });
    expect(exitCode).toBe(6);
    expect(messages).toContain("prvDeleteSolution");
  });

  it("ends with 5 where the session has ended, before anything is sent", async () => {
    const signedOut: Intercept = (request) => (request.includes("solutioncomponents") ? answer(401, "") : undefined);
    expect(await run(environment(), [], signedOut)).toMatchObject({ exitCode: 5, writes: 0 });
  });

  it("ends with 7 when it is uninstalled and what is there now cannot be read", async () => {
    const bench = environment();
    const blind: Intercept = (request) =>
      !isThere(bench) && request.includes("solutioncomponents") ? answer(500, "0x80040216") : undefined;
    const { exitCode, messages } = await run(bench, [], blind);
    expect([exitCode, isThere(bench)]).toEqual([7, false]);
    expect(messages).toContain("Uninstalled. What is there now could not be compared");
  });

  it("ends with 1 and names what is otherwise than the preview said", async () => {
    const bench = environment();
    const { id } = bench.get(61, "con_/a.js");
    // Somebody else installs a solution with the same script in between: it stays.
    const meddling: Intercept = (request) => {
      if (isStart(request)) bench.import({ name: "Late", components: [webResource("con_/a.js", { content: "9" })] });
      return undefined;
    };
    const { exitCode, data } = await run(bench, [], meddling);
    expect(bench.find(61, "con_/a.js")?.id).toBe(id);
    expect(exitCode).toBe(1);
    expect(data).toContain('- WebResource con_/a.js: expected "deleted", is still there');
  });

  it("stops after the first of several that fails, and says what is gone", async () => {
    const bench = environment();
    bench.import({ name: "Forms", components: [column("con_t", "con_c"), form(guid(7), "con_t", ["con_c"])] });
    const failures = [{ job: "uninstall", solution: "Base", at: 0.5, code: "0x80040216", message: "Broke." }] as const;
    const { exitCode, messages } = await run(bench, ["Forms", "--yes", "Forms"], undefined, {
      troubles: { ...noTroubles, failures },
    });
    expect([exitCode, isThere(bench)]).toEqual([6, true]);
    expect(messages).toContain("Already uninstalled: Forms.");
  });
});
