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
