import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { webResource } from "./formReferences";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";
import { tableElements } from "./tables";

/** Elements that change a ribbon. Exports carry the empty frame for every table: that is no component. */
const CHANGES = new Set([
  "CustomAction",
  "HideCustomAction",
  "CommandDefinition",
  "DisplayRule",
  "EnableRule",
  "TabDisplayRule",
  "LocLabel",
]);

/** Ribbon (command bar) changes per table, and those of the application ribbon, which is keyed `:ribbondiffxml`. */
export function* readRibbons(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    const ribbon = table.element.child("RibbonDiffXml");
    if (ribbon && changesAnything(ribbon)) yield readRibbon(ribbon, table.logicalName);
  }
  const application = source.customizations.child("RibbonDiffXml");
  if (application) yield readRibbon(application, "");
}

function changesAnything(ribbon: XmlElement): boolean {
  for (const element of ribbon.descendants()) if (CHANGES.has(element.name)) return true;
  return false;
}

function readRibbon(ribbon: XmlElement, table: string): ComponentDraft {
  const references = new References().table(table);
  for (const element of ribbon.descendants()) {
    for (const [, value] of element.attributes) {
      if (value.startsWith("$webresource:")) references.add(ComponentType.WebResource, webResource(value));
    }
  }
  return {
    type: ComponentType.RibbonCustomization,
    key: `${table}:ribbondiffxml`,
    name: `${table}:RibbonDiffXml`,
    displayName: table === "" ? "Application ribbon" : undefined,
    ...(table === "" ? {} : { table }),
    properties: { entity: table, ribbondiffxml: ribbon.toXml() },
    references: references.list,
  };
}
