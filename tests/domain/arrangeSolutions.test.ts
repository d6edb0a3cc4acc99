import fc from "fast-check";
import { type SolutionGroup, arrangeSolutions } from "../../SolutionHealth/domain/solutions/arrangeSolutions";
import { filterSolutions, toRows } from "../../SolutionHealth/domain/solutions/filterSolutions";
import { standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { type SortColumn, sortSolutions } from "../../SolutionHealth/domain/solutions/sortSolutions";
import { compareVersions } from "../../SolutionHealth/domain/version";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { solution } from "./solutionSamples";

/** "name: kind" of each line, indented below its base. */
const picture = (groups: readonly SolutionGroup[]): string[] =>
  groups.flatMap(({ base, below }) =>
    [base, ...below].map(
      ({ solution: { uniqueName }, kind, level, orphan }) =>
        `${level === 0 ? "" : "- "}${uniqueName}: ${kind}${orphan ? ", orphan" : ""}`,
    ),
  );

const arrange = (...solutions: InstalledSolution[]): SolutionGroup[] =>
  arrangeSolutions(solutions, standings(undefined));

describe("arrangeSolutions", () => {
  it("puts patches under their base, the newest on top, and the staged upgrade above them", () => {
    const groups = arrange(
      solution("A_Patch_1", { parentId: "A", version: "1.0.9" }),
      solution("A"),
      solution("A_Upgrade", { version: "2.0" }),
      solution("Hotfix", { parentId: "A", version: "1.0.10" }),
      solution("B", { managed: false }),
    );
    expect(picture(groups)).toEqual([
      "A: managed",
      "- A_Upgrade: holding",
      "- Hotfix: patch",
      "- A_Patch_1: patch",
      "B: unmanaged",
    ]);
    expect(groups[0]?.base.patchCount).toBe(2);
  });

  it("knows a staged upgrade whatever the case of its name", () => {
    expect(picture(arrange(solution("Sales"), solution("SALES_upgrade")))).toEqual([
      "Sales: managed",
      "- SALES_upgrade: holding",
    ]);
  });

  it("lets a patch without its base stand alone and flags it", () => {
    expect(picture(arrange(solution("A_Patch_1f", { parentId: "gone" })))).toEqual(["A_Patch_1f: patch, orphan"]);
  });

  it("lets an _Upgrade row without its base stand alone and flags it", () => {
    expect(picture(arrange(solution("A_Upgrade")))).toEqual(["A_Upgrade: managed, orphan"]);
  });

  it("takes an unmanaged solution for what it is, whatever its name", () => {
    const groups = arrange(
      solution("A"),
      solution("A_Upgrade", { managed: false }),
      solution("A_Patch_1", { managed: false }),
    );
    expect(picture(groups)).toEqual(["A: managed", "A_Upgrade: unmanaged", "A_Patch_1: unmanaged"]);
  });

  it("finds the base of a patch by its name when the row names no parent", () => {
    expect(picture(arrange(solution("A"), solution("a_patch_0c")))).toEqual(["A: managed", "- a_patch_0c: patch"]);
  });

  it("loses no row when parents go in a circle or names pile up", () => {
    const groups = arrange(
      solution("X", { parentId: "X" }),
      solution("Y", { parentId: "Z" }),
      solution("Z", { parentId: "Y" }),
      solution("A"),
      solution("A_Upgrade"),
      solution("A_Upgrade_Upgrade"),
    );
    expect(
      picture(groups)
        .map((line) => line.replace(/^- |:.*$/g, ""))
        .sort(),
    ).toEqual(["A", "A_Upgrade", "A_Upgrade_Upgrade", "X", "Y", "Z"]);
  });
});

const names = ["A", "B", "A_Upgrade", "a_upgrade", "A_Patch_1", "B_Patch_ff", "A_Upgrade_Upgrade", "_Upgrade", "C"];
const anySolution = fc.record({
  uniqueName: fc.constantFrom(...names),
  version: fc.constantFrom("1.0", "1.0.1", "1.0.10", "1.2", "x", ""),
  managed: fc.boolean(),
  visible: fc.boolean(),
  parent: fc.option(fc.nat(9), { nil: undefined }),
  updated: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
});
const anySolutions = fc.array(anySolution, { maxLength: 9 }).map((drafts) =>
  drafts.map(({ parent, updated, ...draft }, index) =>
    solution(draft.uniqueName, {
      ...draft,
      id: `id${index}`,
      ...(parent !== undefined && { parentId: `id${parent}` }),
      ...(updated && { updatedOn: updated }),
    }),
  ),
);
const anyColumn = fc.constantFrom<SortColumn>(
  "state",
  "name",
  "version",
  "publisher",
  "kind",
  "installedOn",
  "updatedOn",
);
const idsOf = (rows: readonly { solution: InstalledSolution }[]): string[] => rows.map((row) => row.solution.id).sort();

describe("arranging, sorting and filtering any solutions", () => {
  it("keeps every row exactly once, patches newest first under the base they name", () => {
    fc.assert(
      fc.property(anySolutions, anyColumn, fc.boolean(), (solutions, column, descending) => {
        const groups = sortSolutions(arrangeSolutions(solutions, standings(undefined)), { column, descending });
        expect(idsOf(groups.flatMap(({ base, below }) => [base, ...below]))).toEqual(
          idsOf(solutions.map((s) => ({ solution: s }))),
        );
        for (const { base, below } of groups) {
          const patches = below.filter(({ kind }) => kind === "patch").map((row) => row.solution);
          expect(patches.every(({ parentId }) => parentId === undefined || parentId === base.solution.id)).toBe(true);
          expect(patches).toEqual([...patches].sort((a, b) => compareVersions(b.version, a.version)));
        }
      }),
    );
  });

  it("sorts the bases by what was asked for", () => {
    fc.assert(
      fc.property(anySolutions, fc.boolean(), (solutions, descending) => {
        const groups = sortSolutions(arrangeSolutions(solutions, standings(undefined)), {
          column: "version",
          descending,
        });
        const versions = groups.map(({ base }) => base.solution.version);
        for (const [index, version] of versions.slice(1).entries()) {
          const order = compareVersions(versions[index] ?? "", version);
          expect(descending ? order >= 0 : order <= 0).toBe(true);
        }
      }),
    );
  });

  it("counts every row once, and shows each that matches under its base", () => {
    fc.assert(
      fc.property(
        anySolutions,
        fc.constantFrom("", "a", "upgrade", "zzz"),
        fc.boolean(),
        fc.boolean(),
        (solutions, search, showUnmanaged, showInvisible) => {
          const groups = arrangeSolutions(solutions, standings(undefined));
          const { groups: shown, counts } = filterSolutions(groups, { search, showUnmanaged, showInvisible });
          const rows = toRows(shown);
          expect(counts.total).toBe(solutions.length);
          expect(counts.shown + counts.hiddenInvisible + counts.hiddenUnmanaged + counts.filteredOut).toBe(
            counts.total,
          );
          expect(rows.filter(({ context }) => !context)).toHaveLength(counts.shown);
          const matching = solutions.filter(
            (s) =>
              (s.visible || showInvisible) &&
              (s.managed || showUnmanaged || !s.visible) &&
              `${s.uniqueName} contoso ${s.version} ${s.id}`.toLowerCase().includes(search),
          );
          expect(idsOf(rows.filter(({ context }) => !context))).toEqual(idsOf(matching.map((s) => ({ solution: s }))));
          expect(rows.every(({ level, context }) => !context || level === 0)).toBe(true);
        },
      ),
    );
  });
});
