import { newElement } from "../../../../SolutionHealth/domain/xml/element";
import type { ComponentKind } from "./kind";
import { variantFile, variantName } from "./variant";

/** A section that lies as a whole in one file of `Other`. Managed packages of some have their own file. */
export function wholeSection(section: string, file: string, hasVariants: boolean): ComponentKind {
  const base = `Other/${file}`;
  return {
    section,
    folder: "Other",
    isIn: (files) => files.has(`${base}.xml`) || (hasVariants && files.has(`${base}_managed.xml`)),
    pack(target, context) {
      const path = hasVariants ? variantFile(base, context) : `${base}.xml`;
      if (path === undefined) return;
      target.nodes = context.takeXml(path, section, "Customizations.xml").nodes;
    },
    unpack(source, context) {
      if (source.children.length === 0) return;
      const path = hasVariants ? variantName(base, context.managed) : `${base}.xml`;
      context.writeXml(path, newElement(section, source.nodes, source.place));
      source.nodes = [];
    },
  };
}
