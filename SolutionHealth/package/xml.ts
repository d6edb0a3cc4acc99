import type { XmlElement } from "../domain/xml/element";
import { readXml } from "../domain/xml/readXml";
import { XmlError } from "../domain/xml/xmlError";
import { PackageError } from "./errors";

export type { XmlElement };

/**
 * Parses a document of a package.
 * @param place entry name, for errors.
 * @throws PackageError forbiddenXml (DOCTYPE or entity declarations), brokenXml.
 */
export function parseXml(text: string, place: string): XmlElement {
  try {
    return readXml(text, place);
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause;
    const where = cause.line === undefined ? place : `${place}, line ${String(cause.line)}`;
    throw new PackageError(cause.code === "forbidden" ? "forbiddenXml" : "brokenXml", cause.message, where, { cause });
  }
}
