import { createTransport, type Transport } from "../../SolutionHealth/dataverse/transport";
import { readCheapFacts } from "../../SolutionHealth/dataverse/health/readCheapFacts";
import { readDeepFacts } from "../../SolutionHealth/dataverse/health/readDeepFacts";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import { createServer, type SandboxServer } from "../../sandbox/server/server";
import { defaultHabits, defaultOptions } from "../../sandbox/server/options";
import type { Bench } from "../sandbox/engine/handMade";
import { guid, part } from "../sandbox/engine/handMade";
import { createHealthyApp, FLOW, REFERENCE, STEP, VARIABLE } from "./healthApp";
import { hastyClock } from "./productBench";

let server: SandboxServer | undefined;
afterEach(() => server?.close());

const NO_PLANS = { plans: { status: "absent" } } as const;
const now = (): Date => new Date();

interface Opened {
  readonly transport: Transport;
  readonly asked: string[];
}

/** @param refuse addresses that answer 403 */
async function open(bench: Bench, refuse?: RegExp): Promise<Opened> {
  server = createServer({
    environment: bench.environment,
    options: { ...defaultOptions, habits: { ...defaultHabits } },
  });
  const port = await server.listen(0);
  const asked: string[] = [];
  const transport = createTransport({
    baseUrl: `http://127.0.0.1:${port}`,
    clock: hastyClock(100),
    fetch: async (url, init) => {
      const request = decodeURIComponent(`${url} ${typeof init.body === "string" ? init.body : ""}`);
      asked.push(request);
      if (!url.endsWith("$batch") && refuse?.test(request)) return refusal();
      const answer = await fetch(url, init);
      // In a batch, the part alone is refused.
      if (!url.endsWith("$batch") || !refuse?.test(request)) return answer;
      return refusal(400);
    },
  });
  return { transport, asked };
}

const refusal = (status = 403): Response =>
  new Response(
    JSON.stringify({ error: { code: status === 403 ? "0x80040220" : "0x80040265", message: "Lacks prvReadX." } }),
    { status },
  );

async function judged(bench: Bench): Promise<readonly (readonly [string, string | undefined])[]> {
  const { transport } = await open(bench);
  const report = judgeHealth(await readCheapFacts(NO_PLANS, transport, { now }), { now: now() });
  return report.findings.map(({ ruleId, solution }) => [ruleId, solution] as const);
}

const deep = (facts: HealthFacts, transport: Transport) =>
  readDeepFacts(facts, transport, { now, signal: new AbortController().signal });

