import type { StagedSolution } from "../../../SolutionHealth/dataverse/operations/stageSolution";
import type { PackagePreview, ReleaseFinding } from "../../../SolutionHealth/domain/releases/releasePreview";
import { compareCheck } from "../../../SolutionHealth/state/releases/serverCheck";
import { solution } from "../../domain/rollbacks/rollbackFacts";
import { guid } from "../bench";
import { packageNamed, previewOf } from "./releaseBench";

const SALES = packageNamed("Sales 1.2.0.0");
const INSTALLED = solution("Sales", { version: "1.1.0.0" });

const staged = (parts: Partial<StagedSolution> = {}): StagedSolution => ({
  uploadId: guid(1),
  passed: true,
  validation: [],
  missing: [],
  components: [],
  details: {
    uniqueName: "sales",
    version: "1.2.0.0",
    managed: true,
    patch: false,
    previousVersion: "1.1.0.0",
    pendingUpgrade: false,
  },
  ...parts,
});

const preview = (parts: Partial<PackagePreview> = {}): PackagePreview => ({
  ...previewOf(SALES),
  installed: INSTALLED,
  ...parts,
});

const missing = (schemaName: string, parentSchemaName?: string): ReleaseFinding => ({
  id: "missingDependency",
  severity: "blocker",
  ways: ["update", "upgrade"],
  evidence: {},
  required: {
    type: 2,
    schemaName,
    ...(parentSchemaName !== undefined && { parentSchemaName }),
    dependents: [],
    presence: "absent",
  },
});

const saying = (own: PackagePreview, theirs: StagedSolution): unknown[] =>
  compareCheck(own, "update", theirs).lines.map(({ about, text, saidBy }) => [about ?? text, saidBy]);

describe("the server's check beside the preview", () => {
  it("agrees where both say the same, and where the answer does not tell", () => {
    expect(compareCheck(preview(), "update", staged())).toEqual({ agrees: true, lines: [] });
    expect(compareCheck(preview(), "update", staged({ details: {} }))).toEqual({ agrees: true, lines: [] });
  });

  it.each([
    ["package", { uniqueName: "Other" }],
    ["package", { version: "1.2.0.1" }],
    ["unmanaged", { managed: false }],
    ["patch", { patch: true }],
    ["pending", { pendingUpgrade: true }],
    ["previousVersion", { previousVersion: "1.0.0.0" }],
  ] as const)("differs in what it takes the package for: %s", (about, details) => {
    const { agrees, lines } = compareCheck(
      preview(),
      "update",
      staged({ details: { ...staged().details, ...details } }),
    );
    expect([agrees, lines.map((line) => line.about)]).toEqual([false, [about]]);
  });

  it("differs where the preview says more: managed, a patch, a staged upgrade", () => {
    const own = previewOf(SALES).package;
    const unmanaged = preview({ package: { ...own, managed: false } });
    const patch = preview({ package: { ...own, patchOf: "Base" } });
    const pendingUpgrade = solution("Sales_Upgrade", { version: "1.2.0.0" });
    expect(saying(unmanaged, staged())).toEqual([["managed", "server"]]);
    expect(saying(patch, staged())).toEqual([["noPatch", "server"]]);
    expect(saying(preview({ pendingUpgrade }), staged())).toEqual([["notPending", "server"]]);
  });

  it("differs where it did not pass, also without a reason", () => {
    const { agrees, lines } = compareCheck(preview(), "update", staged({ passed: false }));
    expect([agrees, lines.map(({ about }) => about)]).toEqual([false, ["notPassed"]]);
    const reason = { kind: "error", message: "No.", code: "0x80048540" } as const;
    expect(saying(preview(), staged({ passed: false, validation: [reason] }))).toEqual([["No.", "server"]]);
  });

  it("knows a value that both say is wanted by its name, and no other", () => {
    const value = { kind: "connectionReference", displayName: "CRM", value: "none" } as const;
    const wanted = (name: string): ReleaseFinding => ({
      id: "valueWanted",
      severity: "info",
      ways: ["update"],
      evidence: { name },
      value: { ...value, name },
    });
    const text = "The connection reference 'con_crm' has no connection.";
    const theirs = staged({ validation: [{ kind: "info", message: text }] });
    expect(saying(preview({ findings: [wanted("con_CRM")] }), theirs)).toEqual([[text, "both"]]);
    expect(saying(preview({ findings: [wanted("con_cr")] }), theirs)).toEqual([[text, "server"]]);
    // The preview does not say that it is refused.
    const refused = staged({ passed: false, validation: [{ kind: "error", message: text }] });
    expect(saying(preview({ findings: [wanted("con_CRM")] }), refused)).toEqual([[text, "server"]]);
  });

  it("compares missing components one by one, both ways, and not with those of another table", () => {
    const findings = [missing("con_fee", "con_order"), missing("con_name", "con_order"), missing("con_gone")];
    const theirs = staged({
      missing: [
        { name: "con_fee", type: "2", parent: "Con_Order" },
        { name: "con_name", type: "2", parent: "con_invoice" },
      ],
    });
    const { agrees, lines } = compareCheck(preview({ findings }), "update", theirs);
    expect(agrees).toBe(false);
    expect(lines.map(({ text, finding, saidBy }) => [text ?? finding?.required?.schemaName, saidBy])).toEqual([
      ["con_fee", "both"],
      ["con_name", "server"],
      ["con_name", "preview"],
      ["con_gone", "preview"],
    ]);
  });
});
