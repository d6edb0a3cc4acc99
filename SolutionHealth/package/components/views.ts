import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { fetchReferences, layoutReferences } from "./fetchReferences";
import { displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";
import { tableElements } from "./tables";

/** Parts of a view that are XML documents of their own: kept as one text each. */
const DOCUMENTS = ["fetchxml", "layoutxml", "columnsetxml", "offlinesqlquery", "layoutjson"];

/** Views (table `savedquery`). */
export function* readViews(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    for (const view of table.element.child("SavedQueries")?.child("savedqueries")?.childrenNamed("savedquery") ?? []) {
      const draft = readView(view, table.logicalName, source);
      if (draft) yield draft;
    }
  }
}

function readView(view: XmlElement, table: string, source: PackageSource): ComponentDraft | undefined {
  const id = normaliseGuid(view.childText("savedqueryid") ?? "");
  if (id === undefined) {
    source.unread.addElement("nameless", view);
    return undefined;
  }
  const shell = view.attribute("unmodified") === "1";
  const name = displayLabel(view, source.languageCode);
  return {
    type: ComponentType.SavedQuery,
    key: id,
    id,
    name: name ?? id,
    displayName: name,
    table,
    shell,
    properties: shell
      ? {}
      : {
          returnedtypecode: table,
          ...(name === undefined ? {} : { name }),
          ...leafProperties(view, [...DOCUMENTS, "savedqueryid"]),
          ...documents(view),
        },
    references: viewReferences(view, table),
  };
}

function documents(view: XmlElement): Record<string, string> {
  return Object.fromEntries(
    DOCUMENTS.flatMap((name) => {
      const element = view.child(name);
      if (element === undefined) return [];
      return [[name, element.children.length > 0 ? element.innerXml() : element.text.trim()]];
    }),
  );
}

function viewReferences(view: XmlElement, table: string): References["list"] {
  const references = new References().table(table);
  const fetch = view.child("fetchxml")?.child("fetch");
  const aliases = fetch ? fetchReferences(fetch, references) : new Map<string, string>();
  const layout = view.child("layoutxml");
  if (layout) layoutReferences(layout, table, aliases, references);
  return references.list;
}
