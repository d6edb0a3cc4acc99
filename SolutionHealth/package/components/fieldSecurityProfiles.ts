import { ComponentType } from "../../domain/model/componentType";
import { leafProperties } from "./properties";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

const PROFILE: RecordKind = {
  type: ComponentType.FieldSecurityProfile,
  idColumn: "fieldsecurityprofileid",
  nameColumn: "name",
};

/** Column security profiles, each permission a child. */
export function* readFieldSecurityProfiles(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "FieldSecurityProfiles", "FieldSecurityProfile")) {
    const permissions = element.child("FieldPermissions")?.childrenNamed("FieldPermission") ?? [];
    const references = new References();
    for (const permission of permissions) {
      references.column(permission.childText("EntityName"), permission.childText("AttributeName"));
    }
    const draft = readRecord(element, PROFILE, source, references.list);
    if (draft) yield { ...draft, children: { FieldPermissions: permissions.map((one) => leafProperties(one)) } };
  }
}
