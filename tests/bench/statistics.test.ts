import { best, summarise } from "./statistics";

describe("summarise", () => {
  it("gives the middle one when the number of runs is odd", () => {
    expect(summarise([9, 1, 5])).toEqual({ count: 3, min: 1, median: 5 });
  });

  it("gives the mean of the middle two when the number of runs is even", () => {
    expect(summarise([10, 2, 4, 8])).toEqual({ count: 4, min: 2, median: 6 });
  });

  it("orders by size, not as text", () => {
    expect(summarise([100, 20, 3])).toMatchObject({ min: 3, median: 20 });
  });

  it("takes a single run as it is", () => {
    expect(summarise([7])).toEqual({ count: 1, min: 7, median: 7 });
  });

  it("leaves the list of runs as it was", () => {
    const runs = [3, 1, 2];
    summarise(runs);
    expect(runs).toEqual([3, 1, 2]);
  });

  it("refuses to summarise nothing", () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});

describe("best", () => {
  it("gives the whole run that cost least", () => {
    const runs = [
      { read: 2, write: 9 },
      { read: 4, write: 3 },
      { read: 1, write: 8 },
    ];
    expect(best(runs, ({ read, write }) => read + write)).toBe(runs[1]);
  });

  it("gives the first of equals", () => {
    const runs = [{ cost: 1 }, { cost: 1 }];
    expect(best(runs, ({ cost }) => cost)).toBe(runs[0]);
  });

  it("refuses to choose among none", () => {
    expect(() => best([], () => 0)).toThrow(RangeError);
  });
});
