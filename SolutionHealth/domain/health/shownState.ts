import type { HealthReport, HealthState } from "./healthReport";

/** A state as people are told it: that nothing was found is health only where every part was looked at. */
export type ShownState = HealthState | "noProblemFound";

export const shownState = (
  state: HealthState,
  { notLookedAt, unknowns }: Pick<HealthReport, "notLookedAt" | "unknowns">,
): ShownState =>
  // What has changed since it was looked at was not looked at as it is now.
  state === "healthy" && (notLookedAt.length > 0 || unknowns.some(({ reason }) => reason === "outdated"))
    ? "noProblemFound"
    : state;
