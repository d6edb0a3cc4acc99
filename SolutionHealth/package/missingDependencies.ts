import { normaliseGuid } from "../domain/model/guid";
import { defined } from "./defined";
import type { DependencyEnd, MissingDependency } from "./model";
import type { XmlElement } from "../domain/xml/element";
import type { UnreadParts } from "./unreadParts";

/** Reads `<MissingDependencies>`; entries without both ends are left out: {@link noteUnreadDependencies} tells them. */
export function readMissingDependencies(list: XmlElement | undefined): MissingDependency[] {
  return (list?.childrenNamed("MissingDependency") ?? []).flatMap((entry) => {
    const required = entry.child("Required");
    const dependent = entry.child("Dependent");
    return required && dependent ? [{ required: readEnd(required), dependent: readEnd(dependent) }] : [];
  });
}

/** What the package needs and does not say so that it can be understood: it may be missing here. */
export function noteUnreadDependencies(document: XmlElement, unread: UnreadParts): void {
  const list = document.child("SolutionManifest")?.child("MissingDependencies");
  for (const entry of list?.children ?? []) {
    const isRead = entry.name === "MissingDependency" && entry.child("Required") && entry.child("Dependent");
    if (!isRead) unread.addElement("unknownElement", entry, "MissingDependencies");
  }
}

/** `type` is a number, or a table's name for newer kinds, whose key stands in an attribute `id.<column>` (§13.1). */
function readEnd(end: XmlElement): DependencyEnd {
  const type = end.attribute("type") ?? "";
  return defined({
    type: /^\d+$/.test(type) ? Number(type) : type,
    schemaName: end.attribute("schemaName") ?? alternateKey(end),
    displayName: end.attribute("displayName"),
    parentSchemaName: end.attribute("parentSchemaName"),
    id: normaliseGuid(end.attribute("id") ?? ""),
    solution: end.attribute("solution"),
  });
}

/** Several columns are joined as the platform joins them in export keys: `a=1,b=2`. */
function alternateKey(end: XmlElement): string | undefined {
  const keys = end.attributes.filter(([name]) => name.startsWith("id."));
  const [only] = keys;
  if (only === undefined) return undefined;
  return keys.length === 1 ? only[1] : keys.map(([name, value]) => `${name.slice(3)}=${value}`).join(",");
}
