import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { formReferences } from "./formReferences";
import { displayLabel, leafProperties } from "./properties";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";
import { tableElements } from "./tables";

/** Values of the column `systemform.type` by the word that customizations.xml uses. */
const FORM_TYPES: Readonly<Record<string, number>> = {
  dashboard: 0,
  appointmentbook: 1,
  main: 2,
  minicampaignbo: 3,
  preview: 4,
  mobile: 5,
  quick: 6,
  quickcreate: 7,
  dialog: 8,
  taskflow: 9,
  interactioncentricdashboard: 10,
  card: 11,
  maininteractioncentric: 12,
  contextualdashboard: 13,
  other: 100,
};

/** Forms of tables. The form's XML is one property: it is compared and shown as a whole. */
export function* readForms(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    for (const group of table.element.child("FormXml")?.childrenNamed("forms") ?? []) {
      for (const form of group.childrenNamed("systemform")) {
        const draft = readForm(form, "formid", group.attribute("type"), form.child("form"), source, table.logicalName);
        if (draft) yield draft;
      }
    }
  }
}

/** Dashboards: system forms that stand outside tables. */
export function* readDashboards(source: PackageSource): Iterable<ComponentDraft> {
  const dashboards = [
    ...elementsOf(source, "Dashboards", "Dashboard"),
    ...elementsOf(source, "InteractionCentricDashboards", "InteractionCentricDashboard"),
  ];
  for (const dashboard of dashboards) {
    const group = dashboard.child("FormXml")?.child("forms");
    const draft = readForm(dashboard, "FormId", group?.attribute("type"), group?.child("form"), source, undefined);
    if (draft) yield draft;
  }
}

function readForm(
  element: XmlElement,
  idElement: string,
  kind: string | undefined,
  form: XmlElement | undefined,
  source: PackageSource,
  table: string | undefined,
): ComponentDraft | undefined {
  const id = normaliseGuid(element.childText(idElement) ?? "");
  if (id === undefined) {
    source.unread.addElement("nameless", element);
    return undefined;
  }
  const name = displayLabel(element, source.languageCode);
  const unmodified = element.attribute("unmodified") === "1" || form === undefined;
  return {
    type: ComponentType.SystemForm,
    key: id,
    id,
    name: name ?? id,
    displayName: name,
    table,
    shell: unmodified,
    properties: unmodified
      ? {}
      : {
          objecttypecode: table ?? "none",
          type: formType(kind),
          ...(name === undefined ? {} : { name }),
          ...leafProperties(element, ["form", "FormXml", idElement]),
          formxml: form.toXml(),
        },
    references: form ? formReferences(form, table) : [],
  };
}

function formType(kind: string | undefined): number | string | null {
  return FORM_TYPES[kind?.toLowerCase() ?? ""] ?? kind ?? null;
}
