import type { Guid } from "../../domain/model/guid";
import type { AcceptedOverride } from "../../domain/overrides/acceptedOverride";
import { type WireRow, dateOf, guidOf, labelOf, numberOf, present, textOf } from "../wire";
import { DECISION_VALUES, KIND_VALUES, MEMORY_TABLES, optionOf } from "./memoryTables";
import { INACTIVE, type RowBody } from "./memoryWrites";
import { dayOf } from "./planRows";

/** An accepted override as it is kept. */
export interface KeptOverride {
  readonly id: Guid;
  readonly etag?: string;
  readonly entry: AcceptedOverride;
}

/** Longest texts of their columns. Both are for people, and cut off rather than refused. */
const LONGEST = { name: 300, acceptedBy: 200 } as const;

/** @returns undefined for a row that is not about an override, says not which, or was deactivated */
export function toAcceptedOverride(row: WireRow): KeptOverride | undefined {
  const rowKey = guidOf(row, MEMORY_TABLES.accepted.key);
  const componentId = guidOf(row, "shl_componentid");
  const typeName = textOf(row, "shl_typename");
  const fingerprint = textOf(row, "shl_fingerprint");
  const acceptedOn = dateOf(row, "shl_acceptedon") ?? dateOf(row, "createdon");
  if (!isAboutOverride(row)) return undefined;
  if (!rowKey || !componentId || !typeName || !fingerprint || !acceptedOn) return undefined;
  const etag = textOf(row, "@odata.etag");
  return {
    id: rowKey,
    ...(etag !== undefined && { etag }),
    entry: {
      typeName,
      id: componentId,
      fingerprint,
      name: textOf(row, "shl_name") ?? componentId,
      properties: propertiesOf(row),
      // A reason is asked for by the page and by files; a row made by hand may have none.
      reason: textOf(row, "shl_reason") ?? "–",
      acceptedOn: acceptedOn.toISOString(),
      ...present({
        acceptedBy: textOf(row, "shl_acceptedby") ?? labelOf(row, "_createdby_value"),
        expiresOn: dayOf(row, "shl_until"),
      }),
    },
  };
}

const isAboutOverride = (row: WireRow): boolean =>
  optionOf(KIND_VALUES, numberOf(row, "shl_kind")) === "override" && numberOf(row, "statecode") !== INACTIVE;

export const overrideBody = (entry: AcceptedOverride): RowBody => ({
  shl_name: cut(entry.name, LONGEST.name),
  shl_kind: KIND_VALUES.override,
  shl_decision: DECISION_VALUES.accept,
  shl_typename: entry.typeName,
  shl_componentid: entry.id,
  shl_properties: JSON.stringify(entry.properties),
  shl_fingerprint: entry.fingerprint,
  shl_reason: entry.reason,
  shl_until: entry.expiresOn ?? null,
  shl_acceptedby: entry.acceptedBy === undefined ? null : cut(entry.acceptedBy, LONGEST.acceptedBy),
  shl_acceptedon: entry.acceptedOn,
});

const cut = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

function propertiesOf(row: WireRow): readonly string[] {
  try {
    const value: unknown = JSON.parse(textOf(row, "shl_properties") ?? "[]");
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}
