import type { IncomingDependency, IncomingPackage } from "../../../SolutionHealth/domain/releases/incomingPackage";
import { compareRelease } from "../../../SolutionHealth/domain/releases/compareRelease";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import { releaseOrder } from "../../../SolutionHealth/domain/releases/releaseOrder";
import type { ReleaseFacts, RequiredComponent } from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { PackagePreview } from "../../../SolutionHealth/domain/releases/releasePreview";
import { packageVerdict } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import { column, component, solution, stack } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, incomingColumn, pack, releaseFacts } from "./releaseSamples";

/** Facts of several packages against one environment. */
function factsOf(...texts: readonly FoundText[]): ReleaseFacts {
  const each = texts.map(releaseFacts);
  const [first] = each;
  if (!first) throw new Error("no package");
  return {
    ...first,
    packages: each.flatMap(({ packages }) => packages),
    solutions: each.flatMap(({ solutions }) => solutions),
    stacks: new Map(each.flatMap(({ stacks }) => [...stacks])),
  };
}

/** The preview of each package, by its unique name. */
function previewsOf(...texts: readonly FoundText[]): ReadonlyMap<string, PackagePreview> {
  const { packages } = previewRelease(factsOf(...texts), { overwrite: false });
  return new Map(packages.map((one) => [one.package.uniqueName, one]));
}

function previewNamed(name: string, ...texts: readonly FoundText[]): PackagePreview {
  const found = previewsOf(...texts).get(name);
  if (!found) throw new Error(`no preview of ${name}`);
  return found;
}

const idsOf = ({ findings }: PackagePreview): string[] => findings.map(({ id, severity }) => `${severity} ${id}`);

const named = (uniqueName: string, components: IncomingPackage["components"] = []): IncomingPackage =>
  pack(components, { uniqueName });

/** Needs a script of the solution, which is not here. */
const script = { type: 61, schemaName: "con_/a.js", solution: "Library (1.0.0.0)" };
const missing: IncomingDependency[] = [{ required: script, dependent: { type: 60 } }];
const required = (
  presence: RequiredComponent["presence"],
  more: Partial<RequiredComponent> = {},
): RequiredComponent => ({
  ...script,
  dependents: [],
  presence,
  ...more,
});
const user = (
  presence: RequiredComponent["presence"] = "absent",
  more: Partial<RequiredComponent> = {},
): FoundText => ({
  package: pack([], {
    uniqueName: "User",
    missingDependencies: [{ required: { ...script, ...more }, dependent: { type: 60 } }],
  }),
  found: { required: [required(presence, more)] },
});

describe("what a package of a release needs", () => {
  it("is there once an earlier package has brought it", () => {
    const library: FoundText = { package: named("Library", [incoming(61, "con_/a.js")]) };
    for (const presence of ["absent", "unknown"] as const) {
      const preview = previewNamed("User", user(presence), library);
      expect(idsOf(preview)).toEqual(["info dependencyInRelease"]);
      expect(preview.ways.install.status).toBe("possible");
    }
  });

  it("is found under whichever name brings it, not only under the solution that the exporter saw", () => {
    const other: FoundText = { package: named("Other", [incoming(61, "con_/a.js")]) };
    expect(idsOf(previewNamed("User", user(), other))).toEqual(["info dependencyInRelease"]);
  });

  it("is still missing where the earlier package of that solution does not hold it", () => {
    const preview = previewNamed("User", user(), { package: named("Library") });
    expect(idsOf(preview)).toEqual(["warning missingDependency"]);
    expect(preview.ways.install.status).toBe("uncertain");
  });

  it("is not known where the earlier package could be read only in parts", () => {
    const library = { ...named("Library"), partial: [{ text: "cut" }] };
    expect(idsOf(previewNamed("User", user(), { package: library }))).toEqual(["warning dependencyUnknown"]);
  });

  it("is refused where no package of the release brings it", () => {
    expect(idsOf(previewNamed("User", user(), { package: named("Else") }))).toEqual(["blocker missingDependency"]);
  });

  it("goes with the column whose option set it is", () => {
    const optionSet = { type: 9, schemaName: "con_t_con_kind", solution: "Else (1.0)" };
    const tables: FoundText = { package: named("Tables", [incomingColumn("con_t", "con_kind")]) };
    expect(idsOf(previewNamed("User", user("absent", optionSet), tables))).toEqual(["info dependencyInRelease"]);
  });

  it("may be deleted first, where an earlier package no longer holds it", () => {
    const gone = column("con_t", "con_d");
    const base: FoundText = {
      package: pack([], { uniqueName: "A", version: "1.1.0.0" }),
      members: [held(gone, "A")],
      stacks: [stack(gone, ["A", { length: 1 }])],
      facts: { solutions: [solution("A")] },
    };
    const needed = { type: 2, schemaName: "con_d", parentSchemaName: "con_t", solution: "A (1.0)" };
    const text: FoundText = {
      package: pack([], { uniqueName: "User", missingDependencies: [{ required: needed, dependent: { type: 60 } }] }),
      found: { required: [required("present", needed)] },
    };
    const preview = previewNamed("User", base, text);
    expect(preview.findings).toMatchObject([{ id: "dependencyMayGo", evidence: { name: "con_d", solution: "A" } }]);
    expect(preview.ways.install.status).toBe("uncertain");
  });
});

