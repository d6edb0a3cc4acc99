import type { HealthReport, HealthState } from "./healthReport";

/** A state as people are told it: that nothing was found is health only where every part was looked at. */
export type ShownState = HealthState | "noProblemFound";

export const shownState = (state: HealthState, { notLookedAt }: Pick<HealthReport, "notLookedAt">): ShownState =>
  state === "healthy" && notLookedAt.length > 0 ? "noProblemFound" : state;
