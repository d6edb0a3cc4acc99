import { DAY } from "./filterOperations";
import type { OperationGroup } from "./operationGroups";

/** An operation on the strip of the last days. */
export interface StripMark {
  readonly group: OperationGroup;
  /** Where it stands: 0 = the beginning of the strip, 1 = now. */
  readonly at: number;
  /** Row, counted from below: operations too near each other are put one above the other. */
  readonly row: number;
}

/** Least distance of two marks of one row, as part of the strip's length. */
const NEAR = 0.018;

/**
 * Marks of the operations of the last days, oldest first. What has no start, or began before, is not on the strip.
 * @param rows how many there are at most; what finds no room lies over the topmost
 */
export function historyStrip(groups: readonly OperationGroup[], days: number, now: Date, rows: number): StripMark[] {
  const from = now.getTime() - days * DAY;
  const shown = groups
    .flatMap((group) => (group.startedOn ? [{ group, at: (group.startedOn.getTime() - from) / (days * DAY) }] : []))
    .filter(({ at }) => at >= 0 && at <= 1)
    .sort((a, b) => a.at - b.at);
  const ends: number[] = Array.from({ length: Math.max(1, rows) }, () => -Infinity);
  return shown.map(({ group, at }) => {
    const free = ends.findIndex((end) => at - end >= NEAR);
    const row = free < 0 ? ends.length - 1 : free;
    ends[row] = at;
    return { group, at, row };
  });
}
