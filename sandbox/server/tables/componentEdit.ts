import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { Column } from "../../odata/column";
import { invalidParameter, unknownProperty } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";

/** Columns that the platform keeps itself: a client's values for them are passed over [?]. */
const KEPT_BY_PLATFORM: ReadonlySet<string> = new Set([
  "ismanaged",
  "createdon",
  "modifiedon",
  "overwritetime",
  "componentstate",
  "versionnumber",
  "solutionid",
]);

interface EditedTable {
  readonly logicalName: string;
  readonly primaryKey: string;
  /** Columns with a value of their own, besides those every table has. */
  readonly own: readonly Column[];
}

/** Packages carry numbers as text, and so do layers made from them: what reads as a number may be written back so. */
function fits(value: PropertyValue, column: Column): boolean {
  if (value === null || column.type === "json") return true;
  if (column.type === "boolean") return typeof value === "boolean";
  if (column.type !== "integer") return typeof value === "string";
  return Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
}

/**
 * The properties that a PATCH of a component's row sets.
 * @param properties what the component has: kinds have more columns than this environment lists.
 * @throws PlatformFault 400 for a column the table does not have, or a value of another type.
 */
export function editOf(values: Row, table: EditedTable, properties: Row): Row {
  const edit: Row = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.includes("@") || name === table.primaryKey || KEPT_BY_PLATFORM.has(name)) continue;
    const column = table.own.find((known) => known.name === name);
    if (!column && !(name in properties)) throw unknownProperty(name, table.logicalName);
    if (column && !fits(value, column)) {
      throw invalidParameter(`Cannot convert the value of the property '${name}' to the expected type.`);
    }
    edit[name] = value;
  }
  return edit;
}
