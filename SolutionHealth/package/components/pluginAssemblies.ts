import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties, leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type Found, type PackageSource } from "./source";

/**
 * Key of an assembly, from its full name. Build and revision of the version are left out: the platform updates an
 * assembly in place when only they change, and sees another assembly when major or minor do.
 */
export function assemblyKey(fullName: string): string {
  return fullName.toLowerCase().replace(/(version=\d+\.\d+)(?:\.\d+){0,2}/, "$1");
}

/** Plug-in assemblies and, as components of their own, the types in them. */
export function* readPluginAssemblies(source: PackageSource): Found {
  for (const element of elementsOf(source, "SolutionPluginAssemblies", "PluginAssembly")) {
    const fullName = element.attribute("FullName") ?? "";
    const properties = {
      ...attributeProperties(element),
      ...leafProperties(element, ["FileName", "PluginTypes"]),
      name: fullName.split(",")[0]?.trim() ?? fullName,
    };
    const path = element.childText("FileName");
    yield* source.files.putContent(properties, "content", path);
    const file = source.files.find(path);
    yield {
      type: ComponentType.PluginAssembly,
      key: assemblyKey(fullName),
      name: fullName,
      displayName: properties.name,
      id: normaliseGuid(element.attribute("PluginAssemblyId") ?? ""),
      properties,
      files: file && [file],
    };
    for (const type of element.child("PluginTypes")?.childrenNamed("PluginType") ?? []) yield readType(type, fullName);
  }
}

function readType(type: XmlElement, assembly: string): ComponentDraft {
  const name = type.attribute("Name") ?? "";
  return {
    type: ComponentType.PluginType,
    key: name.toLowerCase(),
    name,
    displayName: type.childText("FriendlyName"),
    id: normaliseGuid(type.attribute("PluginTypeId") ?? ""),
    properties: { typename: name, ...attributeProperties(type), ...leafProperties(type) },
    references: new References().add(ComponentType.PluginAssembly, assemblyKey(assembly)).list,
  };
}
