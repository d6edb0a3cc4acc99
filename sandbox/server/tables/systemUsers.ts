import { columns, lookup, toMany } from "../../odata/column";
import { PlatformFault } from "../../engine/fault";
import { invalidParameter } from "../../odata/syntaxFault";
import type { Row, StoredUser } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";

function rowOf(user: StoredUser): Row {
  return {
    systemuserid: user.id,
    fullname: user.fullName,
    domainname: user.domainName,
    internalemailaddress: user.domainName,
    isdisabled: user.disabled,
    versionnumber: 1,
    _businessunitid_value: user.businessUnitId,
  };
}

/**
 * PATCH: users are disabled and enabled here, everything else comes from the directory. Nobody disables themselves.
 */
function update(context: ServerContext, id: string, values: Row): void {
  requirePrivileges(context.user, ["prvWriteUser"], "systemuser");
  const { isdisabled, ...others } = values;
  const [name] = Object.keys(others).filter((key) => !key.includes("@"));
  if (name !== undefined) throw invalidParameter(`This environment does not edit '${name}' of users.`);
  if (typeof isdisabled !== "boolean") throw invalidParameter("Cannot convert the value of the property 'isdisabled'.");
  if (isdisabled && id === context.user.id) {
    throw new PlatformFault("0x8004d24b", "You cannot disable yourself.");
  }
  context.environment.setUserDisabled(id, isdisabled);
}

/** Role templates that are the same everywhere (fact sheet §12). */
const SYSTEM_ADMINISTRATOR = "627090ff-40a3-4053-8790-584edc5be201";

export const systemUsers: Table = {
  entitySet: "systemusers",
  logicalName: "systemuser",
  primaryKey: "systemuserid",
  primaryName: "fullname",
  readPrivileges: ["prvReadUser"],
  columns: [
    ...columns("guid", "systemuserid"),
    ...columns("string", "fullname", "domainname", "internalemailaddress"),
    ...columns("boolean", "isdisabled"),
    ...columns("integer", "versionnumber"),
    lookup("businessunitid", "businessunit"),
  ],
  navigations: [toMany("systemuserroles_association", "systemuserroles", "systemuserid", "_systemuserid_value")],
  rows: (context) => {
    const { users } = context.environment.state;
    const known = users.some((user) => user.id === context.user.id);
    return [...users, ...(known ? [] : [context.user])].map(rowOf);
  },
  update,
};

/** Roles that users hold directly: an administrator's is System Administrator, others hold a read-only role. */
export const systemUserRoles: Table = {
  entitySet: "systemuserroles",
  logicalName: "systemuserrole",
  primaryKey: "roleid",
  primaryName: "name",
  readPrivileges: [],
  columns: [
    ...columns("guid", "roleid"),
    ...columns("string", "name"),
    lookup("roletemplateid", "roletemplate"),
    { name: "_systemuserid_value", type: "lookup", target: "systemuser", hidden: true },
  ],
  navigations: [],
  rows: (context) => {
    const { users } = context.environment.state;
    const all = users.some((user) => user.id === context.user.id) ? users : [...users, context.user];
    return all.map((user): Row => {
      const administrator = user.privileges.includes("*");
      return {
        roleid: user.id,
        name: administrator ? "System Administrator" : "Reader",
        _roletemplateid_value: administrator ? SYSTEM_ADMINISTRATOR : null,
        _systemuserid_value: user.id,
      };
    });
  },
};
