import { ComponentType } from "../../domain/model/componentType";
import { optionChildren } from "./options";
import { displayLabel, leafProperties } from "./properties";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Global option sets (choices). Those of one column only belong to the column. */
export function* readOptionSets(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "optionsets", "optionset")) {
    const name = element.attribute("Name") ?? "";
    const shell = element.attribute("unmodified") === "1";
    yield {
      type: ComponentType.OptionSet,
      key: name.toLowerCase(),
      name,
      displayName: displayLabel(element, source.languageCode, ["displaynames"]) ?? element.attribute("localizedName"),
      shell,
      properties: shell ? {} : { name, ...leafProperties(element) },
      children: shell ? undefined : optionChildren(element, source.languageCode),
    };
  }
}
