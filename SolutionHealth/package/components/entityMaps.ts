import { ComponentType } from "../../domain/model/componentType";
import { leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Column mappings between two tables, used when a row is created from another. */
export function* readEntityMaps(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "EntityMaps", "EntityMap")) {
    const from = (element.childText("EntitySource") ?? "").toLowerCase();
    const to = (element.childText("EntityTarget") ?? "").toLowerCase();
    const maps = element.child("AttributeMaps")?.childrenNamed("AttributeMap") ?? [];
    const references = new References().table(from).table(to);
    for (const map of maps) {
      references.column(from, map.childText("AttributeSource")).column(to, map.childText("AttributeTarget"));
    }
    yield {
      type: ComponentType.EntityMap,
      key: `${from}.${to}`,
      name: `${from} → ${to}`,
      table: to,
      properties: { sourceentityname: from, targetentityname: to },
      children: { AttributeMaps: maps.map((map) => leafProperties(map)) },
      references: references.list,
    };
  }
}
