import { runProgram } from "../../../Solutions/pipeline/program";
import { defaultHabits, defaultOptions, type UnconfirmedHabits } from "../../../sandbox/server/options";
import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { createServer, type SandboxServer } from "../../../sandbox/server/server";
import { createHealthyApp, FLOW, SHIPPED_OFF } from "../../integration/healthApp";
import { importOf, productZip } from "../../integration/memoryBench";
import type { Bench } from "../../sandbox/engine/handMade";
import { fakeOutside } from "../fakes/fakeOutside";

let server: SandboxServer | undefined;
afterEach(close);

async function close(): Promise<void> {
  await server?.close();
  server = undefined;
}

async function run(
  { environment }: Pick<Bench, "environment">,
  args: readonly string[],
  habits: Partial<UnconfirmedHabits> = {},
  user = defaultOptions.user,
) {
  await close();
  server = createServer({
    environment,
    options: { ...defaultOptions, habits: { ...defaultHabits, ...habits }, user },
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
    expect(messages).toContain(
      "The environment: no problem found. Solutions: 0 at risk, 0 need attention, 0 unknown, ",
    );
    expect(messages).toContain(" with no problem found; 0 findings accepted");
    expect(messages).toContain("Not looked at without --deep: Overrides");
    expect(`${data}${messages}`).not.toContain("healthy");
  });

  it("calls healthy only what was looked at as a whole", async () => {
    const { exitCode, data, messages } = await run(createHealthyApp(), ["--deep"]);
    expect([exitCode, messages.includes("The environment: healthy.")]).toEqual([0, true]);
    expect(data).toContain("| App display | App | healthy |");
    expect(messages).not.toContain("Not looked at");
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
      version: 2,
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

  describe("where the product's tables are installed", () => {
    interface Told {
      readonly state: string;
      readonly findings: readonly Readonly<Record<string, unknown>>[];
      readonly change?: { readonly since: string };
    }
    let zip: Uint8Array;
    beforeAll(async () => {
      zip = await productZip("1.0.0.0");
    });

    type Place = Pick<Bench, "environment" | "caller">;

    /** The same environment with an engine that reads real packages. */
    function withTables(): Place {
      const { environment: made, caller } = switchedOff();
      const environment = createEnvironment(made.state, {});
      environment.importSolution(importOf(zip), caller);
      return { environment, caller };
    }

    async function told(bench: Place): Promise<Told & { readonly exitCode: number }> {
      const { data, exitCode } = await run(bench, ["--json"]);
      const content = JSON.parse(data) as Told;
      return { ...content, findings: content.findings.filter(({ solution }) => solution === "App"), exitCode };
    }

    /** @param fingerprint of what was accepted; an option's value begins with the publisher's prefix */
    const accept = (bench: Place, fingerprint: unknown): string => {
      const row = {
        shl_name: "The flow is off",
        shl_kind: 471100000,
        shl_decision: 471100000,
        shl_ruleid: "processesOff",
        shl_solution: "APP",
        shl_fingerprint: String(fingerprint),
        shl_reason: "Replaced by another",
        shl_acceptedon: "2026-01-01T00:00:00Z",
      };
      const { shl_acceptedfindingid: id } = bench.environment.createRow("shl_acceptedfinding", row, bench.caller);
      return typeof id === "string" ? id : "";
    };

    it("lets an accepted finding stay, until something else is found", async () => {
      const bench = withTables();
      const { findings, exitCode } = await told(bench);
      expect([exitCode, findings.map(({ ruleId }) => ruleId)]).toEqual([10, ["processesOff", "planMissing"]]);
      const id = accept(bench, findings[0]?.fingerprint);
      const accepted = await told(bench);
      expect([accepted.exitCode, accepted.state]).toEqual([0, "noProblemFound"]);
      expect(accepted.findings[0]).toMatchObject({
        ruleId: "processesOff",
        acceptance: "accepted",
        decision: { reason: "Replaced by another" },
      });
      bench.environment.updateRow("shl_acceptedfinding", id, { shl_fingerprint: "of before" }, bench.caller);
      const changed = await told(bench);
      expect(changed).toMatchObject({ exitCode: 10, state: "attention", findings: [{ acceptance: "changed" }, {}] });
    });

    it("holds the environment against the plan", async () => {
      const bench = withTables();
      accept(bench, (await told(bench)).findings[0]?.fingerprint);
      const plan = { shl_name: "app", shl_expectedversion: "9.10", shl_nextreview: "2020-01-31" };
      bench.environment.createRow("shl_maintenanceplan", plan, bench.caller);
      const { findings, exitCode } = await told(bench);
      expect([exitCode, findings.map(({ ruleId, acceptance }) => [ruleId, acceptance])]).toEqual([
        10,
        [
          ["reviewOverdue", "open"],
          ["versionBehind", "open"],
          ["processesOff", "accepted"],
        ],
      ]);
      expect(findings[1]).toMatchObject({ evidence: { installed: "1.0.0.0", expected: "9.10" } });
    });

    it("compares with the last look of an earlier day, as the page does", async () => {
      const bench = withTables();
      const look = (at: Date, unknown: readonly string[]): void => {
        const values = {
          shl_name: at.toISOString().slice(0, 10),
          shl_takenon: at.toISOString(),
          shl_findings: JSON.stringify({ format: 1, rules: [], findings: [], unknown, leftOut: 0 }),
        };
        bench.environment.createRow("shl_healthsnapshot", values, bench.caller);
      };
      const [now, yesterday] = [new Date(), new Date(Date.now() - 24 * 60 * 60 * 1_000)];
      look(yesterday, []);
      look(now, []);
      expect((await told(bench)).change?.since.slice(0, 10)).toBe(yesterday.toISOString().slice(0, 10));
    });

    it("says that what was accepted does not count where it cannot be read", async () => {
      const bench = withTables();
      accept(bench, (await told(bench)).findings[0]?.fingerprint);
      const { users } = bench.environment.state;
      const [somebody] = users;
      if (!somebody) throw new Error("The environment has users");
      const domainName = "rita@contoso.com";
      users.push({
        ...somebody,
        id: "11111111-2222-3333-4444-555555555555",
        domainName,
        privileges: ["prvReadWorkflow"],
      });
      const { messages, exitCode } = await run(bench, [], {}, { domainName });
      expect(exitCode).toBe(7);
      expect(messages).toContain("Warning: Plans and decisions could not be read, so that nothing counts as accepted:");
    });
  });

  it("refuses two forms at once, and an environment that is none", async () => {
    expect((await run(createHealthyApp(), ["--json", "--html"])).exitCode).toBe(2);
    const outside = fakeOutside({ fetch: globalThis.fetch });
    expect(await runProgram(["health", "--environment", "nowhere"], "1.0.0", outside)).toBe(2);
  });
});