describe("the solution that a package of a release is for", () => {
  const patch = (version: string, name = "A_Patch_1"): FoundText => ({
    package: pack([incomingColumn("con_t", "con_c")], { uniqueName: name, version }),
  });

  it("is there once an earlier package has brought it: the base of a patch", () => {
    const base: FoundText = { package: pack([], { uniqueName: "A", version: "1.1.0.0" }) };
    const preview = previewNamed("A_Patch_1", patch("1.1.1.0"), base);
    expect(idsOf(preview)).toEqual([]);
    expect(preview.ways.patch).toMatchObject({ status: "possible", counts: { added: 1 } });
    expect(preview.advice.way).toBe("patch");
    expect(previewNamed("A_Patch_1", patch("1.1.1.0")).ways.patch).toMatchObject({
      status: "refused",
      notApplicable: "baseMissing",
    });
  });

  it("has the version by then that the earlier package gives it", () => {
    const installed = { facts: { solutions: [solution("A")] } };
    const next: FoundText = { package: pack([], { uniqueName: "A", version: "2.0.0.0" }), ...installed };
    expect(idsOf(previewNamed("A_Patch_1", patch("2.0.1.0"), next))).not.toContain("blocker patchVersion");
    expect(idsOf(previewNamed("A_Patch_1", patch("1.0.1.0"), next))).toContain("blocker patchVersion");
  });

  it("has its earlier patches by then: two patches come in the order of their versions", () => {
    const low = patch("1.0.1.0", "A_Patch_2");
    const high: FoundText = { ...patch("1.0.2.0", "A_Patch_1"), facts: { solutions: [solution("A")] } };
    expect(releaseOrder([high.package, low.package]).names).toEqual(["A_Patch_2", "A_Patch_1"]);
    expect(idsOf(previewNamed("A_Patch_1", high, low))).toEqual(["warning judgedAsOfNow"]);
    const equal = patch("1.0.2.0", "A_Patch_3");
    const both = previewsOf(high, equal);
    const told = [...both.values()].flatMap(idsOf).filter((id) => id === "blocker patchNotHigher");
    expect(told).toHaveLength(1);
  });
});

