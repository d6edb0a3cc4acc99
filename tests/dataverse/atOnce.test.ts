import { forEachAtOnce } from "../../SolutionHealth/dataverse/atOnce";

describe("forEachAtOnce", () => {
  it("runs no more than so many at once, in their order", async () => {
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    await forEachAtOnce([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
    });
    expect([begun, most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it("begins nothing after an error, and ends with it once what was begun has ended", async () => {
    const ended: number[] = [];
    const run = forEachAtOnce([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error("first");
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(item);
    });
    await expect(run).rejects.toThrow("first");
    expect(ended).toEqual([2]);
  });
});
