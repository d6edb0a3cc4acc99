import type { Guid } from "../../domain/model/guid";
import { present } from "../../domain/present";
import { DataverseError } from "../errors";
import { queryText } from "../odata";
import { guidOf, numberOf, type WireRow } from "../wire";

/** A row of `solutioncomponents`: the proof that a component belongs to a solution (fact sheet §2.1). */
export interface Membership {
  readonly componentId: Guid;
  readonly type: number;
  readonly solutionId: Guid;
  /** `rootcomponentbehavior`: 0 = with everything below it; absent below a root. */
  readonly behavior?: number;
}

/** Rows of a page; the platform gives no more (§10). */
export const MEMBERSHIP_PAGE = 5000;

const COLUMNS = "objectid,componenttype,_solutionid_value,rootcomponentbehavior";

const membershipsQuery = ($filter: string): string => `solutioncomponents${queryText({ $select: COLUMNS, $filter })}`;

/** All memberships of a solution. */
export const membershipsOfSolution = (solutionId: Guid): string =>
  membershipsQuery(`_solutionid_value eq ${solutionId}`);

/** Memberships that a condition on `objectid` finds. */
export const membershipsWhere = (condition: string): string => membershipsQuery(condition);

/**
 * What the rows of an answer say.
 * @throws DataverseError "unreadable" for one that does not say who holds what: it must not be taken for none
 */
export const toMemberships = (rows: readonly WireRow[]): Membership[] => rows.map(toMembership);

function toMembership(row: WireRow): Membership {
  const componentId = guidOf(row, "objectid");
  const type = numberOf(row, "componenttype");
  const solutionId = guidOf(row, "_solutionid_value");
  if (componentId === undefined || type === undefined || solutionId === undefined) {
    throw new DataverseError("unreadable", "A membership that does not say who holds what.");
  }
  return { componentId, type, solutionId, ...present({ behavior: numberOf(row, "rootcomponentbehavior") }) };
}
