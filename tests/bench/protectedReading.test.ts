import { readProtected } from "./protectedReading";

describe("readProtected", () => {
  it("takes a layer call's time a round while the limits are far", async () => {
    expect(await readProtected(45, 20)).toEqual({ time: 3 * 340, throttled: 0 });
  });

  it("waits for service protection when the window's execution time is used up", async () => {
    const { time, throttled } = await readProtected(4000, 20);
    expect(throttled).toBeGreaterThan(0);
    expect(time).toBeGreaterThan(300_000);
  });
});
