import type { StackReading } from "../../../SolutionHealth/domain/consequences/affectedComponent";
import { packageVerdict } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import type { ComponentRelease, ReleaseWay } from "../../../SolutionHealth/domain/releases/releasePreview";
import { column, component, solution, stack, table } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, incomingColumn, pack, previewOf } from "./releaseSamples";

const con = column("con_t", "con_c");
const here = (way: ReleaseWay, text: FoundText): ComponentRelease | undefined =>
  previewOf({ ...text, facts: { solutions: [solution("A"), solution("B"), solution("F"), patch], ...text.facts } })
    .ways[way].fates[0];
const patch = solution("A_Patch_1", { version: "1.0.1.0", parentId: "A" });
const met = (length: number, ...layers: readonly (readonly [string, Record<string, number>])[]): FoundText => ({
  package: pack([incomingColumn("con_t", "con_c", { properties: { length } })]),
  here: [con],
  members: [held(con, "A")],
  stacks: [stack(con, ...layers)],
});

describe("a component that is here and in the package", () => {
  it("is unchanged where the package says the same", () => {
    expect(here("update", met(1, ["A", { length: 1 }]))).toMatchObject({ kind: "unchanged", newLayer: false });
  });

  it("is unchanged where it names a table in other capitals: layers may hold the schema's name, packages vary", () => {
    const named = (name: string, there: string): FoundText => ({
      ...met(0),
      package: pack([incomingColumn("con_t", "con_c", { properties: { [name]: "con_table" } })]),
      stacks: [stack(con, ["A", { [name]: there }])],
    });
    expect(here("update", named("referencingentityname", "con_Table"))).toMatchObject({ kind: "unchanged" });
    expect(here("update", named("referencingentityname", "con_Tables"))).toMatchObject({ kind: "changed" });
    expect(here("update", named("formula", "con_Table"))).toMatchObject({ kind: "changed" });
  });

  it("is changed, and seen, where nothing lies above", () => {
    expect(here("update", met(2, ["A", { length: 1 }]))?.changes).toEqual([
      { property: "length", installed: 1, incoming: 2, visibleNow: 1, visibleThen: 2, seen: "seen", certain: true },
    ]);
  });

  it("is hidden by an override of this property, and by none of another", () => {
    expect(here("update", met(2, ["A", { length: 1 }], ["Active", { length: 9 }]))?.changes[0]).toMatchObject({
      seen: "hiddenByOverride",
      visibleThen: 9,
      by: { solution: "Active" },
    });
    expect(here("update", met(2, ["A", { length: 1 }], ["Active", { precision: 9 }]))?.changes[0]?.seen).toBe("seen");
  });

  it("an upgrade does not remove the override; overwriting does", () => {
    const text = met(2, ["A", { length: 1 }], ["Active", { length: 9 }]);
    expect(here("upgrade", text)).toMatchObject({ override: "staysOnTop" });
    expect(here("upgrade", text)?.changes[0]?.seen).toBe("hiddenByOverride");
    expect(here("upgrade", { ...text, overwrite: true })).toMatchObject({ override: "removedByOverwrite" });
    expect(here("upgrade", { ...text, overwrite: true })?.changes[0]).toMatchObject({ seen: "seen", visibleThen: 2 });
  });

  it("may have an override where nobody says whether it has", () => {
    const unread = { ...met(2), stacks: [], package: pack([]) };
    expect(here("update", { ...unread, members: [held(con, "A")] })?.override).toBe("unknown");
    expect(here("update", { ...unread, members: [{ ...held(con, "A"), flagged: false }] })?.override).toBe("none");
    expect(here("update", { ...unread, members: [{ ...held(con, "A"), flagged: true }] })?.override).toBe("staysOnTop");
  });

  it("is hidden by a higher managed layer, which is named", () => {
    expect(here("update", met(2, ["A", { length: 1 }], ["F", { length: 5 }]))?.changes[0]).toMatchObject({
      seen: "hiddenByHigher",
      by: { solution: "F", publisher: "fabrikam" },
    });
  });

  it("may be hidden by a layer that repeats today's value: said, and what then", () => {
    expect(here("update", met(2, ["A", { length: 1 }], ["F", { width: 5 }]))?.changes[0]).toMatchObject({
      seen: "seen",
      certain: false,
      otherwise: 1,
    });
  });

  it("is not said to be seen for certain where a layer above may hide it", () => {
    const verdictOf = (layer: Record<string, number>): string => {
      const facts = { solutions: [solution("A"), solution("F")] };
      const preview = previewOf({ ...met(2, ["A", { length: 1 }], ["F", layer]), facts });
      return packageVerdict(preview, preview.ways.update).conditions.hidden;
    };
    expect(verdictOf({ width: 5 })).toBe("unknown");
    expect(verdictOf({ length: 5 })).toBe("yes");
  });

  it("an update goes below the solution's own patches, an upgrade takes them in", () => {
    const text = met(2, ["A", { length: 1 }], ["A_Patch_1", { length: 3 }]);
    expect(here("update", text)?.changes[0]).toMatchObject({
      installed: 1,
      seen: "hiddenByHigher",
      by: { solution: "A_Patch_1" },
    });
    expect(here("upgrade", text)?.changes[0]).toMatchObject({ installed: 3, visibleThen: 2, seen: "seen" });
  });

  it("what the package does not say is told, without the platform's notes", () => {
    const text = met(1, ["A", { length: 1, precision: 2, modifiedon: 3 }]);
    expect(here("update", text)).toMatchObject({ kind: "unchanged", unsaid: ["precision"] });
  });

  it("is unknown where its layers are not, and a shell is unchanged all the same", () => {
    const why: StackReading = { status: "unknown", why: { reason: "notRead", code: "0x80040216" } };
    const text = { ...met(2), facts: { stacks: new Map([[con.key, why]]) } };
    expect(here("update", text)).toMatchObject({ kind: "unknown", why: { code: "0x80040216" } });
    const shell = { ...text, package: pack([incomingColumn("con_t", "con_c", { shell: true })]) };
    expect(here("update", shell)?.kind).toBe("unchanged");
  });

  it("a merged type is judged by its own rule where others have layers on it", () => {
    const form = component("SystemForm", "Main", "con_t");
    const text = (...layers: readonly (readonly [string, Record<string, string>])[]): FoundText => ({
      package: pack([incoming(60, form.id, { id: form.id, properties: { formxml: "<new/>" } })]),
      here: [form],
      stacks: [stack(form, ...layers)],
    });
    expect(here("update", text(["A", { formxml: "<old/>" }]))?.changes[0]?.seen).toBe("seen");
    const shared = text(["A", { formxml: "<old/>" }], ["F", { formxml: "<f/>" }], ["Active", { formxml: "<mine/>" }]);
    expect(here("update", shared)).toMatchObject({
      merged: true,
      changes: [{ seen: "merged", visibleThen: undefined }],
    });
    expect(here("update", { ...shared, overwrite: true })?.override).toBe("mergeTypeKept");
  });

  it("a content that the server does not tell cannot be compared", () => {
    const page = component("WebResource", "con_/a.js");
    const text: FoundText = {
      package: pack([incoming(61, "con_/a.js", { properties: { content: "YQ==" } })]),
      here: [page],
      stacks: [stack(page, ["A", { description: "d" }])],
    };
    expect(here("update", text)).toMatchObject({ kind: "unknown", why: { reason: "unreadable", text: "content" } });
  });

  it("a large content is compared by size and checksum", () => {
    const page = component("WebResource", "con_/a.js");
    const text = (crc32: number): FoundText => ({
      package: pack([incoming(61, "con_/a.js", { deferred: [{ column: "content", path: "a", size: 1, crc32 }] })]),
      here: [page],
      stacks: [stack(page, ["A", { content: "YQ==" }])],
    });
    expect(here("update", text(0xe8b7be43))?.kind).toBe("unchanged");
    expect(here("update", text(1))).toMatchObject({
      kind: "changed",
      changes: [{ property: "content", incoming: { path: "a", size: 1, crc32: 1 } }],
    });
  });
});

