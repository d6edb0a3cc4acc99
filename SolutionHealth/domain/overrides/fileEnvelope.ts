import { FileFormatError } from "./fileProblem";
import { type Shape, wholeNumber } from "./fileShape";

/** One of this product's file formats. A version is raised with each incompatible change; older ones stay readable. */
export interface FileFormat {
  readonly name: string;
  readonly version: number;
}

/** The file as text. Members stand in the order given, so that the same content gives the same text. */
export const writeFile = ({ name, version }: FileFormat, content: object): string =>
  `${JSON.stringify({ format: name, version, ...content }, undefined, 2)}\n`;

/**
 * The content of a file, wholly checked before anything of it is handed out.
 * @throws FileFormatError
 */
export function readFile<T>(format: FileFormat, text: string, shape: Shape<T>): T {
  const parsed = parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw otherFormat(format);
  const { format: name, version, ...content } = parsed as Record<string, unknown>;
  if (name !== format.name) throw otherFormat(format);
  const given = wholeNumber(version, "version");
  if (given > format.version) {
    throw new FileFormatError({ code: "newerVersion", detail: `version ${given}; known are up to ${format.version}` });
  }
  if (given < 1) throw new FileFormatError({ code: "invalid", place: "version", detail: "a number from 1" });
  return shape(content, "");
}

function parse(text: string): unknown {
  try {
    // Editors put a byte order mark in front, which is no JSON.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new FileFormatError({ code: "notJson", ...(error instanceof Error && { detail: error.message }) });
  }
}

const otherFormat = ({ name }: FileFormat): FileFormatError =>
  new FileFormatError({ code: "otherFormat", detail: `a file of format ${name}` });
