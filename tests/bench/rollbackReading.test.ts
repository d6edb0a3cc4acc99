import { rollbackEnvironment } from "./rollbackEnvironment";
import { computeOneByOne, computePreview } from "./rollbackReading";

const sizes = { solutions: 10, components: 1_000, tables: 20, realOverrides: 0, stateOnly: 0, phantoms: 0 };
const environment = rollbackEnvironment(300, sizes);

describe("computePreview", () => {
  it("reads layers of what has another owner, and no more", async () => {
    const { shared, platform, dependents } = environment;
    const { layerReads, throttled } = await computePreview(environment);
    expect([layerReads, throttled]).toEqual([shared + platform + dependents, 0]);
  });

  it("takes less than a quarter of the reads of one by one", async () => {
    const preview = await computePreview(environment);
    const oneByOne = await computeOneByOne(environment);
    expect(oneByOne.reads).toBe(2 * environment.size + 1);
    expect(preview.reads).toBeLessThan(oneByOne.reads / 4);
  });

  it("throws when the preview is not what is said to be there", async () => {
    await expect(computePreview({ ...environment, shared: environment.shared + 1 })).rejects.toThrow(/not what must/);
  });
});

describe("rollbackEnvironment", () => {
  it("gives the solution as many components as were asked for", () => {
    expect(environment.size).toBe(300);
    expect(environment.shared).toBeGreaterThanOrEqual(30);
    expect(environment.platform).toBeGreaterThan(0);
  });
});
