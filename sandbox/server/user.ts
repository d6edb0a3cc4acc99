import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { SignedIn } from "./options";
import { PlatformFault } from "../engine/fault";
import { readerPrivileges } from "../engine/readerPrivileges";
import { guidFor } from "../store/guidFor";
import type { EnvironmentState, StoredUser } from "../store/model";

/** Every privilege there is, as stored on the administrator. */
const ALL = "*";

/**
 * Finds the person who is signed in. Where the environment has no user without all privileges, a reader is made up
 * who may read what this product shows.
 * @throws Error when an administrator, or somebody by name, is asked for and the environment has none.
 */
export function signedInUser(state: Readonly<EnvironmentState>, role: SignedIn): StoredUser {
  const isAdministrator = (user: StoredUser) => user.privileges.includes(ALL);
  const active = state.users.filter((user) => !user.disabled);
  if (typeof role === "object") {
    const named = active.find(({ domainName }) => domainName === role.domainName);
    if (!named) throw new Error(`The environment has no active user ${role.domainName}.`);
    return named;
  }
  if (role === "administrator") {
    const administrator = active.find(isAdministrator);
    if (!administrator) throw new Error("The environment has no user who holds all privileges.");
    return administrator;
  }
  return (
    active.find((user) => !isAdministrator(user)) ?? {
      id: guidFor("user", "reader"),
      fullName: "Rita Reader",
      domainName: "rita.reader@example.com",
      disabled: false,
      privileges: [...readerPrivileges],
      businessUnitId: state.users[0]?.businessUnitId ?? guidFor("businessunit", "root"),
    }
  );
}

/** Names of privileges are compared without case, as SQL does: they carry schema names of tables. */
export function holdsPrivilege(user: StoredUser, privilege: string): boolean {
  const wanted = privilege.toLowerCase();
  return user.privileges.some((held) => held === ALL || held.toLowerCase() === wanted);
}

/** Id of a privilege: the same for the same name. */
export function privilegeId(name: string): Guid {
  return guidFor("privilege", name.toLowerCase());
}

/** @throws PlatformFault 403, 0x80040220, naming the first privilege that is missing (fact sheet §12). */
export function requirePrivileges(user: StoredUser, privileges: readonly string[], entity: string): void {
  for (const privilege of privileges) {
    if (holdsPrivilege(user, privilege)) continue;
    throw new PlatformFault(
      "0x80040220",
      `Principal user (Id=${user.id}, type=8, roleCount=1, privilegeCount=${user.privileges.length}, ` +
        `accessMode='0 Read-Write', MetadataCachePrivilegesCount=${user.privileges.length}) is missing ${privilege} ` +
        `privilege (Id=${privilegeId(privilege)}) for entity '${entity}'.`,
      403,
    );
  }
}
