import { LaneWidth, WIDEST } from "../../SolutionHealth/dataverse/laneWidth";
import { createFakeClock, type FakeClock } from "./fakeClock";

function created(): { width: LaneWidth; clock: FakeClock } {
  const clock = createFakeClock();
  return { width: new LaneWidth(clock), clock };
}

/** One round of requests, all of which take as long. */
function round(width: LaneWidth, milliseconds: number): void {
  const ends = Array.from({ length: width.now() }, () => width.begin());
  ends.forEach((end) => end(milliseconds));
}

function rounds(count: number, width: LaneWidth, milliseconds: (atOnce: number) => number): number[] {
  return Array.from({ length: count }, () => {
    round(width, milliseconds(width.now()));
    return width.now();
  });
}

describe("LaneWidth", () => {
  it("doubles after each round up to the most as long as answers come as fast", () => {
    const { width } = created();
    expect([width.now(), ...rounds(4, width, () => 340)]).toEqual([6, 12, WIDEST, WIDEST, WIDEST]);
  });

  it("goes back where answers take the longer the more are asked for, and tries again later", () => {
    const { width } = created();
    // Six connections: what is beyond them waits.
    const seen = rounds(12, width, (atOnce) => 340 * Math.max(1, atOnce / 6));
    expect(seen).toEqual([12, 6, 6, 6, 6, 6, 12, 6, 6, 6, 6, 6]);
  });

  it("goes back when a server that was fast gets slow", () => {
    const { width } = created();
    rounds(3, width, () => 340);
    expect(rounds(2, width, () => 1_000)).toEqual([12, 6]);
  });

  it("takes no answer to what was sent at another width for one at this", () => {
    const { width } = created();
    const early = Array.from({ length: 5 }, () => width.begin());
    round(width, 340);
    expect(width.now()).toBe(12);
    early.forEach((end) => end(60_000));
    round(width, 340);
    expect(width.now()).toBe(WIDEST);
  });

  it("is halved by a refusal, and does not grow beyond that", () => {
    const { width } = created();
    rounds(3, width, () => 340);
    width.narrow(1_000);
    expect([width.now(), ...rounds(6, width, () => 340)]).toEqual([12, 12, 12, 12, 12, 12, 12]);
  });

  it("is never narrower than one", () => {
    const { width } = created();
    for (let each = 0; each < 10; each += 1) width.narrow(0);
    expect([width.now(), ...rounds(2, width, () => 340)]).toEqual([1, 1, 1]);
  });

  it("forgets a refusal when it starts afresh a window after the rest, not before", async () => {
    const { width, clock } = created();
    width.narrow(20_000);
    await clock.pass(319_999);
    width.startAfresh();
    expect(rounds(3, width, () => 340)).toEqual([3, 3, 3]);
    await clock.pass(1);
    width.startAfresh();
    expect(rounds(4, width, () => 340)).toEqual([6, 12, WIDEST, WIDEST]);
  });
});
