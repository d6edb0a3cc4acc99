import { ComponentType } from "../../domain/model/componentType";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";
import { tableElements } from "./tables";

const HIERARCHY_RULE: RecordKind = {
  type: ComponentType.HierarchyRule,
  idColumn: "hierarchyruleid",
  nameColumn: "name",
};
const CONTROL_DEFAULT: RecordKind = {
  type: ComponentType.CustomControlDefaultConfig,
  idColumn: "customcontroldefaultconfigid",
  nameColumn: "name",
  documents: ["ControlDescriptionXML"],
};

/** Hierarchy settings of tables. */
export function* readHierarchyRules(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    for (const rule of table.element.child("HierarchyRules")?.childrenNamed("HierarchyRule") ?? []) {
      const references = new References().table(table.logicalName);
      references.addId(ComponentType.SystemForm, rule.childText("PrimaryEntityFormID"));
      const draft = readRecord(rule, HIERARCHY_RULE, source, references.list);
      if (draft) yield { ...draft, table: table.logicalName };
    }
  }
}

/** Controls that tables show their grids with. */
export function* readControlDefaults(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    const configs = table.element.childrenNamed("CustomControlDefaultConfigs");
    for (const config of configs.flatMap((list) => list.childrenNamed("CustomControlDefaultConfig"))) {
      const references = new References().table(table.logicalName);
      const draft = readRecord(config, CONTROL_DEFAULT, source, references.list);
      if (draft) yield { ...draft, table: table.logicalName };
    }
  }
}
