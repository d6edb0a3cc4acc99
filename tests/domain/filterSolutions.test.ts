import { arrangeSolutions } from "../../SolutionHealth/domain/solutions/arrangeSolutions";
import { type SolutionFilter, filterSolutions, toRows } from "../../SolutionHealth/domain/solutions/filterSolutions";
import { standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { sortSolutions } from "../../SolutionHealth/domain/solutions/sortSolutions";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { cheapReport, day, operation, solution } from "./solutionSamples";

const fabrikam = { id: "f", uniqueName: "fab", displayName: "Fabrikam", prefix: "fab" };
const solutions: InstalledSolution[] = [
  solution("Sales", { displayName: "Contoso Sälés" }),
  solution("Sales_Patch_1", { displayName: "Hotfix", parentId: "Sales", version: "1.0.1" }),
  solution("Sales_Patch_2", { displayName: "Second", parentId: "Sales", version: "1.0.2" }),
  solution("Service", { publisher: fabrikam, version: "3.1" }),
  solution("Mine", { managed: false }),
  solution("Active", { managed: false, visible: false }),
  solution("Platform", { visible: false }),
];
const report = cheapReport(solutions, [operation("Service", { result: "failed" })]);

const shown = (filter: SolutionFilter): string[] =>
  toRows(filterSolutions(arrangeSolutions(solutions, standings(report)), filter).groups).map(
    ({ solution: { uniqueName }, context }) => (context ? `(${uniqueName})` : uniqueName),
  );

describe("filterSolutions", () => {
  it("hides unmanaged and invisible rows unless told otherwise, and says how many of each", () => {
    const { counts } = filterSolutions(arrangeSolutions(solutions, standings(report)), {});
    expect(counts).toEqual({ total: 7, shown: 4, hiddenInvisible: 2, hiddenUnmanaged: 1, filteredOut: 0 });
  });

  it.each<[string, SolutionFilter, string[]]>([
    ["unmanaged rows when asked for", { showUnmanaged: true, search: "mine" }, ["Mine"]],
    ["invisible rows when asked for", { showInvisible: true, search: "act" }, ["Active"]],
    ["a patch that matches under its base for context", { search: "hotfix" }, ["(Sales)", "Sales_Patch_1"]],
    [
      "words in any order, without case and accents",
      { search: " sales CONTOSO " },
      ["Sales", "Sales_Patch_2", "Sales_Patch_1"],
    ],
    ["accents typed as accents", { search: "sälés" }, ["Sales", "Sales_Patch_2", "Sales_Patch_1"]],
    ["a version", { search: "3.1" }, ["Service"]],
    ["nothing when one word does not occur", { search: "contoso zzz" }, []],
    ["one publisher's", { publishers: ["f"] }, ["Service"]],
    [
      "any publisher's when none is chosen",
      { publishers: [], search: "s" },
      ["Sales", "Sales_Patch_2", "Sales_Patch_1", "Service"],
    ],
    ["those in a state", { states: ["atRisk"] }, ["Service"]],
    ["those with patches, and these", { hasPatches: true }, ["Sales", "Sales_Patch_2", "Sales_Patch_1"]],
    ["those without patches", { hasPatches: false }, ["Service"]],
  ])("shows %s", (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });
});

describe("sortSolutions", () => {
  const listed = [
    solution("b", { updatedOn: day(2) }),
    solution("a", { updatedOn: day(3), publisher: fabrikam }),
    solution("c", { managed: false }),
    solution("c10", { updatedOn: day(1) }),
    solution("c9", { updatedOn: day(1) }),
  ];
  const order = (column: "updatedOn" | "name" | "state" | "publisher" | "kind", descending: boolean): string[] =>
    sortSolutions(
      arrangeSolutions(listed, standings(cheapReport(listed, [operation("b", { result: "failed" })]))),
      { column, descending },
      new Intl.Collator("en", { numeric: true }),
    ).map(({ base }) => base.solution.uniqueName);

  it.each([
    ["updatedOn", false, ["c9", "c10", "b", "a", "c"]],
    ["updatedOn", true, ["a", "b", "c9", "c10", "c"]],
    ["name", true, ["c10", "c9", "c", "b", "a"]],
    ["state", false, ["b", "c", "a", "c9", "c10"]],
    ["publisher", true, ["a", "b", "c", "c9", "c10"]],
    ["kind", true, ["c", "a", "b", "c9", "c10"]],
  ] as const)("by %s, descending %s, gives %j", (column, descending, expected) => {
    expect(order(column, descending)).toEqual(expected);
  });

  it("by state, puts a healthy base where its patch at risk belongs", () => {
    const family = [...listed, solution("c10_Patch_1", { parentId: "c10", version: "1.0.1" })];
    const report = cheapReport(family, [operation("c10_Patch_1", { result: "failed" })]);
    const sorted = (descending: boolean): string[] =>
      sortSolutions(arrangeSolutions(family, standings(report)), { column: "state", descending }).map(
        ({ base }) => base.solution.uniqueName,
      );
    expect(sorted(false)[0]).toBe("c10");
    expect(sorted(true).at(-1)).toBe("c10");
  });

  it("leaves what it was given as it was", () => {
    const groups = arrangeSolutions([solution("b"), solution("a")], standings(undefined));
    sortSolutions(groups, { column: "name", descending: false });
    expect(groups.map(({ base }) => base.solution.uniqueName)).toEqual(["b", "a"]);
  });
});
