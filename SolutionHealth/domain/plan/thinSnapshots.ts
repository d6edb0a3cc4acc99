import { type Day, addDays, dayOf, daysBetween } from "./day";
import type { HealthSnapshot } from "./healthSnapshot";

/** Days of which each snapshot is kept. */
export const DAILY_FOR = 30;
/** Days of which one snapshot a week is kept, the last of each. */
export const WEEKLY_FOR = 365;

/**
 * Snapshots that need not be kept any longer: of the last 30 days each stays, of the last year the last one of each
 * week, of the time before none. The one that is compared with always stays: the newest of all, and the newest that can
 * be read.
 */
export function snapshotsToDrop(snapshots: readonly HealthSnapshot[], now: Date): readonly HealthSnapshot[] {
  const newestFirst = [...snapshots].sort((a, b) => b.takenOn.getTime() - a.takenOn.getTime());
  const today = dayOf(now);
  const kept = new Set<string>();
  const always = new Set([newestFirst[0], newestFirst.find(({ unreadable }) => !unreadable)]);
  return newestFirst.filter((snapshot) => {
    const slot = slotOf(dayOf(snapshot.takenOn), today);
    const isFirst = slot !== undefined && !kept.has(slot);
    if (slot !== undefined) kept.add(slot);
    return !isFirst && !always.has(snapshot);
  });
}

/** What a snapshot stands for: its day, or its week; undefined where it stands for nothing any more. */
function slotOf(day: Day, today: Day): string | undefined {
  const age = daysBetween(day, today);
  if (age <= DAILY_FOR) return day;
  return age <= WEEKLY_FOR ? `week of ${mondayOf(day)}` : undefined;
}

/** 1 January 1970 was a Thursday. */
function mondayOf(day: Day): Day {
  const daysSinceMonday = (daysBetween("1970-01-01", day) + 3) % 7;
  return addDays(day, -daysSinceMonday);
}
