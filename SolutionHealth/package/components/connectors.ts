import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import { leafProperties } from "./properties";
import { elementsOf, type Found, type PackageSource } from "./source";

/** Columns written as the path of a file that holds them. */
const FILES = ["openapidefinition", "connectionparameters", "policytemplateinstances", "customcodeblobcontent"];

/** Custom connectors. */
export function* readConnectors(source: PackageSource): Found {
  for (const element of elementsOf(source, "Connectors", "Connector")) {
    const name = element.childText("name") ?? "";
    const properties = leafProperties(element, [...FILES, "iconblob", "connectorid"]);
    for (const column of FILES) {
      const text = yield* source.files.text(element.childText(column));
      if (text !== undefined) properties[column] = text;
    }
    yield* source.files.putContent(properties, "iconblob", element.childText("iconblob"));
    yield {
      type: ComponentType.Connector,
      key: name.toLowerCase(),
      name,
      id: normaliseGuid(element.childText("connectorid") ?? ""),
      displayName: element.childText("displayname"),
      properties,
      files: [...FILES, "iconblob"].flatMap((column) => source.files.find(element.childText(column)) ?? []),
    };
  }
}
