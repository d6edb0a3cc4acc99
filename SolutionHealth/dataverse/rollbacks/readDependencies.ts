import type { InstalledSolution } from "../../domain/model/solution";
import type { UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { concernsOneRead, DataverseError } from "../errors";
import type { Transport } from "../transport";
import { toNotKnown } from "./notKnown";
import {
  type Dependency,
  type DependencyEnd,
  retrieveDependenciesForDelete,
  retrieveDependenciesForUninstall,
} from "./retrieveDependencies";

export interface DependenciesRead {
  readonly dependencies: readonly Dependency[];
  /** The server was asked about the uninstall itself. */
  readonly ofUninstall: boolean;
  readonly unread: readonly UnreadFact[];
}

/** Components asked for one by one at most: beyond that it would take as long as nobody waits. */
const DELETED_AT_MOST = 400;

/**
 * What stands in the way of uninstalling one solution. Whether the server takes a patch's name is not confirmed
 * (fact sheet §6.2 [?]): where it does not, the components that would be deleted are asked for one by one.
 * @param deleted components that go with this patch, as far as memberships tell
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readDependencies(
  solution: InstalledSolution,
  deleted: () => readonly DependencyEnd[],
  transport: Transport,
  signal: AbortSignal,
): Promise<DependenciesRead> {
  try {
    return {
      dependencies: await retrieveDependenciesForUninstall(solution, transport, signal),
      ofUninstall: true,
      unread: [],
    };
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    const components = solution.parentId !== undefined && isRefusal(error) ? deleted() : undefined;
    if (components === undefined)
      return { dependencies: [], ofUninstall: false, unread: [unreadDependencies(error, solution)] };
    return readDeletions(components, transport, signal, solution);
  }
}

/** The server has answered, and does not want to. */
const isRefusal = ({ kind }: DataverseError): boolean => ["badRequest", "notFound", "server"].includes(kind);

/**
 * What stands in the way of deleting components together, each asked for by itself.
 * @param solution with which they go, where it is one alone
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readDeletions(
  components: readonly DependencyEnd[],
  transport: Transport,
  signal: AbortSignal,
  solution?: InstalledSolution,
): Promise<DependenciesRead> {
  if (components.length > DELETED_AT_MOST) {
    const unread: UnreadFact = { what: "dependencies", why: { reason: "notRead" }, ...nameOf(solution) };
    return { dependencies: [], ofUninstall: false, unread: [unread] };
  }
  const going = new Set(components.map(({ id }) => id));
  const answers = await retrieveDependenciesForDelete(components, transport, signal);
  const failed = answers.find((answer) => answer instanceof DataverseError);
  return {
    dependencies: answers
      .flatMap((answer) => (answer instanceof DataverseError ? [] : answer))
      // Those that go along stand in nobody's way; only these functions list them.
      .filter(({ dependent }) => !going.has(dependent.id)),
    ofUninstall: false,
    unread: failed instanceof DataverseError ? [unreadDependencies(failed, solution)] : [],
  };
}

const unreadDependencies = (error: DataverseError, solution?: InstalledSolution): UnreadFact => ({
  what: "dependencies",
  why: toNotKnown(error),
  ...nameOf(solution),
});

const nameOf = (solution?: InstalledSolution): Pick<UnreadFact, "solution"> =>
  solution ? { solution: solution.uniqueName } : {};
