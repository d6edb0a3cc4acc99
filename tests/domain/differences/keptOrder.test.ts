import * as fc from "fast-check";
import { keptOrder } from "../../../SolutionHealth/domain/differences/keptOrder";

const kept = (numbers: readonly number[]): number[] =>
  [...keptOrder(numbers)].sort((a, b) => a - b).map((place) => numbers[place] ?? NaN);

/** Length of the longest rising row, the slow and plain way. */
function longest(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [place, number] of numbers.entries()) {
    const below = lengths.slice(0, place).filter((_length, before) => (numbers[before] ?? number) < number);
    lengths.push(1 + Math.max(0, ...below));
  }
  return Math.max(0, ...lengths);
}

describe("keptOrder", () => {
  it("lets one move where one has moved", () => {
    expect(kept([3, 0, 1, 2])).toEqual([0, 1, 2]);
    expect(kept([1, 2, 3, 0])).toEqual([1, 2, 3]);
  });

  it("keeps nothing of nothing, and everything that is in order", () => {
    expect(kept([])).toEqual([]);
    expect(kept([0, 5, 9])).toEqual([0, 5, 9]);
  });

  it("keeps a rising row, and none is longer", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 30 }), (numbers) => {
        const row = kept(numbers);
        expect(row).toEqual([...row].sort((a, b) => a - b));
        expect(row).toHaveLength(longest(numbers));
      }),
    );
  });
});
