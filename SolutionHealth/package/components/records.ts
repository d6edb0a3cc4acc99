import { normaliseGuid } from "../../domain/model/guid";
import type { ComponentKey } from "../model";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties, displayLabel, leafProperties } from "./properties";
import type { ComponentDraft, PackageSource } from "./source";

/** How a kind that is one row of one table is written. */
export interface RecordKind {
  readonly type: number;
  /** Column with the id; written as attribute or child, in any case. */
  readonly idColumn: string;
  /** Column with the name. */
  readonly nameColumn: string;
  /** Children with structure that become properties as XML, by column. */
  readonly documents?: readonly string[];
}

/** A component that is one row, known by its id. Undefined when the element has no id. */
export function readRecord(
  element: XmlElement,
  kind: RecordKind,
  source: PackageSource,
  references: readonly ComponentKey[] = [],
): ComponentDraft | undefined {
  const properties = { ...attributeProperties(element), ...leafProperties(element) };
  const id = normaliseGuid(textOf(properties[kind.idColumn]) ?? "");
  if (id === undefined) {
    source.unread.addElement("nameless", element);
    return undefined;
  }
  delete properties[kind.idColumn];
  for (const name of kind.documents ?? []) {
    const child = element.child(name);
    if (child !== undefined) properties[name.toLowerCase()] = child.toXml();
  }
  const shell = element.attribute("unmodified") === "1";
  const label = displayLabel(element, source.languageCode);
  const name = textOf(properties[kind.nameColumn]) ?? label;
  return {
    type: kind.type,
    key: id,
    id,
    name: name ?? id,
    displayName: label ?? name,
    shell,
    properties: shell ? {} : properties,
    references,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
