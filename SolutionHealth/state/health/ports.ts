import type { Clock } from "../../dataverse/clock";
import type { DeepStage } from "../../dataverse/health/readDeepFacts";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { AcceptedFinding, FindingDecision } from "../../domain/plan/acceptedFinding";
import type { HealthSnapshot, SnapshotContent } from "../../domain/plan/healthSnapshot";
import type { MaintenancePlan } from "../../domain/plan/maintenancePlan";
import type { AppState } from "../model";
import type { AppPart } from "./appFacts";
import type { OverridesState, OverridesStore } from "../overrides/model";

/** Cheap parts that nothing else of the product reads. */
export const OWN_CHEAP_PARTS = ["steps", "processes", "owners", "serviceRules", "connections", "variables"] as const;

export type OwnCheapPart = (typeof OWN_CHEAP_PARTS)[number];

/** The app's parts, once they have been read. */
export type ComingFacts = { readonly [P in AppPart]: Promise<HealthFacts[P]> };

/**
 * Reads the cheap parts of its own, beginning before the others are there.
 * @throws DataverseError what concerns all of them: "cancelled", "signedOut"
 */
export type CheapReader = (coming: ComingFacts, signal: AbortSignal) => Promise<Pick<HealthFacts, OwnCheapPart>>;

/** Reads the deep parts but the overrides, one after the other. @throws DataverseError "cancelled", "signedOut" */
export type DeepReader = (
  facts: HealthFacts,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (stage: DeepStage, done: number, total: number) => void;
    /** Told after each part what is known by then. */
    readonly onFacts: (facts: HealthFacts) => void;
  },
) => Promise<unknown>;

/** What the environment remembers. */
export interface Remembered {
  readonly plans: readonly MaintenancePlan[];
  readonly decisions: readonly AcceptedFinding[];
  /** Newest first. */
  readonly snapshots: readonly HealthSnapshot[];
  readonly mayDecide: boolean;
  readonly mayKeepSnapshots: boolean;
}

/** The product's own tables. They throw DataverseError. */
export interface HealthMemoryPort {
  /** @returns undefined where this environment has no such tables */
  load(signal: AbortSignal): Promise<Remembered | undefined>;
  /** @returns the decision as it was kept */
  decide(decision: FindingDecision, before: AcceptedFinding | undefined): Promise<AcceptedFinding>;
  withdraw(decision: AcceptedFinding): Promise<void>;
  /** Keeps a snapshot, in place of one that was taken earlier today. */
  keep(snapshot: SnapshotContent): Promise<HealthSnapshot>;
  /** Tells of plans that are changed or read elsewhere on the page. @returns a function that unsubscribes */
  followPlans(listener: (plans: readonly MaintenancePlan[]) => void): () => void;
}

interface Followed<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

/** What the store of health needs from outside. */
export interface HealthPorts {
  readonly clock: Clock;
  /** Environment, solutions and history come from there. */
  readonly app: Followed<AppState>;
  readonly overrides: Followed<OverridesState> & Pick<OverridesStore, "scan" | "cancel">;
  readonly cheap: CheapReader;
  readonly deep: DeepReader;
  readonly memory: HealthMemoryPort;
}
