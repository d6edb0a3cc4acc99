import { releaseOrder } from "../../../SolutionHealth/domain/releases/releaseOrder";
import type { IncomingDependency } from "../../../SolutionHealth/domain/releases/incomingPackage";
import { column, component, solution, stack, table } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, incomingColumn, pack, previewOf } from "./releaseSamples";

const columns = ["c", "d", "e"].map((name) => column("con_t", name));
const members = columns.map((one) => held(one, "A"));
const stacks = columns.map((one) => stack(one, ["A", { length: 1 }]));
const holding = (names: readonly string[], version = "1.1.0.0") =>
  previewOf({
    package: pack(
      names.map((name) => incomingColumn("con_t", name, { properties: { length: 2 } })),
      { version },
    ),
    here: columns,
    members,
    stacks,
    facts: { solutions: [solution("A")] },
  }).advice;

describe("advice", () => {
  it("installs what is not here", () => {
    expect(previewOf({ package: pack() }).advice).toMatchObject({ way: "install", reason: "firstInstall" });
  });

  it("prefers the update where nothing would be left behind", () => {
    expect(holding(["c", "d", "e"])).toMatchObject({ way: "update", reason: "nothingLeftBehind", components: [] });
    expect(holding(["c", "d", "e", "f"])).toMatchObject({ way: "update", reason: "nothingLeftBehind" });
  });

  it("does not say that nothing would be left behind where that could not be found out", () => {
    const one = column("con_t", "c");
    const text: FoundText = {
      package: pack([incomingColumn("con_t", "c", { properties: { length: 2 } })]),
      here: [one],
      members: [held(one, "A")],
      stacks: [stack(one, ["A", { length: 1 }])],
    };
    const facts = { solutions: [solution("A")] };
    const gap = { what: "members", solution: "A", why: { reason: "notRead" } } as const;
    expect(previewOf({ ...text, facts }).advice.reason).toBe("nothingLeftBehind");
    expect(previewOf({ ...text, facts: { ...facts, unread: [gap] } }).advice).toMatchObject({
      way: "update",
      reason: "leftBehindUnknown",
    });
  });

  it("upgrades where something would be left behind, and names it", () => {
    expect(holding(["c", "d"])).toMatchObject({
      way: "upgrade",
      reason: "leftBehind",
      components: ["Attribute con_t.e"],
    });
  });

  it("names a table with its parts as one, before what stands alone", () => {
    const whole = table("con_old");
    const parts = [column("con_old", "a"), column("con_old", "b"), component("SavedQuery", "v", "con_old")];
    const alone = column("con_t", "z");
    const gone = [alone, ...parts, whole];
    const { advice } = previewOf({
      package: pack([incomingColumn("con_t", "c", { properties: { length: 2 } })]),
      here: columns.slice(0, 1),
      members: [...members.slice(0, 1), ...gone.map((one) => held(one, "A"))],
      stacks: [...stacks.slice(0, 1), ...gone.map((one) => stack(one, ["A", { length: 1 }]))],
      facts: { solutions: [solution("A", { version: "1.0.0.0" })] },
    });
    expect(advice.components).toEqual(["Entity con_old", "Attribute con_t.z"]);
    expect(advice.along).toEqual([
      { whole: "Entity con_old", parts: ["Attribute con_old.a", "Attribute con_old.b", "SavedQuery id of v"] },
    ]);
  });

  it("takes a small part within the same minor version for a patch's content", () => {
    expect(holding(["c"], "1.0.5.0")).toMatchObject({
      way: "patch",
      reason: "subset",
      alternatives: ["update", "upgrade", "stagedUpgrade"],
    });
    expect(holding(["c"], "1.1.0.0")).toMatchObject({ way: "upgrade", reason: "leftBehind" });
  });

  it("applies what is staged in just this version, and goes by the package where another version or an unmanaged one is", () => {
    const beside = (version: string, own: object = {}) =>
      previewOf({
        package: pack([], { version: "2.0.0.0", ...own }),
        facts: { solutions: [solution("A"), solution("A_Upgrade", { version })] },
      }).advice;
    expect(beside("2.0.0.0")).toEqual({ way: "stagedUpgrade", reason: "staged", components: [], alternatives: [] });
    expect(beside("2.0")).toMatchObject({ reason: "staged" });
    expect(beside("3.0.0.0").reason).not.toBe("staged");
    expect(beside("2.0.0.0", { managed: false }).reason).not.toBe("staged");
  });

  it("says so where no way is open", () => {
    const refused = previewOf({ package: pack([], { packageVersion: "10.0" }) });
    expect(refused.advice).toEqual({ reason: "allRefused", components: [], alternatives: [] });
  });
});

describe("order of several packages", () => {
  const needs = (solutionName: string): IncomingDependency[] => [
    {
      required: { type: 61, schemaName: `${solutionName.toLowerCase()}.js`, solution: `${solutionName} (1.0)` },
      dependent: { type: 60 },
    },
  ];
  const named = (uniqueName: string, ...on: string[]) =>
    pack([], { uniqueName, missingDependencies: on.flatMap(needs) });

  it("what is needed comes first, a base before its patch, a lower version before a higher", () => {
    const patch = pack([], { uniqueName: "A_Patch_1", version: "1.1.1.0" });
    const order = releaseOrder([patch, named("C", "B"), named("B", "A"), named("A")]).names;
    expect(order.indexOf("A")).toBeLessThan(order.indexOf("A_Patch_1"));
    expect(order.indexOf("A")).toBeLessThan(order.indexOf("B"));
    expect(order.indexOf("B")).toBeLessThan(order.indexOf("C"));
    const versions = releaseOrder([pack([], { version: "1.10" }), pack([], { version: "1.9" })]);
    expect(versions.indices).toEqual([1, 0]);
  });

  it("counts components, not only names of solutions", () => {
    const library = pack([incoming(61, "con_/a.js")], { uniqueName: "L" });
    const user = pack([incoming(60, "f", { references: [{ type: 61, key: "con_/a.js" }] })], { uniqueName: "U" });
    expect(releaseOrder([user, library]).names).toEqual(["L", "U"]);
  });

  it("does not take for a bringer who needs the same from elsewhere, and only changes it", () => {
    const both = ["P", "Q"].map((name) =>
      pack([incoming(1, "con_t"), incomingColumn("con_t", `${name}_c`)], {
        uniqueName: name,
        missingDependencies: [
          { required: { type: 1, schemaName: "con_t", solution: "Base (1.0)" }, dependent: { type: 2 } },
        ],
      }),
    );
    expect(releaseOrder(both)).toMatchObject({ names: ["P", "Q"], cycles: [] });
  });

  it("names cycles", () => {
    expect(releaseOrder([named("A", "B"), named("B", "A"), named("C")]).cycles).toEqual([["B", "A"]]);
  });
});
