import type { AcceptedFinding } from "../../domain/plan/acceptedFinding";
import type { HealthSnapshot } from "../../domain/plan/healthSnapshot";
import type { MaintenancePlan } from "../../domain/plan/maintenancePlan";
import { retrieveRowsOfMany, type RowsItem } from "../rowsOfMany";
import type { Transport } from "../transport";
import type { WireRow } from "../wire";
import { type KeptOverride, toAcceptedOverride } from "./acceptedOverrideRows";
import { acceptedQuery, toDecision } from "./decisionRows";
import { plansQuery, toPlan } from "./planRows";
import { newestFindingsQuery, snapshotsQuery, toSnapshots } from "./snapshotRows";

/** Everything the environment remembers for this product. */
export interface Memory {
  readonly plans: readonly MaintenancePlan[];
  readonly decisions: readonly AcceptedFinding[];
  readonly overrides: readonly KeptOverride[];
  /** Newest first. */
  readonly snapshots: readonly HealthSnapshot[];
}

/**
 * Reads this product's own tables, in one round trip. Where an environment has none – only the control is there, without
 * the product's solution – the same one call tells so.
 * @returns undefined where the tables are not installed
 * @throws DataverseError, "forbidden" with the privilege where the user may not read them
 */
export async function readMemory(transport: Transport, signal?: AbortSignal): Promise<Memory | undefined> {
  const paths = [plansQuery(), acceptedQuery(), snapshotsQuery(), newestFindingsQuery()];
  const items = await retrieveRowsOfMany(paths, transport, { formattedValues: true, ...(signal && { signal }) });
  if (items.some(isAbsent)) return undefined;
  const [plans, accepted, snapshots, newest] = items.map(rowsOrThrow);
  return {
    plans: (plans ?? []).map(toPlan).filter((plan) => plan !== undefined),
    decisions: (accepted ?? []).map(toDecision).filter((decision) => decision !== undefined),
    overrides: (accepted ?? []).map(toAcceptedOverride).filter((override) => override !== undefined),
    snapshots: toSnapshots(snapshots ?? [], newest ?? []),
  };
}

/** An entity set that nobody knows answers 404, code 0x80060888 "Resource not found for the segment". */
const isAbsent = (item: RowsItem): boolean => item.status === "failed" && item.error.kind === "notFound";

function rowsOrThrow(item: RowsItem): readonly WireRow[] {
  if (item.status === "failed") throw item.error;
  return item.rows;
}
