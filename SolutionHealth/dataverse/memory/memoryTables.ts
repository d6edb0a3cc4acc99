import type { Decision } from "../../domain/plan/acceptedFinding";
import type { PlannedWay } from "../../domain/plan/maintenancePlan";

/**
 * This product's own tables (Solutions/SolutionHealth/Entities). Entity sets as the platform names them; privileges carry
 * the schema name.
 */
export const MEMORY_TABLES = {
  plan: { entitySet: "shl_maintenanceplans", key: "shl_maintenanceplanid", schemaName: "shl_MaintenancePlan" },
  accepted: { entitySet: "shl_acceptedfindings", key: "shl_acceptedfindingid", schemaName: "shl_AcceptedFinding" },
  snapshot: { entitySet: "shl_healthsnapshots", key: "shl_healthsnapshotid", schemaName: "shl_HealthSnapshot" },
} as const;

export type MemoryTable = keyof typeof MEMORY_TABLES;

export const MEMORY_RIGHTS = ["Create", "Write", "Delete"] as const;
export type MemoryRight = (typeof MEMORY_RIGHTS)[number];

/** As the platform names it: `prvWriteshl_MaintenancePlan`. */
export const memoryPrivilege = (right: MemoryRight, table: MemoryTable): string =>
  `prv${right}${MEMORY_TABLES[table].schemaName}`;

/** Option values, which begin with the publisher's prefix. */
export const WAY_VALUES: Readonly<Record<PlannedWay, number>> = {
  update: 471100000,
  upgrade: 471100001,
  patch: 471100002,
  furtherSolution: 471100003,
};

export const KIND_VALUES = { finding: 471100000, override: 471100001 } as const;

export const DECISION_VALUES: Readonly<Record<Decision, number>> = { accept: 471100000, snooze: 471100001 };

/** The option behind a value; undefined for one that this version does not know. */
export const optionOf = <T extends string>(
  values: Readonly<Record<T, number>>,
  value: number | undefined,
): T | undefined => (Object.keys(values) as T[]).find((name) => values[name] === value);
