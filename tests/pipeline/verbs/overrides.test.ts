import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../../Solutions/pipeline/program";
import { defaultHabits, defaultOptions, type UnconfirmedHabits } from "../../../sandbox/server/options";
import { createServer, type SandboxServer } from "../../../sandbox/server/server";
import { createApp, createCustomizedApp, edit, FLOW, FORM, VIEW } from "../../integration/overridesApp";
import type { Bench } from "../../sandbox/engine/handMade";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";

let server: SandboxServer | undefined;
afterEach(() => server?.close());

async function run(bench: Bench, args: readonly string[], habits: Partial<UnconfirmedHabits> = {}) {
  server = createServer({
    environment: bench.environment,
    options: { ...defaultOptions, habits: { ...defaultHabits, ...habits } },
  });
  const port = await server.listen(0);
  const outside = fakeOutside({ fetch: globalThis.fetch });
  const exitCode = await runProgram(
    ["overrides", "--environment", `http://127.0.0.1:${port}`, ...args],
    "1.0.0",
    outside,
  );
  return { exitCode, data: outside.data(), messages: outside.messages.join("\n") };
}

describe("overrides", () => {
  it("lists them as Markdown and ends with 1 when there are new real ones", async () => {
    const { exitCode, data, messages } = await run(createCustomizedApp(), []);
    expect(exitCode).toBe(1);
    expect(data.split("\n")[0]).toBe(
      "| Solution | Type | Name | State | Acceptance | Changes | Changed by | Changed on |",
    );
    expect(data).toMatch(/\| App \| SavedQuery \| First \| real \| new \| fetchxml \|/);
    expect(messages).toContain("3 real, 1 state only, 1 phantom, 0 unknown, 0 accepted, 4 new");
  });

  it("ends with 0 when there are none, or only phantoms and states", async () => {
    const bench = createApp();
    edit(bench, FLOW, { statecode: 0 });
    edit(bench, FORM, {});
    expect((await run(bench, [])).exitCode).toBe(0);
  });

  it("ends with 0 when all are accepted, and with 1 again when something else is changed", async () => {
    const bench = createApp();
    edit(bench, VIEW, { name: "Mine" });
    const [entry] = (JSON.parse((await run(bench, ["--json"])).data) as { overrides: Record<string, string>[] })
      .overrides;
    await server?.close();
    const path = join(await makeFolder(), "accepted.json");
    const overrides = [
      {
        typeName: entry?.typeName,
        id: entry?.id,
        name: entry?.displayName,
        fingerprint: entry?.fingerprint,
        properties: ["name"],
        reason: "Asked for",
        acceptedOn: "2026-01-01T00:00:00Z",
      },
    ];
    await writeFile(path, JSON.stringify({ format: "solution-health/accepted-overrides", version: 1, overrides }));
    expect((await run(bench, ["--accepted", path])).exitCode).toBe(0);
    await server?.close();
    edit(bench, VIEW, { name: "Mine again" });
    const changed = await run(bench, ["--accepted", path]);
    expect([changed.exitCode, changed.data.includes("changed since accepted")]).toEqual([1, true]);
  });

  it("ends with 7 when something could not be read and nothing new is known", async () => {
    const bench = createApp();
    edit(bench, VIEW, { name: "Mine" });
    const { exitCode, data } = await run(bench, ["--json"], { layerFailures: [26] });
    expect(exitCode).toBe(7);
    expect(JSON.parse(data)).toMatchObject({
      counts: { unknown: 1 },
      overrides: [{ state: "unknown", reason: "readFailed" }],
    });
  });

  it("reads one solution only when told", async () => {
    const bench = createCustomizedApp();
    bench.import({ name: "Other", components: [] });
    const { exitCode, data } = await run(bench, ["--solution", "other", "--csv"]);
    expect(exitCode).toBe(0);
    expect(data.trim().split("\r\n")).toHaveLength(1);
  });

  it("refuses a solution that is not there", async () => {
    const { exitCode, messages } = await run(createCustomizedApp(), ["--solution", "Nothing"]);
    expect(exitCode).toBe(6);
    expect(messages).toContain("There is no managed solution Nothing");
  });

  it("refuses a bad file of accepted overrides before anything is asked", async () => {
    const path = join(await makeFolder(), "accepted.json");
    await writeFile(path, "{}");
    const { exitCode, data } = await run(createCustomizedApp(), ["--accepted", path]);
    expect([exitCode, data]).toEqual([3, ""]);
    await server?.close();
    expect((await run(createCustomizedApp(), ["--accepted", `${path}.missing`])).exitCode).toBe(3);
  });

  it("refuses two forms at once", async () => {
    expect((await run(createCustomizedApp(), ["--json", "--csv"])).exitCode).toBe(2);
  });

  it("changes nothing", async () => {
    const bench = createCustomizedApp();
    const before = JSON.stringify(bench.environment.state);
    await run(bench, []);
    expect(JSON.stringify(bench.environment.state)).toBe(before);
  });
});
