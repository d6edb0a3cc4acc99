import { ComponentType } from "../../domain/model/componentType";
import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import type { Steps } from "../reading/steps";
import { optionChildren } from "./options";
import { displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import type { ComponentDraft, Found, PackageSource } from "./source";
import { tableElements } from "./tables";

/** Columns, with the options of their own option set as children. */
export function* readColumns(source: PackageSource): Found {
  for (const table of tableElements(source)) {
    for (const column of table.info?.child("attributes")?.childrenNamed("attribute") ?? []) {
      yield yield* readColumn(column, table.logicalName, source);
    }
  }
}

function* readColumn(column: XmlElement, table: string, source: PackageSource): Steps<ComponentDraft> {
  const name = (
    column.childText("LogicalName") ??
    column.childText("Name") ??
    column.attribute("PhysicalName") ??
    ""
  ).toLowerCase();
  const shell = column.attribute("unmodified") === "1";
  const optionSet = column.child("optionset");
  return {
    type: ComponentType.Attribute,
    key: `${table}.${name}`,
    name,
    displayName: displayLabel(column, source.languageCode, ["displaynames"]),
    table,
    shell,
    properties: shell ? {} : yield* columnProperties(column, table, name, source),
    children: shell || optionSet === undefined ? undefined : optionChildren(optionSet, source.languageCode),
    references: columnReferences(column, table),
  };
}

function* columnProperties(column: XmlElement, table: string, name: string, source: PackageSource): Steps<Properties> {
  const properties: Properties = {
    entityid: table,
    schemaname: column.attribute("PhysicalName") ?? name,
    ...leafProperties(column),
  };
  const optionSet = column.child("optionset");
  if (optionSet) properties.optionsetname = optionSet.attribute("Name") ?? "";
  const formula = yield* source.files.text(column.childText("FormulaDefinitionFileName"));
  if (formula !== undefined) properties.formuladefinition = formula;
  return properties;
}

function columnReferences(column: XmlElement, table: string): References["list"] {
  const references = new References().table(table);
  const own = column.child("optionset");
  const global =
    column.childText("OptionSetName") ?? (own?.childText("IsGlobal") === "1" ? own.attribute("Name") : undefined);
  references.add(ComponentType.OptionSet, global);
  for (const target of column.child("LookupTypes")?.childrenNamed("LookupType") ?? []) {
    // System tables are named by object type code there; the relationship names them properly.
    if (!/^\d*$/.test(target.text.trim())) references.table(target.text);
  }
  return references.list;
}
