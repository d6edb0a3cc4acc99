import { ComponentType, FIRST_ENVIRONMENT_SPECIFIC_TYPE } from "../../domain/model/componentType";
import type { PackageFile } from "../model";
import type { XmlElement } from "../../domain/xml/element";
import { leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Canvas apps and custom pages. The app's document is megabytes of a format of its own: it is told by its checksum. */
export function* readCanvasApps(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "CanvasApps", "CanvasApp")) {
    const name = element.childText("Name") ?? "";
    yield {
      type: ComponentType.CanvasApp,
      key: name.toLowerCase(),
      name,
      displayName: element.childText("DisplayName"),
      properties: leafProperties(element),
      references: appReferences(element),
      files: appFiles(element, source),
    };
  }
}

function appFiles(element: XmlElement, source: PackageSource): PackageFile[] {
  const more = element.child("AdditionalUris")?.children ?? [];
  const paths = [
    element.childText("DocumentUri"),
    element.childText("BackgroundImageUri"),
    ...more.map((uri) => uri.text.trim()),
  ];
  return paths.flatMap((path) => source.files.find(path) ?? []);
}

/** `CdsDependencies` and `DatabaseReferences` are JSON in which tables and other components stand by name or id. */
function appReferences(element: XmlElement): References["list"] {
  const references = new References();
  for (const [found] of (element.childText("CdsDependencies") ?? "").matchAll(/\{[^{}]*\}/g)) {
    const type = dependencyType(found);
    const name = /"(?:logicalname|dependencyid)"\s*:\s*"([^"]+)"/i.exec(found)?.[1];
    if (type !== undefined) references.add(type, name);
  }
  for (const [, table] of (element.childText("DatabaseReferences") ?? "").matchAll(/"logicalName"\s*:\s*"([^"]+)"/g)) {
    references.table(table);
  }
  return references.list;
}

/** Numbers of the exporting environment's own (≥ 10000) mean nothing elsewhere; the name beside them does. */
function dependencyType(dependency: string): number | string | undefined {
  const number = Number(/"componenttype"\s*:\s*(\d+)/i.exec(dependency)?.[1]);
  if (number < FIRST_ENVIRONMENT_SPECIFIC_TYPE) return number;
  return /"componenttypeplatformname"\s*:\s*"([^"]+)"/i.exec(dependency)?.[1]?.toLowerCase();
}
