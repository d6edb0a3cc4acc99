import { readRollback } from "../../../SolutionHealth/dataverse/rollbacks/readRollback";
import type { RollbackFacts, RollbackMember } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { Bench, column, form, guid, table, webResource } from "../../sandbox/engine/handMade";
import { failure } from "../fakeServer";
import { openSandbox, type OpenSandbox } from "./openSandbox";

let sandbox: OpenSandbox | undefined;
afterEach(() => sandbox?.close());

const idOf = (bench: Bench, name: string): string => {
  const id = bench.environment.store.solutionNamed(name)?.id;
  if (id === undefined) throw new Error(`${name} is not installed`);
  return id;
};

async function read(
  bench: Bench,
  names: readonly string[],
  habits: Parameters<typeof openSandbox>[1] = {},
): Promise<RollbackFacts> {
  sandbox = await openSandbox(bench.environment, habits);
  return readRollback(
    names.map((name) => idOf(bench, name)),
    sandbox.transport,
  );
}

const named = ({ members }: RollbackFacts, name: string): RollbackMember => {
  const found = members.find(({ component }) => component.name === name);
  if (!found) throw new Error(`${name} is no member`);
  return found;
};

const layersOf = (facts: RollbackFacts, name: string): string[] | undefined => {
  const reading = facts.stacks.get(named(facts, name).component.key);
  return reading?.status === "read" ? reading.stack.layers.map(({ solution }) => solution) : undefined;
};

const js = (content = "1") => webResource("con_/a.js", { content });

function withTwoSolutions(): Bench {
  const bench = new Bench();
  bench.import({
    name: "Base",
    components: [table("con_t"), column("con_t", "con_c"), form(guid(1), "con_t", ["con_c"]), js()],
  });
  bench.import({ name: "Other", components: [js("2")] });
  return bench;
}

describe("readRollback", () => {
  it("names every component of the solution, says who else holds it, and reads layers only of what is shared", async () => {
    const bench = withTwoSolutions();
    const facts = await read(bench, ["Base"]);

    expect(facts.members.map(({ component }) => `${component.typeName} ${component.name}`).sort()).toEqual([
      "Attribute con_c",
      "Entity con_t",
      "SystemForm Main",
      "WebResource con_/a.js",
    ]);
    expect(named(facts, "con_c")).toMatchObject({
      component: { type: 2, table: "con_t" },
      heldBy: [idOf(bench, "Base")],
      alsoHeldBy: [],
      custom: true,
      flagged: false,
    });
    expect(named(facts, "con_/a.js").alsoHeldBy).toEqual([idOf(bench, "Other")]);
    expect([...facts.stacks.keys()]).toEqual([named(facts, "con_/a.js").component.key]);
    expect(layersOf(facts, "con_/a.js")).toEqual(["Other", "Base"]);
    expect([facts.dependencies, facts.unread]).toEqual([[], []]);
  });

  it("takes the patches of a base along", async () => {
    const bench = withTwoSolutions();
    bench.import({ name: "Base_Patch_1", version: "1.0.1.0", parent: "Base", components: [js("3")] });
    const facts = await read(bench, ["Base"]);
    expect([...named(facts, "con_/a.js").heldBy].sort()).toEqual(
      [idOf(bench, "Base"), idOf(bench, "Base_Patch_1")].sort(),
    );
  });

  it("finds what was added here below a table that goes, and nothing of the kind where the table stays", async () => {
    const bench = withTwoSolutions();
    bench.import({ name: "Mine", managed: false, components: [column("con_t", "con_mine")] });
    const facts = await read(bench, ["Base"]);
    expect(named(facts, "con_mine")).toMatchObject({ heldBy: [], alsoHeldBy: [] });
    await sandbox?.close();

    bench.import({ name: "Third", components: [table("con_t")] });
    const kept = await read(bench, ["Base"]);
    expect(kept.members.map(({ component }) => component.name)).not.toContain("con_mine");
  });

  it("counts a solution that holds the table with everything in it as a holder of its parts", async () => {
    const bench = withTwoSolutions();
    bench.import({ name: "Third", components: [table("con_t")] });
    const facts = await read(bench, ["Base"]);
    expect(named(facts, "con_c").alsoHeldBy).toEqual([idOf(bench, "Third")]);
    expect(layersOf(facts, "con_c")).toEqual(["Base"]);
  });

  it("reads the layers of what the platform brought", async () => {
    const bench = new Bench();
    bench.import({ name: "Base", components: [column("account", "name", { length: 1 })] });
    const facts = await read(bench, ["Base"]);
    expect(layersOf(facts, "name")).toEqual(["Base", "System"]);
  });

  describe("of a solution with many components beside few others", () => {
    const many = (): Bench => {
      const bench = new Bench();
      const scripts = Array.from({ length: 200 }, (_unused, index) =>
        webResource(`con_/${index}.js`, { content: "1" }),
      );
      bench.import({ name: "Base", components: scripts });
      bench.import({ name: "Other", components: scripts.slice(0, 2) });
      return bench;
    };

    it("reads what the others hold instead of asking by lists of ids", async () => {
      const bench = many();
      const facts = await read(bench, ["Base"]);
      const other = idOf(bench, "Other");
      expect(facts.members.filter(({ alsoHeldBy }) => alsoHeldBy.includes(other))).toHaveLength(2);
      expect(sandbox?.asked.filter((request) => request.includes("objectid eq"))).toEqual([]);
    });

    it("names the solution that could not be read, and asks the layers of everything", async () => {
      const bench = many();
      const other = idOf(bench, "Other");
      const facts = await read(bench, ["Base"], {
        intercept: (request) =>
          request.includes(`_solutionid_value eq ${other}`) ? failure(500, "0x80040216", "broken") : undefined,
      });
      expect(facts.unread).toMatchObject([{ what: "holders", solution: "Other", why: { code: "0x80040216" } }]);
      expect(facts.stacks.size).toBe(200);
    });
  });

  it("asks for nothing where the target is not installed or unmanaged", async () => {
    const bench = withTwoSolutions();
    bench.import({ name: "Mine", managed: false, components: [js("mine")] });
    const facts = await read(bench, ["Mine"]);
    expect([facts.members, facts.dependencies]).toEqual([[], []]);
  });
});
