import type { ComponentRef } from "../../domain/layers/componentLayer";
import type { Properties } from "../../domain/model/property";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { componentTable } from "./componentTables";

/**
 * Writes columns of a component through its ordinary table: an ordinary edit, which lands in the Active layer (fact sheet
 * §8.1). Sent once.
 * @throws DataverseError, with `outcomeUnknown` where it may have taken effect
 */
export async function updateComponentRow(
  { id, typeName }: ComponentRef,
  values: Properties,
  transport: Transport,
  signal?: AbortSignal,
): Promise<void> {
  const table = componentTable(typeName);
  const foreign = Object.keys(values).find((column) => !table?.writable.includes(column));
  if (table === undefined || foreign !== undefined) {
    throw new DataverseError("badRequest", `${typeName}${foreign ? `.${foreign}` : ""} is not written by the Web API.`);
  }
  await transport.patch(`${table.entitySet}(${id})`, values, signal && { signal });
}
