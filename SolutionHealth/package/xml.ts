import type { XmlElement } from "../domain/xml/element";
import { readXmlInSteps } from "../domain/xml/readXml";
import { XmlError } from "../domain/xml/xmlError";
import { PackageError, type PackageErrorCode } from "./errors";
import { NO_BYTES, runNow, type Steps } from "./reading/steps";

export type { XmlElement };

const CODES: Readonly<Record<XmlError["code"], PackageErrorCode>> = {
  broken: "brokenXml",
  forbidden: "forbiddenXml",
  tooLarge: "tooLarge",
};

/**
 * Parses a document of a package.
 * @param place entry name, for errors.
 * @throws PackageError forbiddenXml (DOCTYPE or entity declarations), brokenXml, tooLarge.
 */
export function parseXml(text: string, place: string): XmlElement {
  return runNow(parseXmlInSteps(text, place), NO_BYTES);
}

/** The same in steps. */
export function* parseXmlInSteps(text: string, place: string, maxParts?: number): Steps<XmlElement> {
  try {
    return yield* readXmlInSteps(text, place, maxParts);
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause;
    const where = cause.line === undefined ? place : `${place}, line ${String(cause.line)}`;
    throw new PackageError(CODES[cause.code], cause.message, where, { cause });
  }
}
