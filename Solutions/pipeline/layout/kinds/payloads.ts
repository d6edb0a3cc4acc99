import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { filledText } from "./filledText";
import type { Payload } from "./itemFiles";

/**
 * Content named by a child of the description, at the same path in the folder as in the package: processes, canvas
 * apps, plug-in assemblies.
 */
export function samePathPayload(...references: readonly string[]): Payload {
  return {
    pack(item, path, context) {
      for (const reference of referencedPaths(item, references)) {
        context.addEntry(reference, context.files.take(reference, path));
      }
    },
    unpack(item, context) {
      for (const reference of referencedPaths(item, references)) {
        context.writeFile(reference, context.takeEntry(reference, item.place));
      }
    },
  };
}

/**
 * The content of a web resource: in the folder under the resource's own name, in the package under a name with its id
 * (the layout's one file whose two names differ).
 */
export const webResourcePayload: Payload = {
  pack(item, path, context) {
    const entry = filledText(item, "FileName");
    if (entry !== undefined) context.addEntry(trimSlash(entry), context.files.take(contentPath(item), path));
  },
  unpack(item, context) {
    const entry = filledText(item, "FileName");
    if (entry !== undefined) context.writeFile(contentPath(item), context.takeEntry(entry, item.place));
  },
};

/** All files of a control lie in its folder; the manifest among them is the one that the description names. */
export const controlPayload: Payload = {
  pack(item, path, context) {
    const manifest = trimSlash(filledText(item, "FileName") ?? "");
    const folder = path.slice(0, path.lastIndexOf("/"));
    context.addEntry(manifest, context.files.take(manifest, path));
    for (const file of context.files.below(folder)) {
      if (file !== path && file !== manifest) context.addEntry(file, context.files.take(file, path));
    }
  },
  unpack(item, context) {
    const manifest = trimSlash(filledText(item, "FileName") ?? "");
    context.writeFile(manifest, context.takeEntry(manifest, item.place));
    for (const entry of context.entriesBelow(manifest.slice(0, manifest.lastIndexOf("/")))) {
      context.writeFile(entry, context.takeEntry(entry, item.place));
    }
  },
};

/** Connectors: the folder is `Connectors` here and `Connector` in the package. */
export const connectorPayload: Payload = {
  pack(item, path, context) {
    for (const entry of connectorEntries(item)) {
      context.addEntry(entry, context.files.take(entry.replace("Connector/", "Connectors/"), path));
    }
  },
  unpack(item, context) {
    for (const entry of connectorEntries(item)) {
      context.writeFile(entry.replace("Connector/", "Connectors/"), context.takeEntry(entry, item.place));
    }
  },
};

function connectorEntries(item: XmlElement): string[] {
  return item.children.map((child) => trimSlash(child.text.trim())).filter((text) => text.startsWith("Connector/"));
}

function referencedPaths(item: XmlElement, references: readonly string[]): string[] {
  return [...item.descendants()]
    .filter((element) => references.includes(element.name) && element.text.trim() !== "")
    .map((element) => trimSlash(element.text.trim()));
}

function contentPath(item: XmlElement): string {
  return `WebResources/${filledText(item, "Name") ?? ""}`;
}

/** Paths in customizations.xml begin with a slash, entry names do not. */
export function trimSlash(path: string): string {
  return path.replace(/^\/+/, "");
}

/** Description of a process: named after its content. */
export function contentName(item: XmlElement, references: readonly string[], folder: string): string | undefined {
  const path = referencedPaths(item, references)[0];
  return path?.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
