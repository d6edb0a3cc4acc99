import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { PackageError } from "../../../../SolutionHealth/package/errors";
import { parseXml } from "../../../../SolutionHealth/package/xml";
import { decodeXml } from "../../../../SolutionHealth/package/xmlBytes";
import { PackagingError } from "../packagingError";

/**
 * Parses a document into a tree that can be taken apart and written again.
 * @param place path of the file or entry, for errors.
 * @throws PackagingError brokenXml: not well-formed, not text, or with a DOCTYPE.
 */
export function parseTree(bytes: Uint8Array, place: string): XmlElement {
  try {
    return parseXml(decodeXml(bytes, place), place);
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    throw new PackagingError("brokenXml", cause.message, cause.place ?? place, { cause });
  }
}

/**
 * Parses a document whose root element must have the given name.
 * @throws PackagingError brokenXml.
 */
export function parseRoot(bytes: Uint8Array, place: string, name: string): XmlElement {
  const root = parseTree(bytes, place);
  if (root.name !== name) {
    throw new PackagingError("brokenXml", `The root element is <${root.name}>; <${name}> belongs there.`, place);
  }
  return root;
}
