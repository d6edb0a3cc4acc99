import type { Guid } from "../../domain/model/guid";
import type { Transport } from "../transport";

/** A component as the actions name it: by its backing table (fact sheet §6.1). */
export interface TableReference {
  /** Logical name, lower case: `systemform`, `savedquery`, … */
  readonly logicalName: string;
  readonly id: Guid;
}

/**
 * The action of nearly the same name as the function; some components are known to be taken by one of them only [?].
 * @throws DataverseError, with `outcomeUnknown` where it may have taken effect
 */
export async function removeActiveCustomization(
  { logicalName, id }: TableReference,
  transport: Transport,
  signal?: AbortSignal,
): Promise<void> {
  await transport.post("RemoveActiveCustomization", { LogicalName: logicalName, Id: id }, signal && { signal });
}
