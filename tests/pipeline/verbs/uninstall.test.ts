import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../../Solutions/pipeline/program";
import { defaultHabits, defaultOptions, type ServerOptions } from "../../../sandbox/server/options";
import { createServer, type SandboxServer } from "../../../sandbox/server/server";
import { Bench, column, form, guid, table, webResource } from "../../sandbox/engine/handMade";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";

let server: SandboxServer | undefined;
afterEach(() => server?.close());

const js = (content: string) => webResource("con_/a.js", { content });

/** A base that brings a script, a second solution that changes it, a patch, and a table with rows. */
function environment(): Bench {
  const bench = new Bench();
  bench.import({ name: "Base", components: [js("1"), table("con_t"), column("con_t", "con_c")] });
  bench.import({ name: "Base_Patch_1", version: "1.0.1.0", parent: "Base", components: [js("2")] });
  return bench;
}

function withBlocker(): Bench {
  const bench = environment();
  bench.import({ name: "Forms", components: [form(guid(7), "con_t", ["con_c"])] });
  return bench;
}

interface Choice {
  readonly typed?: readonly string[];
  readonly options?: Partial<ServerOptions>;
  /** Comes before the environment; nothing = through. */
  readonly intercept?: (request: string) => Promise<Response> | undefined;
}

async function run(bench: Bench, args: readonly string[], { typed, options, intercept }: Choice = {}) {
  server = createServer({
    environment: bench.environment,
    options: { ...defaultOptions, jobDuration: 20, ...options, habits: { ...defaultHabits, ...options?.habits } },
  });
  const port = await server.listen(0);
  const workingDir = await makeFolder();
  const sent: string[] = [];
  const outside = fakeOutside({
    workingDir,
    ...(typed && { typed }),
    fetch: (input, init) => {
      const request = `${init?.method ?? "GET"} ${input as string}`;
      if (!request.startsWith("GET") && !request.includes("$batch")) sent.push(request.replace(/http\S*v9\.2\//, ""));
      return intercept?.(request) ?? globalThis.fetch(input, init);
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const exitCode = await runProgram(["uninstall", ...args, "--environment", url], "1.0.0", outside);
  return {
    exitCode,
    data: outside.data(),
    messages: outside.messages.join("\n"),
    questions: outside.drawn.filter((text) => text.startsWith("Type")),
    sent,
    files: await readdir(workingDir),
    workingDir,
  };
}

const installed = (bench: Bench): string[] =>
  bench.environment.state.solutions.map(({ uniqueName }) => uniqueName).filter((name) => /^(Base|Forms)/.test(name));

const UNINSTALL = "POST UninstallSolutionAsync";

describe("uninstall --preview", () => {
  it("shows what would happen, ends with 0, and changes nothing", async () => {
    const bench = environment();
    const before = JSON.stringify(bench.environment.state);
    const { exitCode, data, messages, sent, files } = await run(bench, ["Base_Patch_1", "--preview"]);
    expect([exitCode, sent, files]).toEqual([0, [], []]);
    expect(data).toContain("content: 2 → 1");
    expect(messages).toContain("1 falling back. Uninstalling is possible.");
    expect(JSON.stringify(bench.environment.state)).toBe(before);
  });

  it("prints JSON with the data at risk", async () => {
    const { data } = await run(environment(), ["base", "--preview", "--json"]);
    const { data: atRisk } = JSON.parse(data) as { data: { items: unknown[] } };
    expect(atRisk.items).toMatchObject([{ kind: "rows", count: { status: "exact", count: 7 } }]);
  });

  it("ends with 1 when it is blocked", async () => {
    const { exitCode, messages } = await run(withBlocker(), ["Base", "--preview"]);
    expect(exitCode).toBe(1);
    expect(messages).toMatch(/in the way: \d.*blocked/);
  });

  it("ends with 7 when it could not be found out", async () => {
    const { exitCode, messages } = await run(environment(), ["Base", "--preview"], {
      intercept: (request) =>
        request.includes("RetrieveDependenciesForUninstall")
          ? Promise.resolve(new Response('{"error":{"code":"0x80040216","message":"broken"}}', { status: 500 }))
          : undefined,
    });
    expect(exitCode).toBe(7);
    expect(messages).toContain("could not be read");
  });

  it("refuses what is not installed, and two forms at once", async () => {
    expect((await run(environment(), ["Nothing", "--preview"])).exitCode).toBe(6);
    await server?.close();
    expect((await run(environment(), ["Base", "--preview", "--json", "--markdown"])).exitCode).toBe(2);
  });
});

describe("uninstall", () => {
  it("shows, saves, asks for the name, uninstalls once, and compares", async () => {
    const bench = environment();
    const { exitCode, data, messages, questions, sent, files, workingDir } = await run(bench, ["Base_Patch_1"], {
      typed: ["Base_Patch_1"],
    });
    expect([exitCode, sent, questions.length]).toEqual([0, [UNINSTALL], 1]);
    expect(installed(bench)).toEqual(["Base"]);
    expect(bench.effective(61, "con_/a.js").content).toBe("1");
    expect(files).toHaveLength(1);
    expect(messages).toContain(`The report is in ${join(workingDir, files[0] ?? "")}.`);
    expect(await readFile(join(workingDir, files[0] ?? ""), "utf8")).toContain("content: 2 → 1");
    expect(data).toContain("Read again: 1 of 1 components are as the preview said.");
  });

  it("asks nobody where every name is given, and says at the end what came of it as JSON", async () => {
    const bench = environment();
    const { exitCode, data, questions, files } = await run(bench, [
      "Base",
      ...["--yes", "Base", "--json", "--report", "r.json"],
    ]);
    expect([exitCode, questions, installed(bench), files]).toEqual([0, [], [], ["r.json"]]);
    expect(JSON.parse(data)).toMatchObject({
      format: "solution-health/rollback-preview",
      order: { steps: [{ uniqueName: "Base_Patch_1", implied: true }, { uniqueName: "Base" }] },
      comparison: { surprises: [] },
    });
  });

  it("takes several in the order of the preview, dependents first", async () => {
    const bench = withBlocker();
    const { exitCode, messages, sent } = await run(bench, ["Base", "Forms", "--yes", "Forms", "--yes", "Base"]);
    expect([exitCode, sent, installed(bench)]).toEqual([0, [UNINSTALL, UNINSTALL], []]);
    expect(messages.indexOf("Uninstalling Forms succeeded")).toBeLessThan(
      messages.indexOf("Uninstalling Base succeeded"),
    );
  });

  it.each<[string, readonly string[], readonly string[] | undefined]>([
    ["nobody can type", [], undefined],
    ["another name is typed", [], ["base"]],
    ["--yes has another name", ["--yes", "Other"], undefined],
    ["only one of two is confirmed", ["Base_Patch_1", "--yes", "Base"], undefined],
  ])("sends nothing where %s", async (_name, more, typed) => {
    const bench = environment();
    const { exitCode, messages, sent } = await run(bench, ["Base", ...more], typed && { typed });
    expect([exitCode, sent]).toEqual([2, []]);
    expect(messages).toContain("Nothing was changed.");
    expect(installed(bench)).toEqual(["Base", "Base_Patch_1"]);
  });

  it("refuses what is blocked before it asks, and names what has to go first", async () => {
    const { exitCode, messages, sent, questions } = await run(withBlocker(), ["Base"], { typed: ["Base"] });
    expect([exitCode, sent, questions]).toEqual([6, [], []]);
    expect(messages).toContain("First: Forms.");
  });

  it("has no way to force it", async () => {
    expect((await run(withBlocker(), ["Base", "--force-blocked"])).exitCode).toBe(2);
  });

  it("refuses an unmanaged solution", async () => {
    const bench = environment();
    bench.import({ name: "Mine", managed: false, components: [] });
    const { exitCode, messages } = await run(bench, ["Mine", "--yes", "Mine"]);
    expect(exitCode).toBe(6);
    expect(messages).toContain("Mine is unmanaged");
  });

  it("deletes the row where the action is not there", async () => {
    const bench = environment();
    const habits = { ...defaultHabits, uninstallAction: "unknown" } as const;
    const { exitCode, sent } = await run(bench, ["Base", "--yes", "Base"], { options: { habits } });
    expect(exitCode).toBe(0);
    expect(sent).toEqual([UNINSTALL, expect.stringMatching(/^DELETE solutions\(/)]);
    expect(installed(bench)).toEqual([]);
  });

  it("says where the report cannot be written, and sends nothing", async () => {
    const { exitCode, sent } = await run(environment(), ["Base", "--yes", "Base", "--report", "/dev/null/r.md"]);
    expect([exitCode, sent]).toEqual([4, []]);
  });
});
