import { runProgram } from "../../../Solutions/pipeline/program";
import { defaultHabits, defaultOptions, type UnconfirmedHabits } from "../../../sandbox/server/options";
import { createServer, type SandboxServer } from "../../../sandbox/server/server";
import { createHealthyApp, FLOW, SHIPPED_OFF } from "../../integration/healthApp";
import type { Bench } from "../../sandbox/engine/handMade";
import { fakeOutside } from "../fakes/fakeOutside";

let server: SandboxServer | undefined;
afterEach(() => server?.close());

async function run(bench: Bench, args: readonly string[], habits: Partial<UnconfirmedHabits> = {}) {
  server = createServer({
    environment: bench.environment,
    options: { ...defaultOptions, habits: { ...defaultHabits, ...habits } },
  });
  const port = await server.listen(0);
  const outside = fakeOutside({ fetch: globalThis.fetch });
  const exitCode = await runProgram(["health", "--environment", `http://127.0.0.1:${port}`, ...args], "1.0.0", outside);
  return { exitCode, data: outside.data(), messages: outside.messages.join("\n") };
}

function switchedOff(): Bench {
  const bench = createHealthyApp();
  bench.environment.customize(FLOW, { statecode: 0 }, bench.caller);
  return bench;
}

describe("health", () => {
  it("ends with 0 where nothing is wrong, and says what was not looked at", async () => {
    const { exitCode, data, messages } = await run(createHealthyApp(), []);
    expect([exitCode, data.includes("Nothing was found.")]).toEqual([0, true]);
    expect(messages).toContain("The environment: healthy.");
    expect(messages).toContain("Not looked at without --deep: Overrides");
  });

  it("tells what needs attention in words, and ends with 10", async () => {
    const { exitCode, data } = await run(switchedOff(), ["--markdown"]);
    expect(exitCode).toBe(10);
    expect(data).toContain("| App display | attention | 1 process off that the solution ships on, 1 flow among them |");
  });

  it("ends with 1 where something is at risk", async () => {
    const bench = createHealthyApp();
    const user = bench.environment.state.users[1]?.id ?? "";
    bench.environment.assignOwner(FLOW, user, bench.caller);
    bench.environment.setUserDisabled(user, true);
    expect((await run(bench, [])).exitCode).toBe(1);
  });

  it("ends with 7 where nothing is known to be wrong and not all could be told", async () => {
    const { exitCode, messages } = await run(createHealthyApp(), [], { layerFailures: [29] });
    expect([exitCode, messages.includes("The environment: unknown.")]).toEqual([7, true]);
  });

  it("prints JSON of a version that readers can go by", async () => {
    const { data } = await run(switchedOff(), ["--json"]);
    expect(JSON.parse(data)).toMatchObject({
      format: "solution-health/health",
      version: 1,
      state: "attention",
      findings: [{ ruleId: "processesOff", solution: "App", severity: "attention", evidence: { parts: 1, flows: 1 } }],
    });
  });

  it("prints one HTML file", async () => {
    expect((await run(switchedOff(), ["--html"])).data).toMatch(/^<!doctype html>/);
  });

  it("looks deeper when told, and changes nothing", async () => {
    const bench = switchedOff();
    const before = JSON.stringify(bench.environment.state);
    const { data, exitCode } = await run(bench, ["--deep", "--json"]);
    expect(exitCode).toBe(10);
    expect(JSON.parse(data)).toMatchObject({ notLookedAt: [] });
    expect(JSON.stringify(bench.environment.state)).toBe(before);
    expect(data).not.toContain(SHIPPED_OFF);
  });

  it("refuses two forms at once, and an environment that is none", async () => {
    expect((await run(createHealthyApp(), ["--json", "--html"])).exitCode).toBe(2);
    const outside = fakeOutside({ fetch: globalThis.fetch });
    expect(await runProgram(["health", "--environment", "nowhere"], "1.0.0", outside)).toBe(2);
  });
});
