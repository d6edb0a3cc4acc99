import type { SolutionComponent } from "../../domain/model/component";
import type { Guid } from "../../domain/model/guid";
import { quoted } from "../odata";
import { idConditions } from "../overrides/idList";
import { summariesQuery, toComponent } from "../retrieveComponentSummaries";
import { retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";

/** Component by type and id: ids of different kinds need not differ (fact sheet §3.1). */
export type ComponentNames = ReadonlyMap<string, SolutionComponent>;

export const nameKeyOf = ({ type, id }: { readonly type: number; readonly id: Guid }): string => `${type} ${id}`;

/**
 * What the summaries say of components wherever they are, by lists of ids, which are text here (fact sheet §3.2). What
 * cannot be read is left out: names are a help.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveNames(
  ids: readonly Guid[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ComponentNames> {
  const paths = idConditions("msdyn_objectid", ids, quoted).map(summariesQuery);
  const names = new Map<string, SolutionComponent>();
  for (const item of await retrieveRowsOfMany(paths, transport, { signal })) {
    for (const row of item.status === "read" ? item.rows : []) {
      const component = toComponent(row);
      if (component) names.set(nameKeyOf(component), component);
    }
  }
  return names;
}
