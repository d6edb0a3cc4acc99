import { DataverseError } from "../errors";
import { type Author, retrieveAuthors } from "./retrieveAuthors";
import { retrieveHolders } from "./retrieveHolders";
import type { Transport } from "../transport";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { present } from "../../domain/present";
import type { OverrideOrigin } from "../../domain/overrides/listedOverride";

/**
 * Who changed components last and which visible unmanaged solutions hold them, in a few calls for all of them. What
 * cannot be read stays open: it says less, and nothing wrong.
 * @throws DataverseError "cancelled" only
 */
export async function readOrigins(
  components: readonly OverriddenComponent[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, OverrideOrigin>> {
  const unmanaged = new Map(
    solutions.filter(({ managed, visible }) => !managed && visible).map(({ id, displayName }) => [id, displayName]),
  );
  const [authors, holders] = await Promise.all([
    authorsOf(components, transport, signal),
    retrieveHolders(
      components.map(({ id }) => id),
      transport,
      signal,
    ).catch(openUnlessCancelled),
  ]);
  return new Map(
    components.map(({ key, id }) => {
      const names = holders?.get(id)?.flatMap((solution) => unmanaged.get(solution) ?? []);
      const unmanagedSolutions = names && [...new Set(names)].sort();
      return [key, { ...authors.get(id), ...present({ unmanagedSolutions }) }];
    }),
  );
}

async function authorsOf(
  components: readonly OverriddenComponent[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<Guid, Author>> {
  const types = new Map<string, Guid[]>();
  for (const { typeName, id } of components) types.set(typeName, [...(types.get(typeName) ?? []), id]);
  const found = await Promise.all(
    [...types].map(([typeName, ids]) => retrieveAuthors(typeName, ids, transport, signal).catch(openUnlessCancelled)),
  );
  return new Map(found.flatMap((authors) => [...(authors ?? [])]));
}

function openUnlessCancelled(error: unknown): undefined {
  if (error instanceof DataverseError && error.kind !== "cancelled") return undefined;
  throw error;
}
