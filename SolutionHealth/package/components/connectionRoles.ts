import { ComponentType } from "../../domain/model/componentType";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";

const CONNECTION_ROLE: RecordKind = {
  type: ComponentType.ConnectionRole,
  idColumn: "connectionroleid",
  nameColumn: "name",
};

/** Connection roles, with the tables they may stand between. */
export function* readConnectionRoles(source: PackageSource): Iterable<ComponentDraft> {
  const lists = source.customizations.childrenNamed("ConnectionRoles");
  // The outer section wraps an inner list of the same name beside the associations; older packages have no inner one.
  const roles = lists.flatMap((list) => [list, ...list.childrenNamed("ConnectionRoles")]);
  for (const element of roles.flatMap((list) => list.childrenNamed("ConnectionRole"))) {
    const codes = element.child("ConnectionRoleObjectTypeCodes")?.children ?? [];
    const tables = codes.flatMap((code) => code.childText("associatedobjecttypecode") ?? []);
    const references = new References();
    // "0" or "none" allows every table.
    for (const table of tables) if (!/^(?:\d+|none)$/i.test(table)) references.table(table);
    const draft = readRecord(element, CONNECTION_ROLE, source, references.list);
    if (draft) {
      const children = { ConnectionRoleObjectTypeCodes: tables.map((table) => ({ associatedobjecttypecode: table })) };
      yield { ...draft, children };
    }
  }
}
