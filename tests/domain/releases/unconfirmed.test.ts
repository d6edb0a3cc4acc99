import { mayStay } from "../../../SolutionHealth/domain/releases/droppedChild";
import { packageVerdict } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import { toLayerStack } from "../../../SolutionHealth/domain/layers/layerStack";
import { column, component, solution, stack, table } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, incomingColumn, pack, previewOf } from "./releaseSamples";

const SOLUTIONS = [solution("A"), solution("B")];
const preview = (text: FoundText) => previewOf({ ...text, facts: { solutions: SOLUTIONS, ...text.facts } });

describe("an option or label that the package drops", () => {
  const options = component("OptionSet", "con_o");
  const text: FoundText = {
    package: pack([incoming(9, "con_o", { children: { AttributePicklistValues: [{ value: 1 }] } })]),
    here: [options],
    members: [held(options, "A")],
    stacks: [
      toLayerStack(options, [
        {
          name: "con_o",
          solution: "A",
          publisher: "contoso",
          order: 1,
          changes: null,
          componentJson: JSON.stringify({ Attributes: [] }),
          children: JSON.stringify({
            AttributePicklistValues: {
              Entities: [1, 2].map((value) => ({ Attributes: [{ Key: "value", Value: value }] })),
            },
          }),
        },
      ]),
    ],
  };

  it("may stay after an update, which deletes nothing (§8.3), and is gone after an upgrade", () => {
    const { update, upgrade } = preview(text).ways;
    expect(update.fates[0]?.changes).toMatchObject([
      { child: "2", incoming: undefined, visibleThen: undefined, certain: false, otherwise: { value: 2 } },
    ]);
    expect(upgrade.fates[0]?.changes).toMatchObject([{ child: "2", visibleThen: undefined, certain: true }]);
  });

  it("keeps the advice from saying that there are only additions and changes", () => {
    expect(preview(text).advice).toEqual({
      way: "update",
      reason: "partsMayStay",
      components: ["OptionSet con_o"],
      alternatives: ["upgrade", "stagedUpgrade"],
    });
    const whole = { AttributePicklistValues: [{ value: 1 }, { value: 2 }, { value: 3 }] };
    const advice = preview({ ...text, package: pack([incoming(9, "con_o", { children: whole })]) }).advice;
    expect(advice).toMatchObject({ way: "update", reason: "nothingLeftBehind", components: [] });
  });

  it("stays in no doubt where another solution keeps it otherwise: that falls back, and is not dropped", () => {
    const [dropped] = preview(text).ways.update.fates[0]?.changes ?? [];
    const { otherwise: _stays, ...fallsBack } = dropped ?? { child: "2", incoming: undefined };
    expect([dropped, fallsBack].map((change) => change && mayStay(change))).toEqual([true, false]);
  });

  it("is hidden by nobody: that it may stay does not make a release hide something", () => {
    const found = preview(text);
    expect(packageVerdict(found, found.ways.update).conditions.hidden).toBe("no");
  });
});

describe("what the platform may not let in", () => {
  it("is a column of another type than the one that is here (§8.3: it is the same column by its name)", () => {
    const con = column("con_t", "con_c");
    const blockers = (type: string, ...layers: Parameters<typeof stack>[1][]) =>
      preview({
        package: pack([incomingColumn("con_t", "con_c", { properties: { type } })]),
        here: [con],
        members: [held(con, "A")],
        stacks: [stack(con, ...layers)],
      }).ways.update.blockers.map(({ kind, certain, fix }) => [kind, certain, fix.where]);
    expect(blockers("int", ["A", { type: "nvarchar" }])).toEqual([["columnType", false, "package"]]);
    expect(blockers("NVarchar", ["A", { type: "nvarchar" }])).toEqual([]);
    // Layers that do not tell it say nothing against it.
    expect(blockers("int", ["A", { attributetypeid: "x" }])).toEqual([]);
  });

  it("is a component below an unmanaged table of which the package holds a shell (0x8004803B [?])", () => {
    const con = table("con_t");
    const blockers = (shell: boolean) =>
      preview({
        package: pack([incoming(1, "con_t", { table: "con_t", shell }), incomingColumn("con_t", "con_c")]),
        here: [con],
        stacks: [stack(con, ["Active", {}])],
        facts: { solutions: [] },
      }).ways.install.blockers.map(({ kind, required, certain, code }) => [kind, required.name, certain, code]);
    expect(blockers(true)).toEqual([["unmanagedParent", "con_c", false, "0x8004803B"]]);
    expect(blockers(false)).toEqual([]);
  });
});

describe("a code component whose files change", () => {
  const control = component("CustomControl", "con_Con.Map");
  const findings = (version: string, content: string, layer: Record<string, string>) =>
    preview({
      package: pack([
        incoming(66, "con_con.map", {
          properties: { version },
          children: { CustomControlResources: [{ name: "bundle.js", content }] },
        }),
      ]),
      here: [control],
      members: [held(control, "A")],
      stacks: [
        toLayerStack(control, [
          {
            name: "Map",
            solution: "A",
            publisher: "contoso",
            order: 1,
            changes: null,
            componentJson: JSON.stringify({
              Attributes: Object.entries(layer).map(([Key, Value]) => ({ Key, Value })),
            }),
            children: JSON.stringify({
              CustomControlResources: {
                Entities: [
                  {
                    Attributes: [
                      { Key: "name", Value: "bundle.js" },
                      { Key: "content", Value: "b2xk" },
                    ],
                  },
                ],
              },
            }),
          },
        ]),
      ],
    }).ways.update.findings.map(({ id }) => id);

  it("has to raise its version, or browsers keep the old bundle (§13.4)", () => {
    expect(findings("1.0.0", "bmV3", { version: "1.0.0" })).toEqual(["controlVersionKept"]);
    expect(findings("1.0.1", "bmV3", { version: "1.0.0" })).toEqual([]);
    expect(findings("1.0.0", "b2xk", { version: "1.0.0" })).toEqual([]);
    // Where the layers do not tell the version, nothing is said.
    expect(findings("1.0.0", "bmV3", {})).toEqual([]);
  });
});

describe("a collection that does not add up", () => {
  it("is covered by the list of a layer that comes on top, and what that lacks is told as no longer seen (§8.1)", () => {
    const role = component("Role", "Clerk");
    const layer = {
      name: "Clerk",
      solution: "A",
      publisher: "contoso",
      order: 1,
      changes: null,
      componentJson: JSON.stringify({ Attributes: [] }),
      children: JSON.stringify({
        RolePrivileges: { Entities: [{ Attributes: [{ Key: "privilegename", Value: "prvReadAccount" }] }] },
      }),
    };
    const { update, patch } = preview({
      package: pack([
        incoming(20, role.id, { id: role.id, children: { RolePrivileges: [{ privilegename: "prvReadContact" }] } }),
      ]),
      here: [role],
      members: [held(role, "A")],
      stacks: [toLayerStack(role, [layer])],
    }).ways;
    for (const { fates } of [update, patch]) {
      expect(fates[0]?.changes).toMatchObject([
        { child: '"prvReadAccount"', incoming: undefined, visibleThen: undefined, seen: "seen", certain: true },
        { child: '"prvReadContact"', visibleThen: { privilegename: "prvReadContact" }, seen: "seen" },
      ]);
    }
  });
});
