import { PlatformFault } from "../../engine/fault";
import { invalidParameter } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";
import type { Message, MessageCall } from "../message";
import { isKnownPrivilege } from "../privileges";
import { holdsPrivilege, privilegeId } from "../user";

function namesOf(call: MessageCall): string[] {
  const value = call.arguments.value("PrivilegeNames");
  if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) {
    throw invalidParameter("The parameter 'PrivilegeNames' must be a collection of strings.");
  }
  return value;
}

/** Fact sheet §12: names not held are simply missing; what an unknown name does is unconfirmed. */
export const retrieveUserSetOfPrivilegesByNames: Message = {
  name: "RetrieveUserSetOfPrivilegesByNames",
  kind: "function",
  boundTo: "systemusers",
  parameters: { PrivilegeNames: { type: "json", required: true } },
  privileges: [],
  run: (call) => {
    const { context, boundId } = call;
    const { users } = context.environment.state;
    const user = users.find((known) => known.id === boundId) ?? context.user;
    const names = namesOf(call);
    const unknown = names.find((name) => !isKnownPrivilege(name));
    if (unknown !== undefined && context.options.habits.unknownPrivilege === "fails") {
      throw new PlatformFault("0x80040217", `Privilege with Name = ${unknown} Does Not Exist`, 404);
    }
    const held = names.filter((name) => isKnownPrivilege(name) && holdsPrivilege(user, name));
    return {
      RolePrivileges: held.map((name): Row => ({
        Depth: "Global",
        PrivilegeId: privilegeId(name),
        BusinessUnitId: user.businessUnitId,
        PrivilegeName: name,
        RecordFilterId: "00000000-0000-0000-0000-000000000000",
        RecordFilterUniqueName: "",
      })),
    };
  },
};
