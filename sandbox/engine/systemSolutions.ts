import type { Guid } from "../../SolutionHealth/domain/model/guid";

/** Ids that are the same in every environment (fact sheet §1.3). */
export const SYSTEM_SOLUTION_ID: Guid = "fd140aad-4df4-11dd-bd17-0019b9312238";
export const ACTIVE_SOLUTION_ID: Guid = "fd140aae-4df4-11dd-bd17-0019b9312238";
export const DEFAULT_SOLUTION_ID: Guid = "fd140aaf-4df4-11dd-bd17-0019b9312238";
export const CDS_DEFAULT_SOLUTION_ID: Guid = "00000001-0000-0000-0001-00000000009b";
export const CDS_DEFAULT_PUBLISHER_ID: Guid = "00000001-0000-0000-0000-00000000005a";
export const MICROSOFT_PUBLISHER_ID: Guid = "d21aab70-79e7-11dd-8874-00188b01e34f";

const CONTAINERS = new Set(["system", "active", "default", "basic"]);

/** Whether the row is one of the platform's own, which can neither be imported nor deleted (§1.3). */
export function isRestrictedSolution(uniqueName: string, id?: Guid): boolean {
  return CONTAINERS.has(uniqueName.toLowerCase()) || id === CDS_DEFAULT_SOLUTION_ID;
}
