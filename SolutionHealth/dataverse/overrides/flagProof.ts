import { ComponentType } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import { DataverseError } from "../errors";
import { retrieveRootComponents, retrieveSubcomponents } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";

/** Whether the environment-wide answer can be relied on. */
export type FlagProof =
  | { readonly verdict: "complete"; readonly provenBy: readonly string[] }
  | { readonly verdict: "incomplete" }
  /** No solution looked at has flagged components to compare with. */
  | { readonly verdict: "unproven" };

/** Solutions with flagged components that must agree, and how many are looked at to find them. */
const WITNESSES = 2;
const MOST_LOOKED_AT = 6;
/** Tables of one solution that are looked through. */
const TABLES_A_SOLUTION = 6;

/**
 * Compares the environment-wide answer with what some solutions say of themselves: every component they flag must be in
 * it. A witness counts only with a flagged component below a table, since these are what queries over summaries leave
 * out in silence (fact sheet §3.2).
 * @throws DataverseError "cancelled", "signedOut"
 */
export async function proveFlags(
  all: readonly SolutionComponent[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal: AbortSignal,
): Promise<FlagProof> {
  const known = new Set(all.map(keyOf));
  const provenBy: string[] = [];
  for (const solution of inOrder(solutions).slice(0, MOST_LOOKED_AT)) {
    const { roots, below } = await flaggedOf(solution, transport, signal);
    if ([...roots, ...below].some((component) => !known.has(keyOf(component)))) return { verdict: "incomplete" };
    if (below.length > 0) provenBy.push(solution.uniqueName);
    if (provenBy.length === WITNESSES) break;
  }
  return provenBy.length === 0 ? { verdict: "unproven" } : { verdict: "complete", provenBy };
}

/** What was installed or updated last is the likeliest to have been worked on. */
function inOrder(solutions: readonly InstalledSolution[]): InstalledSolution[] {
  const changed = ({ updatedOn, installedOn }: InstalledSolution): number => (updatedOn ?? installedOn)?.getTime() ?? 0;
  return [...solutions].sort((a, b) => changed(b) - changed(a) || (a.uniqueName < b.uniqueName ? -1 : 1));
}

/** Flagged components of one solution. */
interface Flagged {
  readonly roots: readonly SolutionComponent[];
  readonly below: readonly SolutionComponent[];
}

const isFlagged = ({ managed, hasActiveCustomization }: SolutionComponent): boolean =>
  managed !== false && hasActiveCustomization === true;

/** A solution that cannot be read is no witness. */
async function flaggedOf({ id }: InstalledSolution, transport: Transport, signal: AbortSignal): Promise<Flagged> {
  try {
    const roots = await retrieveRootComponents(id, transport, signal);
    const tables = roots.filter(({ type }) => type === ComponentType.Entity).slice(0, TABLES_A_SOLUTION);
    const below = await Promise.all(tables.map(({ name }) => retrieveSubcomponents(id, name, transport, signal)));
    return { roots: roots.filter(isFlagged), below: below.flat().filter(isFlagged) };
  } catch (error) {
    if (error instanceof DataverseError && error.kind !== "cancelled" && error.kind !== "signedOut") {
      return { roots: [], below: [] };
    }
    throw error;
  }
}

const keyOf = ({ type, id }: SolutionComponent): string => `${type} ${id}`;
