import { decodeBase64 } from "../decodeBase64";
import type { PropertyValue } from "../model/property";
import { readXml } from "../xml/readXml";
import { XmlError } from "../xml/xmlError";
import { sha256 } from "../sha256";
import { utf8Text } from "../utf8Text";
import { compareLines } from "./compareLines";
import { Contents } from "./content";
import { compareStructures } from "./compareStructures";
import { readableText } from "./readableText";
import type { BinaryFacts, DifferenceDetail } from "./difference";
import { jsonStructure } from "./jsonStructure";
import type { StructureNode } from "./structureNode";
import { xmlStructure } from "./xmlStructure";

/** Properties that hold a file as base64 (fact sheet §4.4). */
const FILES: ReadonlySet<string> = new Set(["content", "entityimage", "document", "imagedata", "bodybinary", "data"]);

type Side = PropertyValue | undefined;

/** A comparison that goes on whenever it is asked to, and ends with what differs. */
export type DetailSteps = Generator<undefined, DifferenceDetail, undefined>;

/** How two values of one property differ. Undefined stands for a side that has none. */
export function compareValues(property: string, before: Side, after: Side): DifferenceDetail {
  const steps = compareInSteps(property, before, after);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same a step at a time, so that a page can draw and answer in between: reading a form of a megabyte alone takes
 * longer than a person should be kept waiting.
 */
export function* compareInSteps(property: string, before: Side, after: Side): DetailSteps {
  if (FILES.has(property)) {
    const files = compareFiles(before, after);
    if (files) return files;
  }
  for (const language of ["xml", "json"] as const) {
    const contents = new Contents();
    const from = structureOf(before, language, contents);
    if (!from) continue;
    yield undefined;
    const to = structureOf(after, language, contents);
    if (!to || !canBeCompared(from, to)) continue;
    yield undefined;
    return { kind: "structure", language, changes: compareStructures(from, to) };
  }
  return compareTexts(before, after);
}

/** Two documents of another root have nothing to be compared by. */
const canBeCompared = (a: StructureNode, b: StructureNode): boolean => a.what === b.what;

function structureOf(value: Side, language: "xml" | "json", contents: Contents): StructureNode | undefined {
  if (language === "xml")
    return typeof value === "string" && value.trimStart().startsWith("<") ? parseXml(value, contents) : undefined;
  // A reference or an option is one value, for all that it is an object.
  const parsed = typeof value === "string" ? parseObject(value) : isOneValue(value) ? undefined : value;
  return typeof parsed === "object" && parsed !== null ? jsonStructure(parsed, "", contents) : undefined;
}

/** Markup that is not XML – HTML, mostly – is compared as text. */
function parseXml(text: string, contents: Contents): StructureNode | undefined {
  try {
    return xmlStructure(readXml(text, ""), contents);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

function parseObject(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Files that are text are compared by line, all others by size and hash. */
function compareFiles(before: Side, after: Side): DifferenceDetail | undefined {
  const [from, to] = [bytesOf(before), bytesOf(after)];
  if (from === "notAFile" || to === "notAFile") return undefined;
  const [oldText, newText] = [fileText(from), fileText(to)];
  if (oldText !== undefined && newText !== undefined) return compareLines(oldText, newText);
  return { kind: "binary", ...(from && { before: factsOf(from) }), ...(to && { after: factsOf(to) }) };
}

const fileText = (bytes: Uint8Array | undefined): string | undefined => (bytes ? utf8Text(bytes) : "");

function bytesOf(value: Side): Uint8Array | "notAFile" | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return (typeof value === "string" ? decodeBase64(value) : undefined) ?? "notAFile";
}

const factsOf = (bytes: Uint8Array): BinaryFacts => ({ size: bytes.length, hash: sha256(bytes) });

function compareTexts(before: Side, after: Side): DifferenceDetail {
  const [from, to] = [textOf(before), textOf(after)];
  if ([from, to].some((text) => text?.includes("\n"))) return compareLines(from ?? "", to ?? "");
  return { kind: "scalar", ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
}

/** A value as text, for reading and for copying: references by their name, options by their number. */
const textOf = (value: Side): string | undefined =>
  value === undefined || typeof value === "string" ? value : (oneValueOf(value) ?? readableText(value));

const isOneValue = (value: Side): boolean => value !== undefined && oneValueOf(value) !== undefined;

function oneValueOf(value: PropertyValue): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { Name: name, Id: id, Value: option } = value;
  if (typeof name === "string" && name !== "") return name;
  if (typeof id === "string") return id;
  return typeof option === "number" || typeof option === "boolean" ? String(option) : undefined;
}
