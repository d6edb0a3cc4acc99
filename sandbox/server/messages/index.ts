import type { Message } from "../message";
import { retrieveCurrentOrganization } from "./retrieveCurrentOrganization";
import { retrieveUserSetOfPrivilegesByNames } from "./retrieveUserSetOfPrivilegesByNames";
import { retrieveVersion } from "./retrieveVersion";
import { whoAmI } from "./whoAmI";

/** Every message of the Web API. A new one is one file and one line here. */
const messages: readonly Message[] = [
  whoAmI,
  retrieveVersion,
  retrieveCurrentOrganization,
  retrieveUserSetOfPrivilegesByNames,
];

const byName = new Map(messages.map((message) => [message.name, message]));

/** Names are case-sensitive (fact sheet §0). */
export function findMessage(name: string): Message | undefined {
  return byName.get(name);
}
