import { latest } from "../../SolutionHealth/state/resource";
import { createCustomizedApp, key, VIEW } from "./overridesApp";
import { openProduct, until } from "./productBench";

it("opens a layer view with one read where the page knows the versions of the solutions already", async () => {
  const product = await openProduct(createCustomizedApp().environment);
  const { store, overrides } = product.stores;
  store.refresh();
  await until(store, ({ solutions }) => solutions.status === "ready");
  const before = product.asked.length;

  overrides.loadLayers({ id: VIEW, type: 26, typeName: "SavedQuery", name: "First", displayName: "First" });
  const state = await until(overrides, ({ layers }) => layers.get(key("SavedQuery", VIEW))?.status === "ready");
  const asked = product.asked.slice(before).filter((request) => /solutions\?|msdyn_componentlayers/.test(request));
  const view = latest(state.layers.get(key("SavedQuery", VIEW)) ?? { status: "idle" });
  await product.close();

  expect(asked).toEqual([expect.stringContaining("msdyn_componentlayers?") as string]);
  expect(view?.versions.get("app")).toBe("1.0.0.0");
});
