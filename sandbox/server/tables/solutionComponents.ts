import { columns, lookup, toOne } from "../../odata/column";
import { PlatformFault } from "../../engine/fault";
import type { Row, StoredMembership } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { componentTypeLabels, isMetadata } from "./componentKinds";

function rowOf(membership: StoredMembership, context: ServerContext): Row {
  const [administrator] = context.environment.state.users;
  return {
    solutioncomponentid: membership.id,
    componenttype: membership.type,
    objectid: membership.componentId,
    rootcomponentbehavior: membership.behavior,
    rootsolutioncomponentid: membership.rootMembershipId,
    ismetadata: isMetadata(membership.type),
    createdon: membership.createdOn,
    modifiedon: membership.createdOn,
    versionnumber: 1,
    _solutionid_value: membership.solutionId,
    _createdby_value: administrator?.id ?? null,
    _modifiedby_value: administrator?.id ?? null,
  };
}

/** Fact sheet §2.1. `rootsolutioncomponentid` is a plain guid column, not a lookup. */
export const solutionComponents: Table = {
  entitySet: "solutioncomponents",
  logicalName: "solutioncomponent",
  primaryKey: "solutioncomponentid",
  readPrivileges: [],
  columns: [
    ...columns("guid", "solutioncomponentid", "objectid", "rootsolutioncomponentid"),
    { name: "componenttype", type: "picklist", labels: componentTypeLabels },
    {
      name: "rootcomponentbehavior",
      type: "picklist",
      labels: { 0: "Include Subcomponents", 1: "Do not include subcomponents", 2: "Include As Shell Only" },
    },
    ...columns("boolean", "ismetadata"),
    ...columns("date", "createdon", "modifiedon"),
    ...columns("integer", "versionnumber"),
    lookup("solutionid", "solution"),
    lookup("createdby", "systemuser"),
    lookup("modifiedby", "systemuser"),
    lookup("createdonbehalfby", "systemuser"),
    lookup("modifiedonbehalfby", "systemuser"),
  ],
  navigations: [toOne("solutionid", "solutions", "solutionid")],
  rows: (context) => {
    const { memberships } = context.environment.state;
    return context.index.of(memberships, "rows", () => memberships.map((membership) => rowOf(membership, context)));
  },
};

/** The table exists, but only the dependency functions read it (fact sheet §7). */
export const dependencies: Table = {
  entitySet: "dependencies",
  logicalName: "dependency",
  primaryKey: "dependencyid",
  readPrivileges: [],
  columns: columns("guid", "dependencyid"),
  navigations: [],
  rows: () => {
    throw new PlatformFault(
      "0x80040800",
      "The 'RetrieveMultiple' method does not support entities of type 'dependency'.",
    );
  },
};
