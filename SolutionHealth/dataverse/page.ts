import { DataverseError } from "./errors";
import { type WireRow, isRow } from "./wire";

/** One page of a collection. */
export interface Page {
  readonly rows: readonly WireRow[];
  readonly nextLink?: string;
}

/** @throws DataverseError "unreadable" when the answer is not a collection */
export function readPage(body: unknown): Page {
  const { value, "@odata.nextLink": nextLink } = isRow(body) ? body : {};
  if (!Array.isArray(value) || !value.every(isRow)) {
    throw new DataverseError("unreadable", "The answer is not a list of rows.");
  }
  return { rows: value, ...(typeof nextLink === "string" && nextLink !== "" && { nextLink }) };
}
