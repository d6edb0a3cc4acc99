import { Pace } from "../../../SolutionHealth/state/overrides/pace";
import { createFakeClock } from "../../dataverse/fakeClock";

function create() {
  const clock = createFakeClock();
  const publish = jest.fn();
  return { clock, publish, pace: new Pace(clock, publish) };
}

describe("Pace", () => {
  it("publishes the first change at once", () => {
    const { pace, publish } = create();
    pace.soon();
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it("publishes what follows together, and once", async () => {
    const { pace, publish, clock } = create();
    for (let change = 0; change < 1_000; change += 1) pace.soon();
    expect(publish).toHaveBeenCalledTimes(1);
    await clock.pass(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
    expect(clock.pending()).toBe(0);
  });

  it("goes on at its pace while changes go on", async () => {
    const { pace, publish, clock } = create();
    for (let time = 0; time < 1_500; time += 10) {
      pace.soon();
      await clock.pass(10);
    }
    expect(publish).toHaveBeenCalledTimes(11);
  });

  it("publishes what must be known at once, with what waits", async () => {
    const { pace, publish, clock } = create();
    pace.soon();
    pace.soon();
    pace.now();
    expect(publish).toHaveBeenCalledTimes(2);
    await clock.pass(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it("publishes nothing any more when it is stopped", async () => {
    const { pace, publish, clock } = create();
    pace.soon();
    pace.soon();
    pace.stop();
    await clock.pass(1_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });
});
