import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { displayLabel, leafProperties } from "./properties";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** One `<Entity>` of customizations.xml: everything the package says of a table, its subcomponents included. */
export interface TableElement {
  readonly element: XmlElement;
  /** `EntityInfo/entity`; absent when the package only brings subcomponents. */
  readonly info: XmlElement | undefined;
  readonly logicalName: string;
  readonly schemaName: string;
}

/** The tables the package holds anything of. */
export function tableElements(source: PackageSource): TableElement[] {
  return elementsOf(source, "Entities", "Entity").flatMap((element) => {
    const info = element.child("EntityInfo")?.child("entity");
    const schemaName = element.childText("Name") ?? info?.attribute("Name") ?? "";
    if (schemaName === "") source.unread.addElement("nameless", element);
    return schemaName === "" ? [] : [{ element, info, schemaName, logicalName: schemaName.toLowerCase() }];
  });
}

/** Tables: the properties of `EntityInfo`. Without it, or when unmodified, the table is a shell and sets nothing. */
export function* readTables(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    const info = table.info?.attribute("unmodified") === "1" ? undefined : table.info;
    const label = info && displayLabel(info, source.languageCode);
    yield {
      type: ComponentType.Entity,
      key: table.logicalName,
      name: table.logicalName,
      displayName: label ?? table.element.child("Name")?.attribute("LocalizedName"),
      shell: info === undefined,
      properties: info ? { logicalname: table.logicalName, schemaname: table.schemaName, ...leafProperties(info) } : {},
    };
  }
}
