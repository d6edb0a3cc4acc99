import { measureEveryComponent } from "./everyComponent";
import { largeEnvironment } from "./largeEnvironment";
import { computeScan, measureScan } from "./overrideScans";

const sizes = { solutions: 4, components: 300, tables: 5, realOverrides: 6, stateOnly: 2, phantoms: 4 };
const large = largeEnvironment(sizes);

describe("measureScan", () => {
  it("reads the layers of flagged components and of no others", async () => {
    const { layerReads, throttled } = await measureScan(large, { phantomsFlagged: true });
    expect([layerReads, throttled]).toEqual([12, 0]);
  });

  it("throws when the scan finds something else than is said to be there", async () => {
    const [, ...others] = large.realOverrides;
    const scan = measureScan({ ...large, realOverrides: others }, { phantomsFlagged: false });
    await expect(scan).rejects.toThrow(/exactly the overrides/);
  });
});

describe("computeScan", () => {
  it("comes to the same as the measured scan", async () => {
    const measured = await measureScan(large, { phantomsFlagged: true });
    const computed = await computeScan(large, { phantomsFlagged: true });
    expect([computed.layerReads, computed.throttled]).toEqual([measured.layerReads, measured.throttled]);
  });
});

describe("the scan as shipped", () => {
  const sizes = { solutions: 10, components: 1_000, tables: 20, realOverrides: 60, stateOnly: 10, phantoms: 130 };
  const many = largeEnvironment(sizes);
  const choice = { phantomsFlagged: true };

  it("takes less than a third of the time of four at once, without a refusal", async () => {
    const wide = await computeScan(many, choice);
    const narrow = await computeScan(many, { ...choice, reading: { concurrency: 4, batchSize: 8 } });
    expect(wide.time).toBeLessThan(narrow.time / 3);
    expect(wide.firstResult).toBeLessThanOrEqual(narrow.firstResult);
    expect([wide.throttled, wide.atOnce]).toEqual([0, 24]);
  });

  it("does not go on wider than six connections carry, and is no slower than four at once over them", async () => {
    const wide = await computeScan(many, choice, { connections: 6 });
    const narrow = await computeScan(
      many,
      { ...choice, reading: { concurrency: 4, batchSize: 8 } },
      { connections: 6 },
    );
    expect(wide.atOnce).toBeLessThan(20);
    expect(wide.time).toBeLessThan(narrow.time);
  });

  it("comes to the same end where service protection lets no more than two requests run at once", async () => {
    const cost = await computeScan(many, choice, { throttle: 0.04 });
    expect(cost.throttled).toBeGreaterThan(0);
  });
});

describe("measureEveryComponent", () => {
  it("reads each component of the sample by a call of its own", async () => {
    const { components, sample, layerReads } = await measureEveryComponent(large, 30);
    expect([components, sample, layerReads]).toEqual([300, 30, 30]);
  });

  it("throws when the sample holds other Active layers than are said to be there", async () => {
    const nothing = { ...large, realOverrides: [], stateOnly: [], phantoms: [] };
    await expect(measureEveryComponent(nothing, 100)).rejects.toThrow(/Active layers of the sample/);
  });
});