describe("what the package no longer holds", () => {
  const dropped = (...layers: readonly (readonly [string, Record<string, number>])[]): FoundText => ({
    package: pack(),
    members: [held(con, "A")],
    stacks: [stack(con, ...layers)],
  });

  it("is left behind by an update, and deleted by an upgrade, override and all", () => {
    const text = dropped(["A", { length: 1 }], ["Active", { length: 2 }]);
    expect(here("update", text)).toMatchObject({ kind: "leftBehind" });
    expect(here("upgrade", text)).toMatchObject({ kind: "deleted", override: "goesAlong" });
    expect(here("patch", text)).toBeUndefined();
  });

  it("survives where another managed solution or the platform has a layer on it", () => {
    expect(here("upgrade", dropped(["A", { length: 1 }], ["B", { length: 2 }]))).toMatchObject({
      kind: "survives",
      heldBy: [{ solution: "B" }],
    });
    expect(here("upgrade", dropped(["System", {}], ["A", { length: 1 }]))?.kind).toBe("survives");
  });

  it("what only a patch holds is not left behind by an update, yet deleted by an upgrade", () => {
    const text = { ...dropped(["A_Patch_1", { length: 1 }]), members: [held(con, "A_Patch_1")] };
    expect(here("update", text)).toBeUndefined();
    expect(here("upgrade", text)?.kind).toBe("deleted");
  });

  it("goes with its table, unless another solution has a layer on it: that blocks", () => {
    const owner = table("con_t");
    const ours = column("con_t", "con_u");
    const theirs = column("con_t", "fab_c");
    const text: FoundText = {
      package: pack(),
      members: [held(owner, "A")],
      found: { parts: [{ component: ours }, { component: theirs }] },
      stacks: [stack(owner, ["A", {}]), stack(ours, ["Active", { length: 1 }]), stack(theirs, ["F", { length: 1 }])],
      facts: { solutions: [solution("A"), solution("F")] },
    };
    const { upgrade } = previewOf(text).ways;
    expect(upgrade.fates.map(({ kind, component: { name }, goesWith }) => [kind, name, goesWith])).toEqual([
      ["deleted", "con_u", "Entity con_t"],
      ["deleted", "con_t", undefined],
    ]);
    expect(upgrade).toMatchObject({
      status: "refused",
      blockers: [
        { kind: "part", dependent: { name: "fab_c" }, fix: { where: "solution", solution: { solution: "F" } } },
      ],
    });
  });

  it("is unknown where its layers are not: a missing row proves nothing", () => {
    const { upgrade } = previewOf({ ...dropped(), stacks: [], facts: { solutions: [solution("A")] } }).ways;
    expect(upgrade).toMatchObject({ status: "uncertain", counts: { unknown: 1, deleted: 0 } });
    expect(upgrade.findings.map(({ id, evidence }) => [id, evidence.type])).toEqual([["typesUnjudged", "Attribute"]]);
  });
});
