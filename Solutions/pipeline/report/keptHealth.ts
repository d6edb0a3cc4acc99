import { readMemory } from "../../../SolutionHealth/dataverse/memory/readMemory";
import { readAsFact } from "../../../SolutionHealth/dataverse/health/readAsFact";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { PastSnapshot } from "../../../SolutionHealth/domain/health/compareSnapshot";
import type { Fact } from "../../../SolutionHealth/domain/health/fact";
import { readFact } from "../../../SolutionHealth/domain/health/fact";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import type { AcceptedFinding } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import { comparedSnapshot } from "../../../SolutionHealth/domain/plan/healthSnapshot";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";
import type { Outside } from "../outside/outside";

/** What people have planned and decided, as the environment keeps it. */
export interface KeptHealth {
  readonly plans: Fact<readonly MaintenancePlan[]>;
  readonly decisions: readonly AcceptedFinding[];
  readonly overrides: readonly AcceptedOverride[];
  readonly last?: PastSnapshot;
}

/**
 * An environment without this product's tables has nothing of it, which is no failure. Where they cannot be read, that
 * is said: what people accepted is then told as if nobody had.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readKeptHealth(transport: Transport, { clock, logger, signal }: Outside): Promise<KeptHealth> {
  const now = (): Date => new Date(clock.now());
  const memory = await readAsFact(() => readMemory(undefined, transport, signal), now);
  if (memory.status !== "read") {
    const why = memory.status === "failed" ? (memory.failure.serverText ?? memory.failure.kind) : memory.status;
    logger.warn(`Plans and decisions could not be read, so that nothing counts as accepted: ${why}`);
    return { plans: memory, decisions: [], overrides: [] };
  }
  if (memory.value === undefined) return { plans: { status: "absent" }, decisions: [], overrides: [] };
  const { plans, decisions, overrides, snapshots } = memory.value.memory;
  const last = comparedSnapshot(snapshots, now());
  return {
    plans: readFact(plans, memory.readAt),
    decisions,
    overrides: overrides.map(({ entry }) => entry),
    ...(last && { last }),
  };
}
