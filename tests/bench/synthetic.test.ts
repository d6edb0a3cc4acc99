import { arrangeSolutions } from "../../SolutionHealth/domain/solutions/arrangeSolutions";
import { standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { cheapReport } from "../domain/solutionSamples";
import { asRead, synthesise } from "./synthetic";

describe("synthesise", () => {
  it("gives as many solutions as asked for, each with an id and a unique name of its own", () => {
    const { solutions } = synthesise(300);
    expect(new Set(solutions.map(({ id }) => id)).size).toBe(300);
    expect(new Set(solutions.map(({ uniqueName }) => uniqueName)).size).toBe(300);
  });

  it("gives the same again for the same count", () => {
    expect(synthesise(50)).toEqual(synthesise(50));
  });

  it("gives every solution one of its publishers", () => {
    const { publishers, solutions } = synthesise(50);
    const known = new Set(publishers.map(({ id }) => id));
    expect(solutions.filter(({ publisherId }) => !known.has(publisherId))).toEqual([]);
  });

  it("gives rows in another order than that of their names", () => {
    const names = synthesise(300).solutions.map(({ friendlyName }) => friendlyName);
    expect(names).not.toEqual([...names].sort());
  });
});

describe("asRead", () => {
  it("gives patches that the product finds under their bases", () => {
    const { solutions } = asRead(synthesise(50));
    const groups = arrangeSolutions(solutions, standings(undefined));
    expect(groups).toHaveLength(40);
    expect(groups.flatMap(({ below }) => below).map(({ kind }) => kind)).toEqual(Array(10).fill("patch"));
  });

  it("gives solutions with and without problems", () => {
    const { solutions, history } = asRead(synthesise(50));
    const { solutions: judged } = cheapReport(solutions, history);
    const states = new Set([...judged.values()].map(({ state }) => state));
    expect(states.has("healthy") && (states.has("atRisk") || states.has("attention"))).toBe(true);
  });
});
