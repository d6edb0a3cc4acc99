import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Column, ColumnType } from "./column";

const date = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
});
const day = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });
const number = new Intl.NumberFormat("en-US");

type Form = (value: string | number | boolean, label: string | undefined) => string | undefined;

const grouped: Form = (value) => (typeof value === "number" ? number.format(value) : undefined);

const FORMS: Readonly<Partial<Record<ColumnType, Form>>> = {
  picklist: (value, label) => label ?? String(value),
  boolean: (value, label) => label ?? (value ? "Yes" : "No"),
  date: (value) => date.format(new Date(String(value))),
  dateonly: (value) => day.format(new Date(String(value))),
  integer: grouped,
  decimal: grouped,
};

/**
 * What the annotation `FormattedValue` says of a value, for a user whose language is English and whose zone is UTC.
 * @returns undefined for values that have no formatted form: texts, ids, null.
 */
export function formattedValue(value: PropertyValue | undefined, column: Column): string | undefined {
  if (value === null || value === undefined || typeof value === "object") return undefined;
  const form = FORMS[column.type];
  return form?.(value, column.labels?.[Number(value)]);
}
