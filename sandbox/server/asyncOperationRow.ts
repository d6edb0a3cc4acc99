import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { EMPTY_GUID } from "../../SolutionHealth/domain/model/guid";
import type { PlatformFault } from "../engine/fault";
import type { EnvironmentState, Row, StoredUser } from "../store/model";

interface JobDescription {
  readonly messageName: string;
  readonly name: string;
  readonly operationType: number;
}

/** Row of `asyncoperations` for a job that has just been accepted; property for property as recorded live (§5.4). */
export function asyncOperationRow(
  id: Guid,
  job: JobDescription,
  state: Readonly<EnvironmentState>,
  user: StoredUser,
  now: string,
): Row {
  return {
    asyncoperationid: id,
    statecode: 0,
    statuscode: 0,
    operationtype: job.operationType,
    messagename: job.messageName,
    name: job.name,
    dependencytoken: `SolutionOperation_{${state.organization.id}}`,
    createdon: now,
    modifiedon: now,
    correlationupdatedtime: now,
    expanderstarttime: now,
    correlationid: id,
    parentpluginexecutionid: EMPTY_GUID,
    depth: 1,
    subtype: 1,
    sequence: state.asyncOperations.length + 1,
    retrycount: 0,
    timezoneruleversionnumber: 0,
    iswaitingforevent: false,
    retainjobhistory: false,
    hostid: "sandbox",
    _ownerid_value: user.id,
    _owninguser_value: user.id,
    _owningbusinessunit_value: user.businessUnitId,
    _createdby_value: user.id,
    _modifiedby_value: user.id,
    _createdonbehalfby_value: user.id,
    _modifiedonbehalfby_value: user.id,
  };
}

/** The hex code as the signed number that `asyncoperations.errorcode` holds (§6.8). */
function signedCode(code: string): number {
  return Number.parseInt(code, 16) | 0;
}

/** What changes in the row when the job ends. */
export function endedRow(row: Row, now: string, failure: PlatformFault | undefined, friendlyMessage?: string): Row {
  const started = typeof row.startedon === "string" ? row.startedon : now;
  const ended: Row = {
    statecode: 3,
    statuscode: failure === undefined ? 30 : 31,
    startedon: started,
    completedon: now,
    executiontimespan: (Date.parse(now) - Date.parse(started)) / 1000,
  };
  if (failure === undefined) return ended;
  const { code, message } = failure;
  return { ...ended, errorcode: signedCode(code), message, friendlymessage: friendlyMessage ?? message };
}
