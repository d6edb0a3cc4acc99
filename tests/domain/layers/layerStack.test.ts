import {
  activeLayer,
  layersBelowActive,
  ownerOf,
  toLayerStack,
} from "../../../SolutionHealth/domain/layers/layerStack";
import { ID, layer, stackOf } from "./layerSamples";

const solutions = (...names: string[]) =>
  stackOf("SavedQuery", ...names.map((name) => layer(name, {}))).layers.map(({ solution }) => solution);

describe("toLayerStack", () => {
  it("puts the highest order on top, whatever order the rows come in", () => {
    const rows = [
      layer("Base", {}, { order: 2 }),
      layer("Active", {}, { order: 11 }),
      layer("System", {}, { order: 1 }),
    ];
    const { layers } = toLayerStack({ id: ID, typeName: "Entity" }, rows);
    expect(layers.map(({ solution }) => solution)).toEqual(["Active", "Base", "System"]);
  });

  it("keeps Active above and System below where orders say nothing", () => {
    const rows = ["System", "Active", "Base"].map((name) => layer(name, {}, { order: 1 }));
    const { layers } = toLayerStack({ id: ID, typeName: "Entity" }, rows);
    expect(layers.map(({ kind }) => kind)).toEqual(["active", "managed", "system"]);
  });

  it("tells the unmanaged layer by its name alone", () => {
    expect(solutions("Active", "ActiveSales")).toEqual(["Active", "ActiveSales"]);
    const stack = stackOf("SavedQuery", layer("ActiveSales", {}), layer("Base", {}));
    expect(activeLayer(stack)).toBeUndefined();
  });
});

describe("ownerOf", () => {
  it("is the lowest solution", () => {
    expect(ownerOf(stackOf("Entity", layer("Active", {}), layer("Top", {}), layer("Base", {})))).toBe("Base");
  });

  it("is the lowest managed solution where System lies below it", () => {
    expect(ownerOf(stackOf("Entity", layer("Active", {}), layer("Base", {}), layer("System", {})))).toBe("Base");
  });

  it("is System where nothing else is there, and nobody for a component made by hand", () => {
    expect(ownerOf(stackOf("Entity", layer("Active", {}), layer("System", {})))).toBe("System");
    const byHand = stackOf("Entity", layer("Active", {}));
    expect([ownerOf(byHand), layersBelowActive(byHand).length]).toEqual([undefined, 0]);
  });
});
