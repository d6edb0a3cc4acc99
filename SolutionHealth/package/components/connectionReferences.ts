import { References } from "./references";
import { ComponentType } from "../../domain/model/componentType";
import { attributeProperties } from "./properties";
import { rowProperties } from "./newerKinds";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Connection references. They have no number of their own: their type is the table's name. */
export function* readConnectionReferences(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "connectionreferences", "connectionreference")) {
    const name = element.attribute("connectionreferencelogicalname") ?? "";
    const custom = element.child("customconnectorid")?.childText("connectorid");
    yield {
      type: "connectionreference",
      key: name.toLowerCase(),
      name,
      displayName: element.childText("connectionreferencedisplayname"),
      properties: { ...attributeProperties(element), ...rowProperties(element) },
      references: new References().addId(ComponentType.Connector, custom).list,
    };
  }
}
