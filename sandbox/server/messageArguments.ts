import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { normaliseGuid } from "../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Aliases } from "../odata/filterParser";
import type { PathSegment } from "../odata/resourcePath";
import { segmentArguments } from "../odata/resourcePath";
import { invalidParameter } from "../odata/syntaxFault";
import type { Row } from "../store/model";
import type { Message, ParameterType } from "./message";

/** Checked parameters of one call. A getter throws 0x80048d19 only where a required parameter is missing. */
export class MessageArguments {
  constructor(
    private readonly operation: string,
    private readonly values: Row,
  ) {}

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== "string") throw missing(name, this.operation);
    return value;
  }

  integer(name: string): number {
    const value = this.values[name];
    if (typeof value !== "number") throw missing(name, this.operation);
    return value;
  }

  /** False when absent. */
  flag(name: string): boolean {
    return this.values[name] === true;
  }

  value(name: string): PropertyValue | undefined {
    return this.values[name];
  }
}

function missing(name: string, operation: string): Error {
  return invalidParameter(`Required parameter '${name}' is missing for the operation '${operation}'.`);
}

function wrongType(name: string, operation: string): Error {
  return invalidParameter(`The value of the parameter '${name}' of the operation '${operation}' has the wrong type.`);
}

/** Microsoft's own samples also write `(guid)` (fact sheet §6.1). */
function guidOf(text: string): Guid | undefined {
  return normaliseGuid(text.replace(/^\((.*)\)$/, "$1"));
}

function quoted(text: string): string | undefined {
  const match = /^'((?:[^']|'')*)'$/s.exec(text);
  return match?.[1]?.replaceAll("''", "'");
}

function jsonOf(text: string): PropertyValue | undefined {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch {
    return undefined;
  }
}

type Reader<T> = (value: T) => PropertyValue | undefined;

/** Values as they stand in a URL. */
const FROM_TEXT: Readonly<Record<ParameterType, Reader<string>>> = {
  string: quoted,
  binary: quoted,
  guid: guidOf,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  boolean: (text) => (text === "true" || text === "false" ? text === "true" : undefined),
  enum: (text) => /^(?:[\w.]+)?'(\w+)'$/.exec(text)?.[1],
  json: jsonOf,
};

const ifText: Reader<PropertyValue> = (value) => (typeof value === "string" ? value : undefined);

/** Values of a JSON body. */
const FROM_JSON: Readonly<Record<ParameterType, Reader<PropertyValue>>> = {
  string: ifText,
  binary: ifText,
  enum: ifText,
  guid: (value) => (typeof value === "string" ? normaliseGuid(value) : undefined),
  integer: (value) => (Number.isInteger(value) ? value : undefined),
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
  json: (value) => value,
};

function check<T>(
  message: Message,
  given: Iterable<readonly [string, T]>,
  readers: Readonly<Record<ParameterType, Reader<T>>>,
): MessageArguments {
  const values: Row = {};
  for (const [name, value] of given) {
    if (name.startsWith("@odata.")) continue;
    const parameter = Object.hasOwn(message.parameters, name) ? message.parameters[name] : undefined;
    if (!parameter) {
      throw invalidParameter(
        `The parameter '${name}' in the request payload is not a valid parameter for the operation '${message.name}'.`,
      );
    }
    const checked = value === null || value === "null" ? null : readers[parameter.type](value);
    if (checked === undefined) throw wrongType(name, message.name);
    if (checked !== null) values[name] = checked;
  }
  for (const [name, parameter] of Object.entries(message.parameters)) {
    if (parameter.required && values[name] === undefined) throw missing(name, message.name);
  }
  return new MessageArguments(message.name, values);
}

/** Parameters of a function, from its segment and the query's aliases. @throws PlatformFault 400, 0x80048d19. */
export function functionArguments(message: Message, segment: PathSegment, aliases: Aliases): MessageArguments {
  return check(message, segmentArguments(segment, aliases), FROM_TEXT);
}

/** Parameters of an action, from its JSON body. @throws PlatformFault 400, 0x80048d19. */
export function actionArguments(message: Message, body: Row): MessageArguments {
  return check(message, Object.entries(body), FROM_JSON);
}
