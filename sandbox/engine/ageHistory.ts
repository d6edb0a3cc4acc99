import type { EnvironmentStore } from "../store/environmentStore";
import { utcText } from "./clock";

const DAY = 24 * 60 * 60 * 1000;

/** Dates all rows about these solutions back. */
export function ageHistory(store: EnvironmentStore, uniqueNames: readonly string[], days: number): void {
  const names = new Set(uniqueNames.map((name) => name.toLowerCase()));
  const earlier = (text: string): string => utcText(new Date(Date.parse(text) - days * DAY));
  store.state.history = store.state.history.map((row) =>
    names.has(row.uniqueName.toLowerCase())
      ? { ...row, startedOn: earlier(row.startedOn), endedOn: row.endedOn === null ? null : earlier(row.endedOn) }
      : row,
  );
}
