import { normaliseGuid } from "../../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { PlatformFault } from "../../engine/fault";
import type { ColumnType } from "../../odata/column";
import { plainText } from "../../odata/plainText";
import { invalidParameter } from "../../odata/syntaxFault";
import type { DataColumn } from "./dataColumn";

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const LARGEST_INT = 2 ** 31 - 1;

function notConverted(value: PropertyValue, edm: string): Error {
  return invalidParameter(`Cannot convert the literal '${JSON.stringify(value)}' to the expected type '${edm}'.`);
}

/** Numbers travel as numbers: the text "5" is refused, and says so in words that few understand. */
function requireNumber(value: PropertyValue, edm: string): number {
  if (typeof value === "number") return value;
  throw invalidParameter(
    `Cannot convert a value to target type '${edm}' because of conflict between input format string/number and ` +
      "parameter 'IEEE754Compatible' false/true.",
  );
}

function wholeNumber(value: PropertyValue): number {
  const number = requireNumber(value, "Edm.Int32");
  if (!Number.isInteger(number) || Math.abs(number) > LARGEST_INT) throw notConverted(value, "Edm.Int32");
  return number;
}

function isRealDate(text: string): boolean {
  return (
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10))
  );
}

function moment(value: PropertyValue): string {
  if (typeof value !== "string" || !(MOMENT.test(value) || DAY.test(value)) || !isRealDate(value)) {
    throw notConverted(value, "Edm.DateTimeOffset");
  }
  if (MOMENT.exec(value)?.[1] === undefined) {
    throw invalidParameter(
      `The time zone information is missing on the DateTimeOffset value '${value}'. A DateTimeOffset value must ` +
        "contain the time zone information.",
    );
  }
  return new Date(value).toISOString().replace(/\.\d+Z$/, "Z");
}

function day(value: PropertyValue): string {
  if (typeof value === "string" && DAY.test(value) && isRealDate(value)) return value;
  throw notConverted(value, "Edm.Date");
}

function text(value: PropertyValue): string {
  if (typeof value === "string") return value;
  throw notConverted(value, "Edm.String");
}

function guid(value: PropertyValue): string {
  const id = typeof value === "string" ? normaliseGuid(value) : undefined;
  if (id === undefined) throw notConverted(value, "Edm.Guid");
  return id;
}

function flag(value: PropertyValue): boolean {
  if (typeof value === "boolean") return value;
  throw notConverted(value, "Edm.Boolean");
}

const READERS: Readonly<Partial<Record<ColumnType, (value: PropertyValue) => PropertyValue>>> = {
  boolean: flag,
  date: moment,
  dateonly: day,
  decimal: (value) => requireNumber(value, "Edm.Decimal"),
  guid,
  integer: wholeNumber,
  picklist: wholeNumber,
  string: text,
};

function checkRange(column: DataColumn, value: PropertyValue, logicalName: string): void {
  if (column.type === "picklist" && column.labels && !(Number(value) in column.labels)) {
    throw new PlatformFault(
      "0x8004431a",
      `A validation error occurred. The value ${plainText(value)} of '${column.name}' on record of type ` +
        `'${logicalName}' is outside the valid range. Accepted Values: ${Object.keys(column.labels).join(",")}`,
    );
  }
  if (column.maxLength !== undefined && typeof value === "string" && value.length > column.maxLength) {
    throw new PlatformFault(
      "0x80044331",
      `A validation error occurred. The length of the '${column.name}' attribute of the '${logicalName}' entity ` +
        `exceeded the maximum allowed length of '${column.maxLength}'.`,
    );
  }
}

/**
 * The value as the row keeps it: moments as UTC, ids in lower case.
 * @throws PlatformFault 400 for a value of another type, an option that is none, a text that is too long
 */
export function columnValue(column: DataColumn, value: PropertyValue, logicalName: string): PropertyValue {
  if (value === null) return null;
  const kept = (READERS[column.type] ?? text)(value);
  checkRange(column, kept, logicalName);
  return kept;
}
