import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Relationships, one-to-many and many-to-many. The owning table is the one with the lookup, or the first. */
export function* readRelationships(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "EntityRelationships", "EntityRelationship")) {
    const name = element.attribute("Name") ?? "";
    const shell = element.attribute("unmodified") === "1";
    const table = element.childText("ReferencingEntityName") ?? element.childText("FirstEntityName");
    yield {
      type: ComponentType.EntityRelationship,
      key: name.toLowerCase(),
      name,
      table: table?.toLowerCase(),
      shell,
      properties: shell ? {} : { schemaname: name, ...leafProperties(element), ...structured(element) },
      references: relationshipReferences(element),
    };
  }
}

/** The parts with structure of their own, kept as XML. */
function structured(element: XmlElement): Record<string, string> {
  const parts = ["EntityRelationshipRoles", "RelationshipDescription", "field"];
  return Object.fromEntries(
    parts.flatMap((part) => {
      const child = element.child(part);
      return child === undefined ? [] : [[part.toLowerCase(), child.toXml()]];
    }),
  );
}

function relationshipReferences(element: XmlElement): References["list"] {
  const referencing = element.childText("ReferencingEntityName");
  return new References()
    .table(element.childText("ReferencedEntityName"))
    .table(referencing)
    .column(referencing, element.childText("ReferencingAttributeName"))
    .table(element.childText("FirstEntityName"))
    .table(element.childText("SecondEntityName")).list;
}