describe("the cheap part", () => {
  it("finds nothing in a healthy environment: what is shipped off is off on purpose", async () => {
    const { transport, asked } = await open(createHealthyApp());
    const facts = await readCheapFacts(NO_PLANS, transport, { now });
    expect(facts.processes).toMatchObject({
      status: "read",
      value: [{ kind: "flow", shipped: "off", solutions: ["App"] }],
    });
    const report = judgeHealth(facts, { now: now() });
    expect(report.findings).toEqual([]);
    expect(report.unknowns.filter(({ reason }) => reason === "failed" || reason === "notTold")).toEqual([]);
    expect(report.state).toBe("healthy");
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  it("follows what is switched off, unbound, emptied and given to somebody who leaves, and its repair", async () => {
    const bench = createHealthyApp();
    const { environment } = bench;
    environment.customize(FLOW, { statecode: 0, statuscode: 1 }, bench.caller);
    environment.customize(STEP, { statecode: 1, statuscode: 2 }, bench.caller);
    environment.customize(REFERENCE, { connectionid: null }, bench.caller);
    environment.customize(VARIABLE, { defaultvalue: null }, bench.caller);
    expect([...(await judged(bench))].sort()).toEqual([
      ["connectionUnbound", "App"],
      ["processesOff", "App"],
      ["stepsOff", "App"],
      ["variableEmpty", "App"],
    ]);
    await server?.close();
    for (const id of [FLOW, STEP, REFERENCE, VARIABLE]) environment.removeActiveLayer(id, bench.caller);
    expect(await judged(bench)).toEqual([]);
  });

  it("finds processes whose owner cannot sign in", async () => {
    const bench = createHealthyApp();
    const { environment } = bench;
    const other = environment.state.users[1]?.id ?? "";
    environment.assignOwner(FLOW, other, bench.caller);
    environment.setUserDisabled(other, true);
    expect(await judged(bench)).toEqual([["ownerDisabled", "App"]]);
  });

  it("lets each part fail by itself, and calls nothing healthy then", async () => {
    const { transport } = await open(createHealthyApp(), /connectionreferences\?/);
    const facts = await readCheapFacts(NO_PLANS, transport, { now });
    expect(facts.connections).toMatchObject({ status: "failed", failure: { kind: "forbidden" } });
    expect(facts.processes.status).toBe("read");
    expect(judgeHealth(facts, { now: now() }).state).toBe("unknown");
  });

  it("says unknown of parts when it could not be read whose they are", async () => {
    const bench = createHealthyApp();
    bench.environment.customize(FLOW, { statecode: 0 }, bench.caller);
    const { transport } = await open(bench, /solutioncomponents\?/);
    const report = judgeHealth(await readCheapFacts(NO_PLANS, transport, { now }), { now: now() });
    expect(report.findings).toEqual([]);
    expect(report.state).toBe("unknown");
    expect(report.unknowns).toContainEqual({ ruleId: "processesOff", reason: "failed", part: "processes", count: 2 });
  });

  it("says that how something was shipped could not be read", async () => {
    const bench = createHealthyApp();
    bench.environment.customize(FLOW, { statecode: 0 }, bench.caller);
    const { transport } = await open(bench, /msdyn_componentlayers/);
    const facts = await readCheapFacts(NO_PLANS, transport, { now });
    const { findings, unknowns } = judgeHealth(facts, { now: now() });
    expect(findings).toEqual([]);
    expect(unknowns).toContainEqual(
      expect.objectContaining({ ruleId: "processesOff", solution: "App", reason: "notTold", count: 2 }),
    );
  });
});

describe("the deep part", () => {
  const view = (name: string) =>
    part(26, guid(20), { id: guid(20), name, table: "con_t", root: false, properties: { name } });

  it("finds who shadows whom, and whose components several publishers hold", async () => {
    const bench = createHealthyApp();
    bench.import({ name: "Core", components: [view("Base")] });
    bench.import({ name: "Addon", publisher: "fabrikam", components: [view("Theirs")] });
    const { transport } = await open(bench);
    const facts = await deep(await readCheapFacts(NO_PLANS, transport, { now }), transport);
    const { findings } = judgeHealth(facts, { now: now() });
    expect(findings).toMatchObject([
      { ruleId: "layerShadowed", solution: "Core", evidence: { components: 1, by: ["Addon"] } },
      { ruleId: "severalPublishers", solution: "Core", evidence: { components: 1 } },
    ]);
  });

  it("finds nothing where nothing is shared, and reads every part", async () => {
    const { transport } = await open(createHealthyApp());
    const stages = new Set<string>();
    const facts = await readDeepFacts(await readCheapFacts(NO_PLANS, transport, { now }), transport, {
      now,
      signal: new AbortController().signal,
      onProgress: (stage) => stages.add(stage),
    });
    expect([facts.stacks.status, facts.dependencies.status, facts.unmanaged.status]).toEqual(["read", "read", "read"]);
    expect(judgeHealth(facts, { now: now() }).findings).toEqual([]);
    expect([...stages]).toEqual(expect.arrayContaining(["dependencies", "unmanaged", "stacks"]));
  });

  it("says unknown, not clean, of leftovers whose list could not be read", async () => {
    const { transport } = await open(createHealthyApp(), /componentsummaries\?.*msdyn_ismanaged eq 'true'/);
    const facts = await deep(await readCheapFacts(NO_PLANS, transport, { now }), transport);
    const { unknowns } = judgeHealth(facts, { now: now() });
    expect(unknowns).toContainEqual({ ruleId: "layerUnexplained", reason: "failed", part: "stacks", count: 1 });
  });

  it("is ended by Cancel", async () => {
    const { transport } = await open(createHealthyApp());
    const facts = await readCheapFacts(NO_PLANS, transport, { now });
    const abort = new AbortController();
    const reading = readDeepFacts(facts, transport, {
      now,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(reading).rejects.toMatchObject({ kind: "cancelled" });
  });
});
