import { wait } from "../../SolutionHealth/dataverse/clock";
import { createVirtualClock } from "./virtualClock";

describe("createVirtualClock", () => {
  it("runs what is due in the order of its time and tells that time", async () => {
    const clock = createVirtualClock();
    const seen: number[] = [];
    const look = async (milliseconds: number): Promise<void> => {
      await wait(milliseconds, clock);
      seen.push(clock.now());
    };
    await clock.passUntil(Promise.all([look(300_000), look(10), look(200)]));
    expect(seen).toEqual([10, 200, 300_000]);
  });

  it("forgets what was called off", async () => {
    const clock = createVirtualClock();
    clock.after(5, () => undefined)();
    await clock.passUntil(wait(7, clock));
    expect(clock.now()).toBe(7);
  });

  it("throws what the work throws", async () => {
    const clock = createVirtualClock();
    const work = wait(1, clock).then(() => {
      throw new Error("broken");
    });
    await expect(clock.passUntil(work)).rejects.toThrow("broken");
  });

  it("throws when the work waits for nothing that is due", async () => {
    const never = new Promise<void>(() => undefined);
    await expect(createVirtualClock().passUntil(never)).rejects.toThrow(/not due/);
  });
});
