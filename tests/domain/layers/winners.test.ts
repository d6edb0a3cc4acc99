import { propertyWinners, valueBelow } from "../../../SolutionHealth/domain/layers/winners";
import { layer, stackOf } from "./layerSamples";

describe("propertyWinners", () => {
  it("lets the topmost layer that sets a property win, property by property", () => {
    const stack = stackOf(
      "SavedQuery",
      layer("Active", { fetchxml: "a" }),
      layer("Top", { layoutxml: "t", fetchxml: "t" }),
      layer("Base", { name: "b", fetchxml: "b", layoutxml: "b" }),
    );
    const winners = propertyWinners(stack);
    expect([...winners].map(([name, { solution, value, hidden }]) => [name, solution, value, hidden])).toEqual([
      ["fetchxml", "Active", "a", [1, 2]],
      ["layoutxml", "Top", "t", [2]],
      ["name", "Base", "b", []],
    ]);
  });

  it("gives what no layer says it has changed to the lowest layer that has it", () => {
    const stack = stackOf(
      "SavedQuery",
      layer("Active", {}, { all: { name: "b" } }),
      layer("Base", {}, { changes: "", componentJson: '{"Attributes":[{"Key":"name","Value":"b"}]}' }),
    );
    expect(propertyWinners(stack).get("name")).toMatchObject({ solution: "Base", value: "b", layer: 1 });
  });

  it("is certain only of what stands above the first unreadable layer", () => {
    const stack = stackOf(
      "SavedQuery",
      layer("Active", { name: "a" }),
      layer("Top", {}, { changes: "?" }),
      layer("Base", { name: "b", fetchxml: "b" }),
    );
    const winners = propertyWinners(stack);
    expect(winners.get("name")?.certain).toBe(true);
    expect(winners.get("fetchxml")).toMatchObject({ solution: "Base", certain: false });
  });
});

describe("valueBelow", () => {
  const stack = stackOf(
    "SavedQuery",
    layer("Active", { name: "a" }),
    layer("Top", { name: "t" }),
    layer("Base", { x: 1 }),
  );

  it("is what the next layer that sets the property has", () => {
    expect(valueBelow(stack, "name", 1)).toEqual({ value: "t", solution: "Top", known: true });
    expect(valueBelow(stack, "name", 2)).toEqual({ value: undefined, known: true });
  });

  it("takes the full text of a layer whose changes are unreadable", () => {
    const unclear = stackOf("SavedQuery", layer("Active", {}), layer("Top", {}, { changes: "?", all: { name: "t" } }));
    unclear.layers.forEach(({ properties }) => expect(properties.status).toBe("read"));
    expect(valueBelow(unclear, "name", 1)).toEqual({ value: "t", solution: "Top", known: true });
  });

  it("is not known where neither changes nor full text can be read", () => {
    const unclear = stackOf("SavedQuery", layer("Active", {}), layer("Top", {}, { changes: "?", componentJson: "?" }));
    expect(valueBelow(unclear, "name", 1)).toEqual({ value: undefined, known: false });
  });
});
