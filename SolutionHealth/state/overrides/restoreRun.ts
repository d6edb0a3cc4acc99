import { DataverseError } from "../../dataverse/errors";
import { componentTable } from "../../dataverse/overrides/componentTables";
import { publishComponents } from "../../dataverse/overrides/publishComponents";
import { retrieveComponentRow } from "../../dataverse/overrides/retrieveComponentRow";
import { updateComponentRow } from "../../dataverse/overrides/updateComponentRow";
import type { Transport } from "../../dataverse/transport";
import type { Properties } from "../../domain/model/property";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import type { RestoreItem, RestoreResult } from "./model";
import { isSame } from "./restorePlan";

/** Writes one override back, once, and looks whether it is there. */
export async function restoreOne(item: RestoreItem, transport: Transport): Promise<RestoreResult> {
  const { component, values } = item;
  let failure: Failure | undefined;
  let refused = false;
  try {
    await updateComponentRow(component, valuesOf(item), transport);
  } catch (error) {
    failure = toFailure(known(error));
    refused = !known(error).outcomeUnknown;
  }
  if (refused && failure) return { component, outcome: "refused", failure };
  try {
    const row = await retrieveComponentRow(component, transport);
    const same = values.every(({ property, then }) => isSame(row?.[property] ?? null, then));
    if (same) return { component, outcome: "restored" };
    // After an answer that said nothing it may come yet: only a clear answer makes the difference certain.
    return failure ? { component, outcome: "unknown", failure } : { component, outcome: "different" };
  } catch (error) {
    return { component, outcome: "unknown", failure: failure ?? toFailure(known(error)) };
  }
}

/**
 * Makes what was written visible, and nothing else. That forms, views and the like need it after a write through their
 * tables follows from the platform's own designers doing so [?] (fact sheet §6.7).
 * @returns what went wrong, if something did
 */
export async function publishRestored(
  items: readonly RestoreItem[],
  tables: ReadonlyMap<string, string>,
  transport: Transport,
): Promise<Failure | undefined> {
  const components = items.map(({ component: { id, typeName, key, table } }) => {
    const owner = tables.get(key) ?? table;
    return { id, typeName, ...(owner !== undefined && { table: owner }) };
  });
  try {
    await publishComponents(components, transport);
    return undefined;
  } catch (error) {
    return toFailure(known(error));
  }
}

/** Table a form, view or chart belongs to, as its row says. */
export function owningTable(typeName: string, row: Properties | undefined): string | undefined {
  const column = componentTable(typeName)?.tableColumn;
  const value = column === undefined ? undefined : row?.[column];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const valuesOf = ({ values }: RestoreItem): Properties =>
  Object.fromEntries(values.map(({ property, then }) => [property, then]));

function known(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  throw error;
}
