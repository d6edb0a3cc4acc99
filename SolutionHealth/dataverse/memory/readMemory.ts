import type { AcceptedFinding } from "../../domain/plan/acceptedFinding";
import type { HealthSnapshot } from "../../domain/plan/healthSnapshot";
import type { Guid } from "../../domain/model/guid";
import type { MaintenancePlan } from "../../domain/plan/maintenancePlan";
import type { BatchItem } from "../batchReading";
import { concernsOneRead } from "../errors";
import { rowsOf, type RowsItem } from "../rowsOfMany";
import type { Transport } from "../transport";
import type { WireRow } from "../wire";
import { type KeptOverride, toAcceptedOverride } from "./acceptedOverrideRows";
import { acceptedQuery, toDecision } from "./decisionRows";
import { plansQuery, toPlan } from "./planRows";
import { NOTHING_MISSING, type MissingRights, readMissingRights, rightsQuery, toMissingRights } from "./memoryRights";
import { newestFindingsQuery, snapshotsQuery, toSnapshots } from "./snapshotRows";

/** Everything the environment remembers for this product. */
export interface Memory {
  readonly plans: readonly MaintenancePlan[];
  readonly decisions: readonly AcceptedFinding[];
  readonly overrides: readonly KeptOverride[];
  /** Newest first. */
  readonly snapshots: readonly HealthSnapshot[];
}

export interface MemoryReading {
  readonly memory: Memory;
  readonly missing: MissingRights;
}

/**
 * Reads this product's own tables and what the user may do with them, in one round trip. Where an environment has none – only the control is there, without
 * the product's solution – the same one call tells so.
 * @param userId whose rights count; undefined where nobody could tell: then the server decides when it is tried
 * @returns undefined where the tables are not installed
 * @throws DataverseError, "forbidden" with the privilege where the user may not read them
 */
export async function readMemory(
  userId: Guid | undefined,
  transport: Transport,
  signal?: AbortSignal,
): Promise<MemoryReading | undefined> {
  const paths = [plansQuery(), acceptedQuery(), snapshotsQuery(), newestFindingsQuery()];
  const options = { formattedValues: true, ...(signal && { signal }) };
  const asked = userId === undefined ? paths : [...paths, rightsQuery(userId)];
  const answers = await transport.getMany(asked, options);
  const items = await Promise.all(paths.map((path, index) => rowsOf(answers[index], path, transport, options)));
  if (items.some(isAbsent)) return undefined;
  const missing =
    userId === undefined ? NOTHING_MISSING : await rightsOf(answers[paths.length], userId, transport, signal);
  return { memory: toMemory(items), missing };
}

/** Where rights cannot be checked the server decides when something is written. */
async function rightsOf(
  answer: BatchItem | undefined,
  userId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<MissingRights> {
  try {
    if (answer?.status === "read") return toMissingRights(answer.body);
    return await readMissingRights(userId, transport, signal);
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return NOTHING_MISSING;
  }
}

function toMemory(items: readonly RowsItem[]): Memory {
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
