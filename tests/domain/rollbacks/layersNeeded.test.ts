import { layerContext, needsLayers } from "../../../SolutionHealth/domain/rollbacks/layersNeeded";
import type { RollbackMember } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { column, component, member, solution, table } from "./rollbackFacts";

const js = component("WebResource", "con_/a.js");
const PATCH = solution("P", { parentId: solution("A").id });
const SOLUTIONS = [solution("A"), solution("B"), solution("F"), PATCH];
const TARGETS = SOLUTIONS.map(({ id }) => id);

const needed = (one: RollbackMember, ...others: RollbackMember[]): boolean =>
  needsLayers(one, layerContext([one, ...others], SOLUTIONS, TARGETS));

describe("needsLayers", () => {
  it("needs none of what only one step takes along, a base with its patch, flagged or not", () => {
    expect(needed(member(js, ["A"]))).toBe(false);
    expect(needed(member(js, ["A", "P"], { flagged: true }))).toBe(false);
  });

  it("needs those of what another solution holds too", () => {
    expect(needed(member(js, ["A"], { alsoHeldBy: ["F"] }))).toBe(true);
  });

  it("needs those of what the platform may have brought", () => {
    expect(needed(member(js, ["A"], { custom: false }))).toBe(true);
    const { custom: _custom, ...unsaid } = member(js, ["A"]);
    expect(needed(unsaid)).toBe(true);
  });

  it("needs none of the platform's own columns of a table that goes, unless somebody else holds them", () => {
    const createdOn = member(column("con_t", "createdon"), ["A"], { custom: false });
    expect(needed(createdOn, member(table("con_t"), ["A"]))).toBe(false);
    expect(needed(createdOn, member(table("con_t"), ["A"], { alsoHeldBy: ["B"] }))).toBe(true);
    expect(needed({ ...createdOn, alsoHeldBy: ["F"] }, member(table("con_t"), ["A"]))).toBe(true);
  });

  it("needs those of what several steps take along: the order hangs on them", () => {
    expect(needed(member(js, ["A", "F"]))).toBe(true);
    expect(needed(member(js, ["A", "B"]))).toBe(true);
  });
});
