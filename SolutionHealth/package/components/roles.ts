import { ComponentType } from "../../domain/model/componentType";
import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import { readRecord, type RecordKind } from "./records";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

const ROLE: RecordKind = { type: ComponentType.Role, idColumn: "id", nameColumn: "name" };

/** `privilegedepthmask` by the word used in packages (fact sheet §4.4). */
const DEPTHS: Readonly<Record<string, number>> = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

/** Security roles; each privilege is a child, since privileges of several layers are told apart one by one. */
export function* readRoles(source: PackageSource): Iterable<ComponentDraft> {
  for (const role of elementsOf(source, "Roles", "Role")) {
    const draft = readRecord(role, ROLE, source);
    if (draft) yield { ...draft, children: { RolePrivileges: privileges(role) } };
  }
}

function privileges(role: XmlElement): Properties[] {
  return (role.child("RolePrivileges")?.childrenNamed("RolePrivilege") ?? []).map((privilege) => {
    const level = privilege.attribute("level") ?? "";
    return { privilegename: privilege.attribute("name") ?? "", privilegedepthmask: DEPTHS[level] ?? level };
  });
}
