import type { PropertyValue } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import { readXml } from "../../domain/xml/readXml";
import { XmlError } from "../../domain/xml/xmlError";
import type { WireRow } from "../wire";
import { labels, labelsText, numeral, type Says, text, within } from "./definitionValues";

/** One end of a relationship: which, how the associated menu shows it, and its navigation property. */
type Role = readonly [
  end: string,
  display: string,
  area: string,
  order: string,
  navigation: string,
  /** As a text, see `labels`. */
  menuLabels: string,
];

const NO_LABELS = "[]";

/** The end with the navigation property alone: the table that is pointed to has no menu of its own here. */
const bare = (end: string, navigation: string): Role => [end, "", "", "", navigation, NO_LABELS];

/** How a definition describes an end: `AssociatedMenuConfiguration` and a navigation property. */
interface End {
  readonly end: string;
  readonly menu?: string;
  readonly navigation: string;
}

const ends = {
  OneToManyRelationship: [
    { end: "1", menu: "AssociatedMenuConfiguration", navigation: "ReferencingEntityNavigationPropertyName" },
    { end: "0", navigation: "ReferencedEntityNavigationPropertyName" },
  ],
  ManyToManyRelationship: [
    { end: "#1", menu: "Entity1AssociatedMenuConfiguration", navigation: "Entity1NavigationPropertyName" },
    { end: "#2", menu: "Entity2AssociatedMenuConfiguration", navigation: "Entity2NavigationPropertyName" },
  ],
} as const satisfies Readonly<Record<string, readonly End[]>>;

function toldRole(definition: WireRow, { end, menu, navigation }: End): Role | undefined {
  const name = text(navigation)(definition);
  if (typeof name !== "string") return undefined;
  if (menu === undefined) return bare(end, name);
  const [display, area, order, menuLabels] = [text("Behavior"), text("Group"), numeral("Order"), labels("Label")]
    .map((says) => within(menu, says)(definition))
    .map((value) => (typeof value === "string" ? value : undefined));
  if (display === undefined || area === undefined || order === undefined || menuLabels === undefined) return undefined;
  return [end, display, area, order, name, menuLabels];
}

/** Both ends, as `rolesSaid` writes those of a package. */
export const roles =
  (kind: keyof typeof ends): Says =>
  (definition) => {
    const told = ends[kind].map((end) => toldRole(definition, end));
    return told.every((role) => role !== undefined) ? JSON.stringify(told) : undefined;
  };

/** What a package says of an end; more than this is not in a definition. */
const PARTS: ReadonlySet<string> = new Set([
  "NavPaneDisplayOption",
  "NavPaneArea",
  "NavPaneOrder",
  "NavigationPropertyName",
  "RelationshipRoleType",
  "AssociationRoleOrdinal",
  "CustomLabels",
]);

function saidRole(element: XmlElement): Role | undefined {
  if (element.children.some(({ name }) => !PARTS.has(name))) return undefined;
  const of = (name: string): string => element.childText(name) ?? "";
  const ordinal = of("AssociationRoleOrdinal");
  const end = ordinal === "" ? of("RelationshipRoleType") : `#${ordinal}`;
  const menuLabels = labelsIn(element.child("CustomLabels"));
  return [
    end,
    of("NavPaneDisplayOption"),
    of("NavPaneArea"),
    of("NavPaneOrder"),
    of("NavigationPropertyName"),
    menuLabels,
  ];
}

const labelsIn = (list: XmlElement | undefined): string =>
  labelsText(
    (list?.children ?? []).map((label) => ({
      Label: label.attribute("description") ?? "",
      LanguageCode: Number(label.attribute("languagecode")),
    })),
  );

/** `EntityRelationshipRoles` of a package as the roles of a definition; as it is where it says more than they do. */
export const rolesSaid = (xml: string): PropertyValue => {
  const said = elementIn(xml)?.children.map(saidRole);
  return said?.every((role) => role !== undefined) === true ? JSON.stringify(said) : xml;
};

/** `RelationshipDescription` of a package as the labels of a definition. */
export const descriptionSaid = (xml: string): PropertyValue => {
  const [list, ...others] = elementIn(xml)?.children ?? [];
  return list?.name === "Descriptions" && others.length === 0 ? labelsIn(list) : xml;
};

function elementIn(xml: string): XmlElement | undefined {
  try {
    return readXml(xml, "relationship");
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
