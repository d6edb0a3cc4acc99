import { PackagingError } from "../packagingError";
import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { freePath } from "./fileName";
import type { ComponentKind, PackContext, UnpackContext } from "./kind";

/** How the components of a section lie in one folder, one XML file each. */
export interface ItemLayout {
  readonly section: string;
  /** Name of the element that describes one component, and root of its file. */
  readonly item: string;
  readonly folder: string;
  /** Ending of the description's file. */
  readonly ending: string;
  /**
   * Name of the description's file without ending, possibly with folders.
   * @returns undefined where the component has none: it then stays in Customizations.xml.
   */
  nameOf(item: XmlElement): string | undefined;
  /** Files that go with the description. */
  readonly payload?: Payload;
}

/** Content that lies beside the descriptions. */
export interface Payload {
  /** Packs the content of one component; `path` is the description's file. */
  pack(item: XmlElement, path: string, context: PackContext): void;
  unpack(item: XmlElement, context: UnpackContext): void;
}

/** Components that lie in one folder, a file each. */
export function itemFiles(layout: ItemLayout): ComponentKind {
  const { section, item: itemName, folder, ending, payload } = layout;
  return {
    section,
    folder,
    isIn: (files) => files.below(folder, ending).length > 0,
    pack(target, context) {
      for (const path of context.files.below(folder, ending)) {
        const item = context.takeXml(path, itemName, section);
        target.nodes.push(item);
        payload?.pack(item, path, context);
      }
      refuseTwins(target, layout);
    },
    unpack(source, context) {
      source.nodes = source.nodes.filter((item) => {
        const name = item.kind === "element" && item.name === itemName ? layout.nameOf(item) : undefined;
        if (item.kind !== "element" || name === undefined) return true;
        context.writeXml(payload ? `${folder}/${name}${ending}` : freePath(folder, name, ending, context), item);
        payload?.unpack(item, context);
        return false;
      });
    },
  };
}

/** @throws PackagingError duplicateComponent where two files describe the same component. */
function refuseTwins(section: XmlElement, layout: ItemLayout): void {
  const seen = new Map<string, string>();
  for (const item of section.children) {
    const key = layout.nameOf(item)?.toLowerCase();
    const twin = key === undefined ? undefined : seen.get(key);
    if (twin !== undefined) {
      throw new PackagingError(
        "duplicateComponent",
        `${item.place} and ${twin} describe the same component.`,
        item.place,
      );
    }
    if (key !== undefined) seen.set(key, item.place);
  }
}
