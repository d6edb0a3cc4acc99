/** A calendar day, `YYYY-MM-DD`: what a date-only column holds. Days sort and compare as texts. */
export type Day = string;

const DAY_SHAPE = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS = 24 * 60 * 60 * 1000;

/** Whether the text is a day that exists: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const instant = DAY_SHAPE.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** The day of an instant in UTC, so that people in one team see the same. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);

/** Whole days from one day to another; below zero where the second comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS);

export const addDays = (day: Day, count: number): Day => dayOf(new Date(Date.parse(day) + count * MILLISECONDS));
