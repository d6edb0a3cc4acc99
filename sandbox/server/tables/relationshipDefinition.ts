import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { parseXml, type XmlElement } from "../../../SolutionHealth/package/xml";
import type { LabelText } from "../../engine/labelTexts";
import { plainText } from "../../odata/plainText";
import type { Row } from "../../store/model";
import { labelValue } from "./metadataLabels";

const ON: ReadonlySet<PropertyValue> = new Set<PropertyValue>([true, 1, "1", "true", "True"]);
/** Null where no layer says it, as with columns. */
const flag = (value: PropertyValue | undefined): boolean | null =>
  value === undefined || value === null ? null : ON.has(value);
const textOf = (value: PropertyValue | undefined): string | null =>
  value === undefined || value === null || value === "" ? null : plainText(value);
const logical = (value: PropertyValue | undefined): string | null => textOf(value)?.toLowerCase() ?? null;

const CASCADES = ["Assign", "Delete", "Archive", "Merge", "Reparent", "Share", "Unshare", "RollupView"];

/** One of the two ends as a package writes it, in XML. */
interface End {
  readonly display: string | undefined;
  readonly area: string | undefined;
  readonly order: string | undefined;
  readonly navigation: string | undefined;
  readonly labels: readonly LabelText[];
}

/** The ends by their role: 1 points to 0, or first and second. Exporters write them in either order, or none. */
function endsOf(properties: Row, role: "RelationshipRoleType" | "AssociationRoleOrdinal"): ReadonlyMap<string, End> {
  const { entityrelationshiproles: xml } = properties;
  if (typeof xml !== "string" || xml === "") return new Map();
  return new Map(parseXml(xml, "roles").children.map((end) => [end.childText(role) ?? "", toEnd(end)]));
}

function toEnd(end: XmlElement): End {
  const labels = (end.child("CustomLabels")?.children ?? []).map((label) => ({
    Label: label.attribute("description") ?? "",
    LanguageCode: Number(label.attribute("languagecode")),
  }));
  return {
    display: end.childText("NavPaneDisplayOption"),
    area: end.childText("NavPaneArea"),
    order: end.childText("NavPaneOrder"),
    navigation: end.childText("NavigationPropertyName"),
    labels,
  };
}

const menu = (end: End | undefined, language: number): Row | null =>
  end
    ? {
        Behavior: end.display ?? null,
        Group: end.area ?? null,
        Order: end.order === undefined ? null : Number(end.order),
        Label: labelValue(end.labels, undefined, language),
      }
    : null;

const common = (properties: Row, name: string): Row => ({
  SchemaName: textOf(properties.schemaname) ?? name,
  IntroducedVersion: textOf(properties.introducedversion),
  IsValidForAdvancedFind: flag(properties.isvalidforadvancedfind),
  IsCustomizable: {
    Value: flag(properties.iscustomizable),
    CanBeChanged: true,
    ManagedPropertyLogicalName: "iscustomizable",
  },
});

/** `OneToManyRelationshipMetadata` of the Web API reference, by the relationship's effective properties. */
export function oneToMany(properties: Row, name: string, language: number): Row {
  const ends = endsOf(properties, "RelationshipRoleType");
  const [referencing, referenced] = [ends.get("1"), ends.get("0")];
  const cascade = (kind: string): [string, string | null] => [kind, textOf(properties[`cascade${kind.toLowerCase()}`])];
  return {
    "@odata.type": "#Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata",
    ...common(properties, name),
    RelationshipType: "OneToManyRelationship",
    IsHierarchical: flag(properties.ishierarchical),
    ReferencingEntity: logical(properties.referencingentityname),
    ReferencingAttribute: logical(properties.referencingattributename),
    ReferencedEntity: logical(properties.referencedentityname),
    ReferencingEntityNavigationPropertyName: referencing?.navigation ?? textOf(properties.referencingattributename),
    ReferencedEntityNavigationPropertyName: referenced?.navigation ?? name,
    CascadeConfiguration: Object.fromEntries(CASCADES.map(cascade)),
    AssociatedMenuConfiguration: menu(referencing, language),
  };
}

/** `ManyToManyRelationshipMetadata`. */
export function manyToMany(properties: Row, name: string, language: number): Row {
  const ends = endsOf(properties, "AssociationRoleOrdinal");
  const [first, second] = [ends.get("1"), ends.get("2")];
  return {
    "@odata.type": "#Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata",
    ...common(properties, name),
    RelationshipType: "ManyToManyRelationship",
    Entity1LogicalName: logical(properties.firstentityname),
    Entity2LogicalName: logical(properties.secondentityname),
    IntersectEntityName: logical(properties.intersectentityname),
    Entity1NavigationPropertyName: first?.navigation ?? name,
    Entity2NavigationPropertyName: second?.navigation ?? name,
    Entity1AssociatedMenuConfiguration: menu(first, language),
    Entity2AssociatedMenuConfiguration: menu(second, language),
  };
}
