import { forEachAtOnce } from "../dataverse/atOnce";
import { retrieveComponentCounts } from "../dataverse/retrieveComponentCounts";
import { retrieveRootComponents, retrieveSubcomponents } from "../dataverse/retrieveComponentSummaries";
import type { Transport } from "../dataverse/transport";
import type { SolutionComponent } from "../domain/model/component";
import { ComponentType } from "../domain/model/componentType";
import type { Guid } from "../domain/model/guid";
import { toFailure } from "./failure";
import type { ComponentList, Progress } from "./model";

/** Tables asked at once: fewer than the transport would send, so that other reads do not wait behind hundreds. */
const TABLES_AT_ONCE = 4;

type Unread = ComponentList["unread"][number];

/**
 * Reads what a solution holds: root components, then what hangs below each of its tables (fact sheet §3.2).
 * A table that cannot be read, for example because the signal aborted, is named in `unread`; the rest stands.
 * @param onProgress told the list so far, after the roots and after each table
 * @throws DataverseError when the root components cannot be read
 */
export async function readComponents(
  solutionId: Guid,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (list: ComponentList, progress: Progress) => void,
): Promise<ComponentList> {
  const [roots, totals] = await Promise.all([
    retrieveRootComponents(solutionId, transport, signal),
    // Totals are a help: without them the list is still good.
    retrieveComponentCounts(solutionId, transport, signal).catch(() => undefined),
  ]);
  const found = new Map(roots.map((component) => [keyOf(component), component]));
  const tables = roots.filter((root) => root.type === ComponentType.Entity).map((root) => root.name);
  const unread: Unread[] = [];
  let done = 0;
  const soFar = (complete: boolean): ComponentList => ({
    components: [...found.values()],
    complete,
    unread: [...unread],
    ...(totals && { totals }),
  });

  onProgress(soFar(false), { stage: "tables", done, total: tables.length });
  await forEachAtOnce(tables, TABLES_AT_ONCE, async (table) => {
    try {
      const rows = await retrieveSubcomponents(solutionId, table, transport, signal);
      for (const component of rows) found.set(keyOf(component), component);
    } catch (error) {
      unread.push({ table, failure: toFailure(error) });
    }
    done += 1;
    if (!signal.aborted) onProgress(soFar(false), { stage: "tables", done, total: tables.length });
  });
  return soFar(unread.length === 0);
}

/** The summaries carry no id of their own (fact sheet §3.1). */
const keyOf = ({ type, id }: SolutionComponent): string => `${type} ${id}`;
