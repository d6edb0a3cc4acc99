import { ComponentType } from "../../domain/model/componentType";
import { displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";
import { tableElements } from "./tables";

/** Alternate keys of tables. */
export function* readTableKeys(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    for (const element of table.info?.child("EntityKeys")?.childrenNamed("EntityKey") ?? []) {
      const name = element.childText("LogicalName") ?? element.childText("Name") ?? "";
      const columns = (element.child("EntityKeyAttributes")?.children ?? []).map((column) => column.text.trim());
      const references = new References().table(table.logicalName);
      for (const column of columns) references.column(table.logicalName, column);
      yield {
        type: ComponentType.EntityKey,
        key: `${table.logicalName}.${name.toLowerCase()}`,
        name,
        displayName: displayLabel(element, source.languageCode),
        table: table.logicalName,
        properties: { ...leafProperties(element), entitykeyattributes: columns },
        references: references.list,
      };
    }
  }
}
