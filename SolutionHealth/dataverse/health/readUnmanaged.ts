import type { LooseComponent } from "../../domain/health/deepFacts";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import { retrieveSummaries, summariesQuery } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";
import { readMembershipBook } from "./membershipBook";
import type { DeepReading } from "./readStackFacts";

/**
 * Custom components without a managed layer, with the visible unmanaged solutions that hold them. Text literals, since
 * boolean ones are refused; a query without a solution is what the maker portal asks too (fact sheet §3.2, §16).
 * @throws DataverseError
 */
export async function readUnmanaged(
  solutions: readonly InstalledSolution[],
  transport: Transport,
  { signal, onProgress = () => undefined }: DeepReading,
): Promise<LooseComponent[]> {
  const unmanaged = solutions.filter(({ managed, visible }) => !managed && visible);
  const [components, book] = await Promise.all([
    retrieveSummaries(summariesQuery("msdyn_ismanaged eq 'false'"), transport, signal),
    readMembershipBook(unmanaged, transport, signal, onProgress),
  ]);
  const [failed] = book.unread;
  // Without all of them something would be called loose that is not.
  if (failed) throw failed.error;
  return components
    .filter(({ managed, custom }) => managed === false && custom !== false)
    .map(({ id, type, displayName, table, modifiedOn }) => ({
      id,
      type,
      name: displayName,
      solutions: book.components.get(id)?.solutions ?? [],
      ...present({ table, modifiedOn }),
    }));
}
