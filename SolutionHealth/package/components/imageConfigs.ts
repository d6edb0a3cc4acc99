import { ComponentType } from "../../domain/model/componentType";
import { leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Image settings: per image column (431), and which image stands for a row of a table (432). */
export function* readImageConfigs(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "AttributeImageConfigs", "AttributeImageConfig")) {
    const table = (element.childText("parententitylogicalname") ?? "").toLowerCase();
    const column = (element.childText("attributelogicalname") ?? "").toLowerCase();
    yield {
      type: ComponentType.AttributeImageConfig,
      key: `${table}.${column}`,
      name: `${table}.${column}`,
      table,
      properties: leafProperties(element),
      references: new References().table(table).column(table, column).list,
    };
  }
  for (const element of elementsOf(source, "EntityImageConfigs", "EntityImageConfig")) {
    const table = (element.childText("parententitylogicalname") ?? "").toLowerCase();
    const image = element.childText("primaryimageattribute");
    yield {
      type: ComponentType.EntityImageConfig,
      key: table,
      name: table,
      table,
      properties: leafProperties(element),
      references: new References().table(table).column(table, image).list,
    };
  }
}
