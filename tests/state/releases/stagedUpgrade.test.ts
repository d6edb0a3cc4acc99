import { settle } from "../../dataverse/fakeClock";
import { createReleaseBench, fileNamed, type previewOf } from "./releaseBench";

const SALES = "Sales 1.2.0.0";
const ID = `sha of ${SALES}`;

describe("an upgrade that was staged earlier", () => {
  async function staged(version: string, ways: Parameters<typeof previewOf>[1] = {}, base?: string) {
    const bench = createReleaseBench();
    bench.staged.Sales = version;
    if (base !== undefined) bench.staged.Base = base;
    bench.ways.Sales = ways;
    bench.store.addFiles([fileNamed("Base 2.0.0.0"), fileNamed(SALES)]);
    await settle();
    return bench;
  }
  const REFUSED = [
    { id: "pendingUpgrade", severity: "blocker", ways: ["stagedUpgrade"], evidence: {}, code: "0x80048033" },
  ] as const;

  it("is applied without importing its package again, and compared with the preview", async () => {
    const { store, jobs, work } = await staged("1.2.0.0", { stagedUpgrade: { status: "refused", findings: REFUSED } });
    store.openImport();
    expect(store.getState().choice.ways.get(ID)).toBe("stagedUpgrade");
    store.applyStaged({ waitForLock: true });
    await settle();
    expect(jobs.importPackage).not.toHaveBeenCalled();
    expect(jobs.applyUpgrade.mock.calls).toEqual([
      [
        expect.objectContaining({ uniqueName: "Sales", version: "1.2.0.0" }),
        expect.objectContaining({ waitForLock: true }),
      ],
    ]);
    expect(work.read).toHaveBeenCalledTimes(2);
    expect(store.getState().import.run).toMatchObject({
      status: "ended",
      outcome: "succeeded",
      done: 1,
      comparisons: [{ step: { id: ID, way: "stagedUpgrade" }, comparison: { surprises: [] } }],
    });
  });

  it("is not judged for another choice any more once it is applied", async () => {
    const { store } = await staged("1.2.0.0");
    store.setOverwrite(true);
    store.applyStaged({ waitForLock: false });
    await settle();
    expect(store.getState()).toMatchObject({
      choice: { overwrite: false },
      preview: { preview: { overwrite: false } },
    });
  });

  it("is one of several: the one that is shown is applied, else the first that may be", async () => {
    const { store, jobs } = await staged("1.2.0.0", {}, "2.0.0.0");
    const applied = () => jobs.applyUpgrade.mock.calls.map(([target]: [{ uniqueName: string }]) => target.uniqueName);
    store.openImport();
    expect([...store.getState().choice.ways.values()]).toEqual(["stagedUpgrade", "stagedUpgrade"]);
    store.show(ID);
    store.applyStaged({ waitForLock: false });
    await settle();
    store.finish();
    await settle();
    store.show("none of them");
    store.applyStaged({ waitForLock: false });
    await settle();
    expect(applied()).toEqual(["Sales", "Base"]);
  });

  it("needs a report of its own where another one was chosen", async () => {
    const { store } = await staged("1.2.0.0", {}, "2.0.0.0");
    const report = { name: "r.html", content: "", mediaType: "text/html" };
    store.show(ID);
    store.saveReport(report);
    store.show(ID);
    expect(store.getState().reportSaved).toBe(true);
    store.show("sha of Base 2.0.0.0");
    expect(store.getState().reportSaved).toBe(false);
  });

  it("can be reached where another one that is staged cannot be applied", async () => {
    const { store, jobs, ways } = await staged("1.2.0.0", {}, "2.0.0.0");
    ways.Base = { stagedUpgrade: { findings: [{ ...REFUSED[0], id: "restricted" }] } };
    store.refresh();
    await settle();
    store.applyStaged({ waitForLock: false });
    await settle();
    expect(jobs.applyUpgrade).toHaveBeenCalledWith(expect.objectContaining({ uniqueName: "Sales" }), expect.anything());
  });

  it("stays staged where it is refused, and can be applied later", async () => {
    const { store, ends } = await staged("1.2.0.0");
    ends.push("notStarted");
    store.applyStaged({ waitForLock: false });
    await settle();
    expect(store.getState().import.run).toMatchObject({ status: "paused", step: 0 });
  });

  it.each([
    ["in another version", "1.1.0.0", {}],
    [
      "and something stands in its way",
      "1.2.0.0",
      { stagedUpgrade: { findings: [{ ...REFUSED[0], id: "restricted" }] } },
    ],
  ] as const)("%s is not applied", async (_why, version, ways) => {
    const { store, jobs } = await staged(version, ways);
    store.applyStaged({ waitForLock: false });
    await settle();
    expect(jobs.applyUpgrade).not.toHaveBeenCalled();
    expect(store.getState().import.run).toEqual({ status: "none" });
  });
});
