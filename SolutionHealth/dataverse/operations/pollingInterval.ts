const FIRST = 2_000;
const LONGEST = 15_000;
const GROWTH = 1.5;

/** Milliseconds to wait before the next look at a job: from 2 seconds, growing to 15. @param looks already taken */
export function pollingInterval(looks: number): number {
  return Math.min(LONGEST, Math.round(FIRST * GROWTH ** looks));
}
