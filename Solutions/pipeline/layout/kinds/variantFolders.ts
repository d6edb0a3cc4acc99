import { filledText } from "./filledText";
import { PackagingError } from "../packagingError";
import { safeName } from "./fileName";
import type { ComponentKind } from "./kind";
import { variantBases, variantFile, variantName } from "./variant";

/**
 * Components with a folder each, in it one file for each package type: model-driven apps and their site maps.
 * @param key child element that names the component and its folder.
 */
export function variantFolders(section: string, item: string, key: string): ComponentKind {
  return {
    section,
    folder: section,
    isIn: (files) => files.below(section).length > 0,
    pack(target, context) {
      for (const base of variantBases(context.files.below(section, ".xml"))) {
        const path = variantFile(base, context);
        if (path !== undefined) target.nodes.push(context.takeXml(path, item, section));
      }
    },
    unpack(source, context) {
      for (const element of source.children) {
        const name = filledText(element, key);
        if (name === undefined) throw new PackagingError("brokenXml", `An ${item} has no ${key}.`, element.place);
        context.writeXml(variantName(`${section}/${safeName(name)}/${item}`, context.managed), element);
      }
      source.nodes = [];
    },
  };
}
