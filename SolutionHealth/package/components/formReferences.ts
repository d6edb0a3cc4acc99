import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { References } from "./references";

/** What a form or dashboard shows: columns, tables and views of its lists, charts, script libraries, controls. */
export function formReferences(form: XmlElement, table: string | undefined): References["list"] {
  const references = new References().table(table);
  for (const element of form.descendants()) {
    if (table !== undefined) references.column(table, element.attribute("datafieldname"));
    readers[element.name]?.(element, references);
  }
  return references.list;
}

type Reader = (element: XmlElement, references: References) => void;

const text = (element: XmlElement): string => element.text.trim();

const readers: Readonly<Record<string, Reader>> = {
  TargetEntityType: (element, references) => references.table(text(element)),
  ViewId: (element, references) => references.addId(ComponentType.SavedQuery, text(element)),
  DefaultViewId: (element, references) => references.addId(ComponentType.SavedQuery, text(element)),
  VisualizationId: (element, references) => references.addId(ComponentType.SavedQueryVisualization, text(element)),
  Library: (element, references) => references.add(ComponentType.WebResource, webResource(element.attribute("name"))),
  WebResourceId: (element, references) => references.addId(ComponentType.WebResource, text(element)),
  Url: (element, references) => references.add(ComponentType.WebResource, webResource(text(element))),
  QuickForm: (element, references) => {
    references.table(element.attribute("entityname")).addId(ComponentType.SystemForm, text(element));
  },
  customControl: (element, references) => {
    const name = element.attribute("name");
    // Controls of the platform itself (MscrmControls.…) have no publisher prefix and belong to no package.
    if (name !== undefined && /^[a-z][a-z0-9]*_/i.test(name)) references.add(ComponentType.CustomControl, name);
  },
};

/** Name of a web resource, however it is addressed; undefined for addresses of anything else. */
export function webResource(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const bare =
    address
      .replace(/^\$webresource:/i, "")
      .replace(/^\/?WebResources\//i, "")
      .split("?")[0] ?? "";
  // Names carry a publisher prefix and an underscore; addresses of other things do not.
  return /^[a-z][a-z0-9]*_[^:]*$/i.test(bare) ? bare : undefined;
}
