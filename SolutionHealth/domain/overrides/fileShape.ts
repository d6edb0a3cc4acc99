import { type Guid, normaliseGuid } from "../model/guid";
import type { PropertyValue } from "../model/property";
import { FileFormatError } from "./fileProblem";

/** Takes a value for what it should be, or throws `FileFormatError` naming the place. */
export type Shape<T> = (value: unknown, place: string) => T;

const invalid = (place: string, detail: string): FileFormatError =>
  new FileFormatError({ code: "invalid", place, detail });

/** Longest text of names and reasons; definitions are values, which have no limit. */
const LONGEST_TEXT = 10_000;

export const text: Shape<string> = (value, place) => {
  if (typeof value !== "string" || value === "") throw invalid(place, "a text that is not empty");
  if (value.length > LONGEST_TEXT) throw invalid(place, `a text of at most ${LONGEST_TEXT} characters`);
  return value;
};

/** A text of any length: what servers say, and definitions. */
export const longText: Shape<string> = (value, place) => {
  if (typeof value !== "string") throw invalid(place, "a text");
  return value;
};

export const anyText: Shape<string> = (value, place) => (value === "" ? "" : text(value, place));

export const wholeNumber: Shape<number> = (value, place) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw invalid(place, "a whole number");
  return value;
};

export const guid: Shape<Guid> = (value, place) => {
  const id = typeof value === "string" ? normaliseGuid(value) : undefined;
  if (id === undefined) throw invalid(place, "a GUID");
  return id;
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/;

/** ISO 8601 in UTC. */
export const instant: Shape<string> = (value, place) => {
  if (typeof value !== "string" || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw invalid(place, "an instant such as 2026-01-31T12:00:00Z");
  }
  return value;
};

export const day: Shape<string> = (value, place) => {
  const isDay =
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value);
  if (!isDay) throw invalid(place, "a day such as 2026-01-31");
  return value;
};

export const oneOf =
  <T extends string>(...values: readonly T[]): Shape<T> =>
  (value, place) => {
    const found = values.find((known) => known === value);
    if (found === undefined) throw invalid(place, `one of ${values.join(", ")}`);
    return found;
  };

/** SHA-256 in hexadecimal, or nothing. */
export const fingerprint: Shape<string> = (value, place) => {
  if (typeof value !== "string" || !/^(?:[0-9a-f]{64})?$/.test(value)) throw invalid(place, "a fingerprint");
  return value;
};

/** Any JSON. What has come out of a JSON text is nothing else. */
export const json: Shape<PropertyValue> = (value, place) => {
  if (value === undefined) throw invalid(place, "a value");
  return value as PropertyValue;
};

export const record: Shape<Record<string, PropertyValue>> = (value, place) => {
  if (!isObject(value)) throw invalid(place, "an object");
  return value as Record<string, PropertyValue>;
};

export const list =
  <T>(item: Shape<T>): Shape<T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) throw invalid(place, "a list");
    return value.map((entry, index) => item(entry, `${place}[${index}]`));
  };

/** Marks a member that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

type Members = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;
type Given<M extends Members> = {
  readonly [K in keyof M as M[K] extends Shape<unknown> ? K : never]: M[K] extends Shape<infer T> ? T : never;
} & {
  readonly [K in keyof M as M[K] extends Optional<unknown> ? K : never]?: M[K] extends Optional<infer T> ? T : never;
};

/** An object of exactly these members: one too many is a slip or another format, and is not passed over in silence. */
export const object =
  <M extends Members>(members: M): Shape<Given<M>> =>
  (value, place) => {
    if (!isObject(value)) throw invalid(place, "an object");
    const inside = (name: string): string => (place === "" ? name : `${place}.${name}`);
    const surplus = Object.keys(value).find((name) => !Object.prototype.hasOwnProperty.call(members, name));
    if (surplus !== undefined) throw invalid(inside(surplus), "nothing of this name");
    const result: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(members)) {
      const shape = typeof member === "function" ? member : member.optional;
      if (typeof member === "function" || value[name] !== undefined) result[name] = shape(value[name], inside(name));
    }
    return result as Given<M>;
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
