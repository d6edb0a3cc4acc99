import { readRollback } from "../../../SolutionHealth/dataverse/rollbacks/readRollback";
import type { RollbackFacts } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { Bench, column, form, guid, table, webResource } from "../../sandbox/engine/handMade";
import { failure } from "../fakeServer";
import { openSandbox, type OpenSandbox } from "./openSandbox";

let sandbox: OpenSandbox | undefined;
afterEach(() => sandbox?.close());

const JS = (content = "1") => webResource("con_/a.js", { content });

/** A form of another solution needs a column that the base, or its patch, brings. */
function withDependent(patched = false): Bench {
  const bench = new Bench();
  bench.import({ name: "Tables", components: [table("con_t")] });
  const needed = column("con_t", "con_c");
  bench.import({ name: "Base", components: patched ? [JS()] : [JS(), needed] });
  if (patched) bench.import({ name: "Base_Patch_1", version: "1.0.1.0", parent: "Base", components: [needed] });
  bench.import({ name: "Forms", components: [form(guid(7), "con_t", ["con_c"])] });
  return bench;
}

async function read(bench: Bench, name: string, habits: Parameters<typeof openSandbox>[1] = {}) {
  sandbox = await openSandbox(bench.environment, habits);
  const facts = await readRollback([bench.environment.store.solutionNamed(name)?.id ?? ""], sandbox.transport);
  return { facts, asked: sandbox.asked };
}

const needs = ({ dependencies, members }: RollbackFacts): string[] =>
  dependencies.map(({ required, dependent }) => {
    const needed = members.find(({ component }) => component.id === required.id && component.type === required.type);
    return `${dependent.typeName} ${dependent.name} needs ${needed?.component.name ?? required.id}`;
  });

const asks = (asked: readonly string[], name: string): number =>
  asked.filter((request) => request.startsWith(`${name}(`)).length;

describe("dependencies of a rollback", () => {
  it("takes names from the call that gives them, and reads the layers of the dependents", async () => {
    const { facts, asked } = await read(withDependent(), "Base");
    expect(needs(facts)).toEqual(["SystemForm Main needs con_c"]);
    expect(facts.dependencies.map(({ uninstalls }) => uninstalls)).toEqual([facts.targets]);
    expect(facts.stacks.get(`SystemForm ${guid(7)}`)).toMatchObject({ status: "read" });
    expect(asks(asked, "RetrieveDependenciesForUninstallWithMetadata")).toBe(1);
    expect(asks(asked, "RetrieveDependenciesForUninstall")).toBe(0);
    expect(facts.unread).toEqual([]);
  });

  it("does not believe an empty answer of that call, and looks up the names itself", async () => {
    const { facts, asked } = await read(withDependent(), "Base", { dependencyMetadata: "empty" });
    expect(needs(facts)).toEqual(["SystemForm Main needs con_c"]);
    expect(facts.dependencies[0]?.dependent.table).toBe("con_t");
    expect(asks(asked, "RetrieveDependenciesForUninstall")).toBe(1);
  });

  it("goes on without that call where it is refused", async () => {
    const intercept = (request: string) =>
      request.includes("UninstallWithMetadata") ? failure(404, "0x8006088a") : undefined;
    const { facts } = await read(withDependent(), "Base", { intercept });
    expect(needs(facts)).toEqual(["SystemForm Main needs con_c"]);
    expect(facts.unread).toEqual([]);
  });

  it.each(["rows", "empty"] as const)("finds what needs a patch, names in %s", async (dependencyMetadata) => {
    const { facts } = await read(withDependent(true), "Base_Patch_1", { dependencyMetadata });
    expect(needs(facts)).toEqual(["SystemForm Main needs con_c"]);
  });

  it("asks component by component where a patch's name is refused", async () => {
    const { facts, asked } = await read(withDependent(true), "Base_Patch_1", {
      dependencyMetadata: "empty",
      dependenciesOfPatch: "refused",
    });
    expect(needs(facts)).toEqual(["SystemForm Main needs con_c"]);
    expect(asks(asked, "RetrieveDependenciesForDelete")).toBe(1);
    expect(facts.dependencies.map(({ uninstalls }) => uninstalls)).toEqual([[]]);
    expect(facts.unread).toEqual([]);
  });

  it("says so where neither is answered", async () => {
    const intercept = (request: string) =>
      request.includes("RetrieveDependenciesForUninstall") ? failure(500, "0x80040216", "broken") : undefined;
    const { facts } = await read(withDependent(), "Base", { intercept });
    expect(facts.dependencies).toEqual([]);
    expect(facts.unread).toEqual([
      { what: "dependencies", solution: "Base", why: { reason: "notRead", code: "0x80040216", text: "broken" } },
    ]);
  });

  it("takes rows that do not name both ends for unreadable, not for nothing", async () => {
    const intercept = (request: string) =>
      request.includes("RetrieveDependenciesForUninstall")
        ? new Response(JSON.stringify({ value: [{ dependencytype: 2 }] }), { status: 200 })
        : undefined;
    const { facts } = await read(withDependent(), "Base", { intercept });
    expect(facts.unread).toMatchObject([{ what: "dependencies", solution: "Base", why: { reason: "unreadable" } }]);
  });

  it("merges what blocks several solutions, each once", async () => {
    const bench = withDependent(true);
    sandbox = await openSandbox(bench.environment);
    const ids = ["Base", "Tables"].map((name) => bench.environment.store.solutionNamed(name)?.id ?? "");
    const facts = await readRollback(ids, sandbox.transport);
    const found = needs(facts);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain("SystemForm Main needs con_c");
    expect(found).toContain("SystemForm Main needs con_t");
  });
});
