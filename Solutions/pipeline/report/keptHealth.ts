import type { PastSnapshot } from "../../../SolutionHealth/domain/health/compareSnapshot";
import type { Fact } from "../../../SolutionHealth/domain/health/fact";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import type { AcceptedFinding } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";

/** What people have planned and decided, as the environment keeps it. */
export interface KeptHealth {
  readonly plans: Fact<readonly MaintenancePlan[]>;
  readonly decisions: readonly AcceptedFinding[];
  readonly overrides: readonly AcceptedOverride[];
  readonly last?: PastSnapshot;
}

/** An environment without this product's tables has nothing of it, which is no failure. */
export const NOTHING_KEPT: KeptHealth = { plans: { status: "absent" }, decisions: [], overrides: [] };
