import { readMemory } from "../../../SolutionHealth/dataverse/memory/readMemory";
import { readAsFact } from "../../../SolutionHealth/dataverse/health/readAsFact";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { PastSnapshot } from "../../../SolutionHealth/domain/health/compareSnapshot";
import type { Fact } from "../../../SolutionHealth/domain/health/fact";
import { readFact } from "../../../SolutionHealth/domain/health/fact";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import type { AcceptedFinding } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import type { MaintenancePlan } from "../../../SolutionHealth/domain/plan/maintenancePlan";
import type { Outside } from "../outside/outside";

/** What people have planned and decided, as the environment keeps it. */
export interface KeptHealth {
  readonly plans: Fact<readonly MaintenancePlan[]>;
  readonly decisions: readonly AcceptedFinding[];
  readonly overrides: readonly AcceptedOverride[];
  readonly last?: PastSnapshot;
}

/** An environment without this product's tables has nothing of it, which is no failure. @throws DataverseError */
export async function readKeptHealth(transport: Transport, { clock, signal }: Outside): Promise<KeptHealth> {
  const now = (): Date => new Date(clock.now());
  const memory = await readAsFact(() => readMemory(undefined, transport, signal), now);
  if (memory.status !== "read") return { plans: memory, decisions: [], overrides: [] };
  if (memory.value === undefined) return { plans: { status: "absent" }, decisions: [], overrides: [] };
  const { plans, decisions, overrides, snapshots } = memory.value.memory;
  const last = snapshots.find(({ unreadable }) => !unreadable);
  return {
    plans: readFact(plans, memory.readAt),
    decisions,
    overrides: overrides.map(({ entry }) => entry),
    ...(last && { last }),
  };
}
