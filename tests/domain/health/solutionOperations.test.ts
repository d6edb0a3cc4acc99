import { groupOperations } from "../../../SolutionHealth/domain/history/operationGroups";
import { turnsOf } from "../../../SolutionHealth/domain/health/solutionOperations";
import { RULES } from "../../../SolutionHealth/domain/health/rules";
import { DEFAULT_THRESHOLDS } from "../../../SolutionHealth/domain/health/thresholds";
import type { SolutionOperation } from "../../../SolutionHealth/domain/model/operation";
import { A, done, factsOf, NOW, plan, uninstalled } from "./factSamples";

const turns = (...history: SolutionOperation[]) =>
  turnsOf(groupOperations(history)).map(({ group, turn }) => [turn, group.version]);

const staged = [
  uninstalled("A", 2, { version: "1.0", suboperation: "None" }),
  done("A_Upgrade", 3, { version: "2.0" }),
  done("A", 50, { version: "1.0", suboperation: "New" }),
];

describe("what a solution went through", () => {
  it("is an upgrade where what was staged was applied, with the version that was staged", () => {
    expect(turns(...staged)).toEqual([
      ["came", "2.0"],
      ["came", "1.0"],
    ]);
  });

  it("is the same where the application failed at first, and something was exported between", () => {
    const again = [
      uninstalled("A", 1, { version: "1.0" }),
      done("A", 1.5, { operation: "Export", suboperation: "None" }),
      ...staged.map((one, at) => (at === 0 ? { ...one, result: "failed" as const } : one)),
    ];
    expect(turns(...again)).toEqual([
      ["came", "2.0"],
      ["came", "1.0"],
    ]);
  });

  it("is nothing where it was taken back, and an uninstall where nothing was staged", () => {
    const [, ...before] = staged;
    expect(turns(uninstalled("A_Upgrade", 2, { version: "2.0" }), ...before)).toEqual([["came", "1.0"]]);
    expect(turns(...before)).toEqual([["came", "1.0"]]);
    expect(turns(uninstalled("A", 2, { version: "1.0" }), done("A", 50, { version: "1.0" }))).toEqual([
      ["went", "1.0"],
      ["came", "1.0"],
    ]);
  });
});

describe("a staged upgrade that was applied", () => {
  const ask = (id: string, history: readonly SolutionOperation[]) =>
    RULES.find((rule) => rule.id === id)?.judge({
      facts: factsOf({ solutions: [A], history, plans: [plan({ way: "update" })] }),
      thresholds: DEFAULT_THRESHOLDS,
      now: NOW,
    }).findings;

  it("counts as the way in which the release came", () => {
    expect(ask("wayDiffers", staged)).toMatchObject([
      { evidence: { planned: "update", used: "apply", version: "2.0" } },
    ]);
  });

  it("counts as the version that a lower one came over", () => {
    const lowered = [done("A", 1, { version: "1.5" }), ...staged];
    expect(ask("versionLowered", lowered)).toMatchObject([{ evidence: { from: "2.0", to: "1.5" } }]);
  });
});
