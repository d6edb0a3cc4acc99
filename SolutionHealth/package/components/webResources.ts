import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { webResource } from "./formReferences";
import { leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type Found, type PackageSource } from "./source";

/** Web resources. `content` is base64, as in the platform; large ones are inflated when it is read. */
export function* readWebResources(source: PackageSource): Found {
  for (const element of elementsOf(source, "WebResources", "WebResource")) {
    const name = element.childText("Name") ?? "";
    const properties = leafProperties(element, ["FileName", "WebResourceId"]);
    const path = element.childText("FileName");
    yield* source.files.putContent(properties, "content", path);
    const file = source.files.find(path);
    yield {
      type: ComponentType.WebResource,
      key: name.toLowerCase(),
      name,
      id: normaliseGuid(element.childText("WebResourceId") ?? ""),
      displayName: element.childText("DisplayName"),
      properties,
      references: dependencyReferences(element),
      files: file && [file],
    };
  }
}

/** `DependencyXml` is XML written as text: libraries (other web resources) and columns a script relies on. */
function dependencyReferences(element: XmlElement): References["list"] {
  const references = new References();
  const text = element.childText("DependencyXml") ?? "";
  for (const [, library] of text.matchAll(/<Library\b[^>]*?\bname="([^"]+)"/g)) {
    references.add(ComponentType.WebResource, webResource(library));
  }
  for (const [tag] of text.matchAll(/<Attribute\b[^>]*>/g)) {
    references.column(/\bentityName="([^"]+)"/.exec(tag)?.[1], /\battributeName="([^"]+)"/.exec(tag)?.[1]);
  }
  return references.list;
}
