import { columns, lookup, toMany, toOne } from "../../odata/column";
import { invalidParameter } from "../../odata/syntaxFault";
import { managedSolution, restrictedDelete } from "../../engine/faults";
import { isRestrictedSolution } from "../../engine/systemSolutions";
import type { Row, StoredSolution } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";

function rowOf(solution: StoredSolution, context: ServerContext): Row {
  const [administrator] = context.environment.state.users;
  return {
    solutionid: solution.id,
    uniquename: solution.uniqueName,
    friendlyname: solution.friendlyName,
    description: solution.description,
    version: solution.version,
    ismanaged: solution.managed,
    isvisible: solution.visible,
    isapimanaged: false,
    installedon: solution.installedOn,
    updatedon: solution.updatedOn,
    createdon: solution.createdOn,
    modifiedon: solution.modifiedOn,
    solutionpackageversion: solution.packageVersion,
    versionnumber: solution.versionNumber,
    _publisherid_value: solution.publisherId,
    _parentsolutionid_value: solution.parentId,
    _configurationpageid_value: solution.configurationPageId,
    _organizationid_value: context.environment.state.organization.id,
    _createdby_value: administrator?.id ?? null,
    _modifiedby_value: administrator?.id ?? null,
  };
}

/**
 * PATCH: managed rows are refused (0x8004F024). Unmanaged ones are refused too, in plain words: the engine has no
 * such edit, and a change that is not made must not be answered with success.
 */
function update(context: ServerContext, id: string, values: Row): void {
  requirePrivileges(context.user, ["prvWriteSolution"], "solution");
  const solution = context.environment.store.solution(id);
  if (solution?.managed) throw managedSolution(solution);
  throw invalidParameter(`This environment does not edit ${Object.keys(values).join(", ")} of unmanaged solutions.`);
}

/**
 * DELETE is an uninstall that answers when all is done, which takes as long as the job would; it goes on when the client
 * waits no more (fact sheet §6.5). What can be refused at once is refused at once.
 */
async function remove(context: ServerContext, id: string): Promise<void> {
  requirePrivileges(context.user, ["prvDeleteSolution"], "solution");
  const solution = context.environment.store.solution(id);
  if (!solution) return;
  const { uniqueName } = solution;
  if (isRestrictedSolution(uniqueName, id)) throw restrictedDelete();
  await context.jobs.runWhileWaiting({
    lockName: "Uninstall",
    announced: { kind: "uninstall", uniqueName },
    run: (caller, progress) => context.environment.uninstallSolution(uniqueName, caller, progress),
  });
}

/** Fact sheet §1.1. */
export const solutions: Table = {
  entitySet: "solutions",
  logicalName: "solution",
  primaryKey: "solutionid",
  primaryName: "friendlyname",
  readPrivileges: ["prvReadSolution"],
  alternateKeys: [["uniquename"]],
  columns: [
    ...columns("guid", "solutionid"),
    ...columns("string", "uniquename", "friendlyname", "version", "description", "solutionpackageversion"),
    { name: "ismanaged", type: "boolean", labels: { 0: "Unmanaged", 1: "Managed" } },
    ...columns("boolean", "isvisible", "isapimanaged"),
    ...columns("date", "installedon", "updatedon", "createdon", "modifiedon"),
    ...columns("integer", "versionnumber"),
    { name: "solutiontype", type: "picklist", labels: { 0: "None", 1: "Snapshot", 2: "Internal" } },
    ...columns(
      "string",
      "thumbprint",
      "templatesuffix",
      "upgradeinfo",
      "pinpointassetid",
      "pinpointsolutiondefaultlocale",
    ),
    ...columns("integer", "pinpointpublisherid", "pinpointsolutionid"),
    lookup("publisherid", "publisher"),
    lookup("parentsolutionid", "solution"),
    lookup("configurationpageid", "webresource"),
    lookup("organizationid", "organization"),
    lookup("createdby", "systemuser"),
    lookup("modifiedby", "systemuser"),
    lookup("createdonbehalfby", "systemuser"),
    lookup("modifiedonbehalfby", "systemuser"),
  ],
  navigations: [
    toOne("publisherid", "publishers", "publisherid"),
    toOne("parentsolutionid", "solutions", "solutionid"),
    toOne("configurationpageid", "webresourceset", "webresourceid"),
    toOne("createdby", "systemusers", "systemuserid"),
    toOne("modifiedby", "systemusers", "systemuserid"),
    toMany("solution_solutioncomponent", "solutioncomponents", "solutionid", "_solutionid_value"),
    toMany("solution_parent_solution", "solutions", "solutionid", "_parentsolutionid_value"),
  ],
  rows: (context) => {
    const { solutions: stored } = context.environment.state;
    return context.index.of(stored, "solutions", () => stored.map((solution) => rowOf(solution, context)));
  },
  update,
  remove,
};