describe("a component that an earlier package of the release touches too", () => {
  const con = column("con_t", "con_c");
  const own = solution("A");
  const here: FoundText = {
    package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })], { uniqueName: "A" }),
    here: [con],
    members: [held(con, "A")],
    stacks: [stack(con, ["A", { length: 1 }])],
    facts: { solutions: [own] },
  };
  /** Comes first: A needs its script. */
  const needing = (text: FoundText): FoundText => ({
    ...text,
    package: {
      ...text.package,
      manifest: { ...text.package.manifest, missingDependencies: missing },
    },
    found: { ...text.found, required: [required("absent")] },
  });
  const library = (components: IncomingPackage["components"] = []): FoundText => ({
    package: named("Library", [incoming(61, "con_/a.js"), ...components]),
  });

  const touching = library([incomingColumn("con_t", "con_c", { properties: { length: 3 } })]);

  it("is judged as it is now, with nothing certain, and says so", () => {
    const preview = previewNamed("A", needing(here), touching);
    const [fate] = preview.ways.update.fates;
    expect(fate).toMatchObject({ kind: "changed", asOfNow: true, changes: [{ property: "length", certain: false }] });
    expect(fate).not.toHaveProperty("layersThen");
    expect(preview.alsoInEarlier).toEqual(["Attribute con_t.con_c"]);
    expect(preview.findings).toContainEqual(
      expect.objectContaining({
        id: "judgedAsOfNow",
        severity: "warning",
        evidence: { count: "1", packages: "Library" },
        components: ["Attribute con_t.con_c"],
      }),
    );
    expect(packageVerdict(preview, preview.ways.update)).toMatchObject({
      partial: true,
      conditions: { hidden: "unknown", blocked: "no" },
    });
  });

  it("is not surely hidden by what lies on top now", () => {
    const covered: FoundText = { ...here, stacks: [stack(con, ["A", { length: 1 }], ["Active", { length: 9 }])] };
    const touched = previewNamed("A", needing(covered), touching);
    expect(touched.ways.update.fates).toMatchObject([{ changes: [{ seen: "hiddenByOverride", certain: false }] }]);
    expect(packageVerdict(touched, touched.ways.update).conditions.hidden).toBe("unknown");
    const alone = previewNamed("A", covered);
    expect(packageVerdict(alone, alone.ways.update).conditions.hidden).toBe("yes");
  });

  it("is certain where no package comes before", () => {
    const { ways, alsoInEarlier, findings } = previewNamed("A", here);
    expect(ways.update.fates).toMatchObject([{ changes: [{ certain: true }] }]);
    expect(ways.update.fates[0]).not.toHaveProperty("asOfNow");
    expect([alsoInEarlier, findings]).toEqual([[], []]);
  });

  it.each([
    ["brings it itself", [incomingColumn("con_t", "con_d")]],
    ["refers to it", [incoming(60, "f", { references: [{ type: 2, key: "con_t.con_d" }] })]],
  ])("is not surely deleted by an upgrade, where the earlier one %s", (_why, components) => {
    const gone = column("con_t", "con_d");
    const dropping: FoundText = {
      ...here,
      members: [held(con, "A"), held(gone, "A")],
      stacks: [stack(con, ["A", { length: 1 }]), stack(gone, ["A", { length: 1 }])],
    };
    const preview = previewNamed("A", needing(dropping), library(components));
    const { upgrade } = preview.ways;
    const fate = upgrade.fates.find(({ component }) => component.address === "Attribute con_t.con_d");
    expect(fate).toMatchObject({ kind: "deleted", asOfNow: true });
    expect(upgrade.status).toBe("uncertain");
    const data = { items: [{ component: gone, kind: "values", count: { status: "exact", count: 7 } }] } as const;
    const counted = { ...preview, data: { upgrade: { ...data, complete: true, total: 1 } } };
    expect(packageVerdict(counted, upgrade).conditions).toMatchObject({ deletes: "unknown", data: "unknown" });
    // It may be there afterwards: that is no surprise.
    const after = factsOf({
      ...dropping,
      stacks: [stack(con, ["A", { length: 2 }])],
      found: { parts: [{ component: gone }] },
    });
    expect(compareRelease(preview, "upgrade", after).surprises).toEqual([]);
  });

  it("does not surely stand in the way, where the earlier one may have mended it", () => {
    const gone = column("con_t", "con_d");
    const view = component("SavedQuery", "v", "con_t");
    const blocked: FoundText = {
      ...here,
      members: [held(con, "A"), held(gone, "A")],
      stacks: [
        stack(con, ["A", { length: 1 }]),
        stack(gone, ["A", { length: 1 }]),
        stack(view, [
          "Library",
          { fetchxml: "<fetch><entity name='con_t'><attribute name='con_d'/></entity></fetch>" },
        ]),
      ],
      found: { dependencies: [{ required: gone, dependent: view }] },
      facts: { solutions: [own, solution("Library")] },
    };
    const before = previewNamed("A", blocked).ways.upgrade;
    expect(before).toMatchObject({ status: "refused", blockers: [{ certain: true }] });
    const mended = library([incoming(26, view.id, { table: "con_t" })]);
    const text = needing(blocked);
    const { upgrade } = previewNamed(
      "A",
      { ...text, found: { ...blocked.found, required: [required("absent")] } },
      mended,
    ).ways;
    expect(upgrade).toMatchObject({ status: "uncertain", blockers: [{ certain: false }] });
  });

  it("is there by then: a shell of it adds nothing", () => {
    const shell = incoming(1, "con_t", { shell: true, behavior: 2 });
    const extension: FoundText = { package: named("Extension", [shell, incomingColumn("con_t", "con_x")]) };
    const base: FoundText = { package: named("Tables", [incoming(1, "con_t"), incoming(61, "con_/a.js")]) };
    const preview = previewNamed("Extension", needing(extension), base);
    expect(preview.ways.install.counts).toMatchObject({ added: 1, unchanged: 1 });
    expect(preview.alsoInEarlier).toEqual([]);
    expect(previewNamed("Extension", extension).ways.install.counts).toMatchObject({ added: 2 });
  });
});
