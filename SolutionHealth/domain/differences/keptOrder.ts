/**
 * Places of the numbers that stand in rising order, as many of them as possible: what is left is what has moved. (The
 * longest rising subsequence by patience sorting, so that ten thousand cells in another order take no minute.)
 * @param numbers each only once
 */
export function keptOrder(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length: place of the smallest number that ends a rising row of that length. */
  const ends: number[] = [];
  const before = numbers.map((number, place) => {
    const length = rowsBelow(number, ends, numbers);
    ends[length] = place;
    return length === 0 ? undefined : ends[length - 1];
  });
  const kept = new Set<number>();
  for (let place = ends[ends.length - 1]; place !== undefined; place = before[place]) kept.add(place);
  return kept;
}

/** How many of the rows end with a smaller number. */
function rowsBelow(number: number, ends: readonly number[], numbers: readonly number[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if (end !== undefined && (numbers[end] ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
