import { readRollback } from "../../../SolutionHealth/dataverse/rollbacks/readRollback";
import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import type { RollbackFacts } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { Bench, column, form, guid, table, webResource } from "../../sandbox/engine/handMade";
import { failure } from "../fakeServer";
import { type Intercept, openSandbox, type OpenSandbox } from "./openSandbox";

let sandbox: OpenSandbox | undefined;
afterEach(() => sandbox?.close());

function bench(): Bench {
  const made = new Bench();
  made.import({
    name: "Base",
    components: [
      table("con_t"),
      column("con_t", "con_c"),
      form(guid(1), "con_t", ["con_c"]),
      webResource("con_/a.js", { content: "1" }),
    ],
  });
  made.import({ name: "Other", components: [webResource("con_/a.js", { content: "2" })] });
  return made;
}

async function read(intercept: Intercept, signal?: AbortSignal): Promise<RollbackFacts> {
  const made = bench();
  sandbox = await openSandbox(made.environment, { intercept });
  const id = made.environment.store.solutionNamed("Base")?.id ?? "";
  return readRollback([id], sandbox.transport, signal && { signal });
}

const BROKEN = { reason: "notRead", code: "0x80040216" };

/** Answers requests for this with an error, for good. */
const breaking =
  (part: string, answer = () => failure(500, "0x80040216", "broken")): Intercept =>
  (request) =>
    request.includes(part) ? answer() : undefined;

const outlineOf = ({ members, stacks, dependencies, unread }: RollbackFacts) => ({
  members: members.map(({ component, alsoHeldBy }) => `${component.name} ${alsoHeldBy.length}`).sort(),
  stacks: [...stacks].map(([key, { status }]) => `${key} ${status}`).sort(),
  dependencies: dependencies.length,
  unread,
});

describe("reading a rollback under fault", () => {
  it.each([
    ["throttling", () => failure(429, "0x80072322", "slow down", { "Retry-After": "1" })],
    ["a server that is away", () => new Response("<html><title>Away</title></html>", { status: 503 })],
  ])("outlasts %s on every kind of request, and finds the same", async (_name, answer) => {
    const calm = outlineOf(await read(() => undefined));
    await sandbox?.close();
    const met = new Set<string>();
    const shaken = await read((request) => {
      // Every address fails once.
      if (met.has(request)) return undefined;
      met.add(request);
      return answer();
    });
    expect(outlineOf(shaken)).toEqual(calm);
    expect(met.size).toBeGreaterThan(6);
  });

  it("outlasts a broken connection", async () => {
    let broken = 0;
    const facts = await read((request) => {
      if (!request.includes("solutioncomponents") || broken > 1) return undefined;
      broken += 1;
      return Promise.reject(new TypeError("fetch failed"));
    });
    expect([broken, facts.unread]).toEqual([2, []]);
  });

  it("ends where the session has ended", async () => {
    await expect(read(breaking("solutioncomponents", () => failure(401, "")))).rejects.toMatchObject({
      kind: "signedOut",
    });
  });

  it("ends where the solutions cannot be read: nothing could be said then", async () => {
    const denied = () => failure(403, "0x80040220", "missing prvReadSolution privilege");
    await expect(read(breaking("/solutions?", denied))).rejects.toMatchObject({
      kind: "forbidden",
      privilege: "prvReadSolution",
    });
  });

  it.each(["solutions?", "solutioncomponents", "summaries", "componentlayers", "RetrieveDependencies"])(
    "ends when it is cancelled while %s is read",
    async (part) => {
      const stop = new AbortController();
      const cancelling: Intercept = (request) => {
        if (request.includes(part)) stop.abort();
        return undefined;
      };
      await expect(read(cancelling, stop.signal)).rejects.toMatchObject({ kind: "cancelled" });
    },
  );

  it("tells memberships that cannot be read; what summaries list is still there, decided by layers", async () => {
    const id = bench().environment.store.solutionNamed("Base")?.id ?? "";
    const facts = await read(breaking(`_solutionid_value eq ${id}`));
    expect(facts.unread).toMatchObject([{ what: "members", solution: "Base", why: BROKEN }]);
    expect(facts.members.map(({ component }) => component.name)).toContain("con_/a.js");
    expect(facts.stacks.size).toBeGreaterThanOrEqual(2);
  });

  it("tells summaries that cannot be read; membership rows prove what belongs", async () => {
    const facts = await read(breaking("msdyn_solutioncomponentsummaries"));
    const table = facts.members.find(({ component }) => component.type === 1)?.component.id;
    expect(facts.unread).toMatchObject([
      { what: "members", solution: "Base", why: BROKEN },
      // Without its name nobody can ask what hangs below it.
      { what: "members", table, why: { reason: "notRead" } },
    ]);
    expect(facts.members).toHaveLength(4);
    // Nobody says whether the platform brought them: layers decide.
    expect([...facts.stacks.values()].map(({ status }) => status)).toEqual(["read", "read", "read", "read"]);
  });

  it("reads layers of everything of which nobody says who else holds it", async () => {
    const facts = await read(breaking("objectid eq"));
    expect(facts.unread[0]).toMatchObject({ what: "holders", why: BROKEN });
    expect(facts.stacks.size).toBe(facts.members.length);
  });

  it("tells layers that cannot be read as not known", async () => {
    const facts = await read(breaking("msdyn_componentlayers"));
    expect([...facts.stacks.values()]).toMatchObject([{ status: "unknown", why: BROKEN }]);
  });

  it("tells answers that are no list as not known", async () => {
    const facts = await read(breaking("summaries", () => new Response("{}", { status: 200 })));
    expect(facts.unread[0]).toMatchObject({ what: "members", solution: "Base", why: { reason: "unreadable" } });
  });

  it("takes memberships that name nothing for unreadable, not for none", async () => {
    const nothing = () => new Response('{"value":[{"objectid":null}]}', { status: 200 });
    const facts = await read((request) => (request.includes("/solutioncomponents?") ? nothing() : undefined));
    expect(facts.unread.map(({ what, why }) => `${what} ${why.reason}`)).toEqual(
      expect.arrayContaining(["members unreadable", "holders unreadable"]),
    );
  });

  it("throws errors of the Web API only", async () => {
    await expect(read(breaking("/solutions?"))).rejects.toBeInstanceOf(DataverseError);
  });
});
