import { type Fact, readFact } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { AppState, Resource } from "../model";

/** Parts that the app's own store reads for every page. */
export const APP_PARTS = ["environment", "solutions", "history"] as const;

export type AppPart = (typeof APP_PARTS)[number];

/** The app's parts as facts. While one is read again, it stays as it was read before. */
export function appFacts(state: AppState, before: HealthFacts, now: Date): Pick<HealthFacts, AppPart> {
  return {
    environment: toFact(state.environment, before.environment, now),
    solutions: toFact(state.solutions, before.solutions, now),
    history: toFact(state.history, before.history, now),
  };
}

/** Facts are kept as the same object while nothing changes, so that nothing is judged anew for it. */
function toFact<T>(resource: Resource<T>, before: Fact<T>, now: Date): Fact<T> {
  switch (resource.status) {
    case "idle":
      return before;
    case "loading":
      return before.status === "read" ? before : READING;
    case "failed":
      return before.status === "failed" && before.failure === resource.failure
        ? before
        : { status: "failed", failure: resource.failure, readAt: now };
    case "ready":
      return before.status === "read" && before.value === resource.value && before.readAt === resource.at
        ? before
        : readFact(resource.value, resource.at);
  }
}

const READING: Fact<never> = { status: "reading" };
