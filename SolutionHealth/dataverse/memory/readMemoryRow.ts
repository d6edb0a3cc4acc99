import type { Guid } from "../../domain/model/guid";
import type { Transport } from "../transport";
import { isRow, type WireRow } from "../wire";
import { acceptedQuery } from "./decisionRows";
import { MEMORY_TABLES, type MemoryTable } from "./memoryTables";
import { plansQuery } from "./planRows";
import { snapshotsQuery } from "./snapshotRows";

const QUERIES: Readonly<Record<MemoryTable, () => string>> = {
  plan: plansQuery,
  accepted: acceptedQuery,
  snapshot: snapshotsQuery,
};

/** One row with the columns its list is read with; what a write made of it. @throws DataverseError */
export async function readMemoryRow(table: MemoryTable, id: Guid, transport: Transport): Promise<WireRow> {
  const query = QUERIES[table]();
  const options = query
    .slice(query.indexOf("?") + 1)
    .split("&")
    .filter((option) => !option.startsWith("$filter"));
  const row = await transport.get(`${MEMORY_TABLES[table].entitySet}(${id})?${options.join("&")}`, {
    formattedValues: true,
  });
  return isRow(row) ? row : {};
}
