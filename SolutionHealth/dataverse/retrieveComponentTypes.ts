import { queryText } from "./odata";
import type { Transport } from "./transport";
import { numberOf, textOf } from "./wire";

/** The row count of this table is not known [?], so it is read in pages (fact sheet §2.4). */
const componentTypesQuery = (): string =>
  `solutioncomponentdefinitions${queryText({ $select: "solutioncomponenttype,name,primaryentityname" })}`;

/** The platform's names of this environment's component types by number. @throws DataverseError */
export async function retrieveComponentTypes(
  transport: Transport,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  for (const row of await transport.getRows(componentTypesQuery(), signal && { signal })) {
    const type = numberOf(row, "solutioncomponenttype");
    const name = textOf(row, "name") ?? textOf(row, "primaryentityname");
    if (type !== undefined && name !== undefined) names.set(type, name);
  }
  return names;
}
