import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { ComponentFate, RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { column, component, facts, type FactsText, member, solution, stack, table } from "./rollbackFacts";

const js = component("WebResource", "con_/a.js");
const A = solution("A");
const PATCH = solution("A_Patch_1", { parentId: "A", version: "1.0.1.0" });

const preview = (text: FactsText): RollbackPreview => previewRollback(facts(text));

function fateOf(text: FactsText): ComponentFate {
  const [fate] = preview(text).fates;
  if (!fate) throw new Error("no fate");
  return fate;
}

/** A member of `target`, which others hold too, with these layers. */
const shared = (target: string, ...layers: Parameters<typeof stack>[1][]): FactsText => ({
  solutions: [A, PATCH, solution("B"), solution("F")],
  targets: [target],
  members: [member(js, [target], { alsoHeldBy: ["B"] })],
  stacks: [stack(js, ...layers)],
});

describe("the fate of a component", () => {
  it("is deletion where nothing else holds it, without a look at its layers", () => {
    const text = { solutions: [A], targets: ["A"], members: [member(js, ["A"], { flagged: true })] };
    expect(fateOf(text)).toMatchObject({ kind: "deleted", leaving: ["A"], hasOverride: true });
    const flagged = (flag: object) => fateOf({ ...text, members: [member(js, ["A"], flag)] }).hasOverride;
    expect(flagged({ flagged: false })).toBe(false);
    // Types without a flag: nobody tells.
    expect(flagged({})).toBeUndefined();
  });

  it("is deletion although an Active layer lies above: it protects nothing (§8.2)", () => {
    expect(fateOf(shared("A", ["A", { content: "1" }], ["Active", { content: "2" }]))).toMatchObject({
      kind: "deleted",
      hasOverride: true,
    });
  });

  it("falls back to the base when a patch goes, with the values then and now", () => {
    expect(
      fateOf(shared("A_Patch_1", ["A", { content: "1", name: "n" }], ["A_Patch_1", { content: "2" }])),
    ).toMatchObject({
      kind: "fallsBack",
      changes: [
        { property: "content", now: "2", then: "1", from: { solution: "A", version: "1.0.0.0" }, certain: true },
      ],
      heldBy: [{ solution: "A" }],
    });
  });

  it("returns what the solution's layer covered: another's customization over the base", () => {
    const fate = fateOf(shared("B", ["A", { content: "1" }], ["F", { content: "2" }], ["B", { content: "3" }]));
    expect(fate).toMatchObject({ kind: "returns", changes: [{ then: "2", from: { solution: "F" } }] });
  });

  it("falls back, and nothing returns, where the layer below is a patch of the owner", () => {
    const fate = fateOf(shared("B", ["A", { content: "1" }], ["A_Patch_1", { content: "2" }], ["B", { content: "3" }]));
    expect(fate.kind).toBe("fallsBack");
  });

  it("is unchanged where an override decides, and says so", () => {
    const fate = fateOf(shared("B", ["A", { content: "1" }], ["B", { content: "2" }], ["Active", { content: "3" }]));
    expect(fate).toMatchObject({ kind: "unchanged", unchangedBecause: "override", hasOverride: true });
  });

  it("is unchanged where a higher layer decides, and says whose (§8.2: the patch below a later solution)", () => {
    const fate = fateOf(
      shared("A_Patch_1", ["A", { length: 30 }], ["A_Patch_1", { length: 35 }], ["F", { length: 50 }]),
    );
    expect(fate).toMatchObject({ kind: "unchanged", unchangedBecause: "higherLayer", decidedBy: { solution: "F" } });
  });

  it("is unchanged where the layer below says the same, and where the layer sets nothing", () => {
    const same = fateOf(shared("B", ["A", { content: "1" }], ["B", { content: "1" }]));
    expect(same.unchangedBecause).toBe("sameValues");
    expect(fateOf(shared("B", ["A", { content: "1" }], ["B", {}])).unchangedBecause).toBe("nothingSet");
  });

  it("survives with a new base, of which it is only likely that it keeps what it does not list", () => {
    const fate = fateOf(shared("A", ["A", { content: "1", name: "n" }], ["B", { content: "2" }]));
    expect(fate).toMatchObject({ kind: "survives", newBase: { solution: "B" }, likelyKept: ["name"] });
  });

  it("is only likely to fall back where a layer above may repeat the value itself", () => {
    const fate = fateOf(
      shared("A_Patch_1", ["A", { content: "1" }], ["A_Patch_1", { content: "2" }], ["F", { name: "f" }]),
    );
    expect(fate.changes).toMatchObject([{ now: "2", then: "1", certain: false }]);
  });

  it("falls back to the platform's own value", () => {
    const fate = fateOf(shared("A", ["System", { length: 20 }], ["A", { length: 30 }]));
    expect(fate).toMatchObject({ kind: "fallsBack", changes: [{ then: 20, from: { solution: "System" } }] });
  });

  it("takes an empty change list of the base for everything it has (§4.4)", () => {
    const base = stack(js, ["A", {}], ["A_Patch_1", { content: "2" }]);
    const [top, bottom] = base.layers;
    if (!top || !bottom) throw new Error("two layers");
    const whole = { status: "read", value: { content: "1" } } as const;
    const text = shared("A_Patch_1", ["A", {}]);
    const fate = fateOf({ ...text, stacks: [{ ...base, layers: [top, { ...bottom, properties: whole }] }] });
    expect(fate.changes).toMatchObject([{ property: "content", now: "2", then: "1", certain: true }]);
  });

  it("counts child collections as properties", () => {
    const read = stack(js, ["A", {}], ["B", {}]);
    const option = (value: number) => ({ AttributePicklistValues: [{ value }] });
    const layers = read.layers.map((layer, place) => ({
      ...layer,
      children: { status: "read" as const, value: option(2 - place) },
    }));
    const fate = fateOf({ ...shared("B", ["A", {}]), stacks: [{ ...read, layers }] });
    expect(fate.changes).toMatchObject([
      { property: "AttributePicklistValues", now: [{ value: 1 }, { value: 2 }], then: [{ value: 1 }] },
    ]);
  });

  it("is unknown where layers that decide could not be read, never unchanged", () => {
    const text = { ...shared("A", ["A", {}]), stacks: [], unknownStacks: [js] };
    expect(fateOf(text)).toMatchObject({ kind: "unknown", why: { code: "0x80040216" } });
    expect(preview(text)).toMatchObject({ verdict: "uncertain", counts: { unknown: 1, unchanged: 0 } });
  });

  it("is unknown where the layer table answered nothing at all (§4.2)", () => {
    expect(fateOf({ ...shared("A", ["A", {}]), stacks: [stack(js)] })).toMatchObject({
      kind: "unknown",
      why: { reason: "unreadable" },
    });
  });

  it("is unknown where the leaving layer says nothing that can be read", () => {
    const read = stack(js, ["A", { content: "1" }], ["B", { content: "1" }]);
    const broken = { status: "unreadable", reason: "notJson" } as const;
    const layers = read.layers.map((layer, place) =>
      place === 0 ? { ...layer, changes: broken, properties: broken } : layer,
    );
    expect(fateOf({ ...shared("B", ["A", {}]), stacks: [{ ...read, layers }] }).kind).toBe("unknown");
  });

  it("goes with its table: what was added here, and what the platform put in", () => {
    const t = table("con_t");
    const text: FactsText = {
      solutions: [A],
      targets: ["A"],
      members: [
        member(t, ["A"]),
        member(column("con_t", "con_own"), []),
        member(column("con_t", "createdon"), ["A"], { custom: false }),
      ],
    };
    expect(preview(text).fates.map(({ kind, goesWith }) => [kind, goesWith])).toEqual([
      ["deleted", t.key],
      ["deleted", t.key],
      ["deleted", undefined],
    ]);
  });

  it("is not told of parts that nobody holds where their table stays", () => {
    const text: FactsText = {
      solutions: [A, solution("B")],
      targets: ["A"],
      members: [member(table("con_t"), ["A"], { alsoHeldBy: ["B"] }), member(column("con_t", "con_own"), [])],
      stacks: [stack(table("con_t"), ["A", {}], ["B", {}])],
    };
    expect(preview(text).fates.map(({ component: { name } }) => name)).toEqual(["con_t"]);
  });

  it("says of merge types that values are a layer's last word", () => {
    const form = component("SystemForm", "Main", "account");
    const text = { ...shared("B", ["A", {}]), members: [member(form, ["B"], { alsoHeldBy: ["A"] })] };
    const layers = stack(form, ["A", { formxml: "<form/>" }], ["B", { formxml: "<form a='1'/>" }]);
    expect(fateOf({ ...text, stacks: [layers] })).toMatchObject({ merged: true, kind: "fallsBack" });
  });
});
