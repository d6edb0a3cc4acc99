import { ComponentType } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import { isOwn } from "../../domain/health/platformSolutions";
import type { InstalledSolution } from "../../domain/model/solution";
import { forEachAtOnce } from "../atOnce";
import { concernsOneRead } from "../errors";
import { retrieveRootComponents, retrieveSubcomponents } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";

/** Whether the environment-wide answer can be relied on, as far as it was compared. */
export type FlagProof =
  | {
      readonly verdict: "complete";
      /** Unique names of the solutions that it was compared with table by table. */
      readonly provenBy: readonly string[];
      /** How many others, without Microsoft's, it was compared with by their own list and a few tables, and how many there are. */
      readonly compared: number;
      readonly others: number;
    }
  | { readonly verdict: "incomplete" }
  /** No solution looked at has flagged components to compare with. */
  | { readonly verdict: "unproven" };

/** Solutions with flagged components that must agree, and how many are looked at to find them. */
const WITNESSES = 2;
const MOST_LOOKED_AT = 6;
/** Tables of a witness that are looked through. */
const TABLES_A_WITNESS = 6;

/** Further solutions that are compared, in fewer of their tables: what lacks of one is not seen in another. */
const MOST_COMPARED = 40;
const TABLES_COMPARED = 2;
const COMPARED_AT_ONCE = 3;

/**
 * Compares the environment-wide answer with what solutions say of themselves: every component that they flag must be in it,
 * and every one of which they leave the flag out, since a query for the flag cannot find it (fact sheet §3.1). A witness
 * counts only with a flagged component below a table, since these are what queries over summaries leave out in silence
 * (§3.2). With two of them found, the others are compared by their own lists and a few tables each, those
 * that are not Microsoft's: to look through everything would cost what the one query saves.
 * @throws DataverseError "cancelled", "signedOut"
 */
export async function proveFlags(
  all: readonly SolutionComponent[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal: AbortSignal,
): Promise<FlagProof> {
  const known = new Set(all.map(keyOf));
  const lacksOf = ({ candidates }: Flagged): boolean => candidates.some((component) => !known.has(keyOf(component)));
  const order = inOrder(solutions);
  const provenBy: InstalledSolution[] = [];
  for (const solution of order.slice(0, MOST_LOOKED_AT)) {
    const flagged = await flaggedOf(solution, TABLES_A_WITNESS, transport, signal);
    if (flagged && lacksOf(flagged)) return { verdict: "incomplete" };
    if (flagged?.isWitness) provenBy.push(solution);
    if (provenBy.length === WITNESSES) break;
  }
  if (provenBy.length === 0) return { verdict: "unproven" };
  const others = order.filter((solution) => isOwn(solution) && !provenBy.includes(solution));
  const found: Flagged[] = [];
  // Layers are read meanwhile: in one line with them, how wide that line may be is not misjudged.
  const beside = inBackground(transport);
  await forEachAtOnce(others.slice(0, MOST_COMPARED), COMPARED_AT_ONCE, async (solution) => {
    if (found.some(lacksOf)) return;
    const flagged = await flaggedOf(solution, TABLES_COMPARED, beside, signal);
    if (flagged) found.push(flagged);
  });
  if (found.some(lacksOf)) return { verdict: "incomplete" };
  const names = provenBy.map(({ uniqueName }) => uniqueName);
  return { verdict: "complete", provenBy: names, compared: found.length, others: others.length };
}

const inBackground = (transport: Transport): Transport => ({
  ...transport,
  getRows: (path, options) => transport.getRows(path, { ...options, lane: "background" }),
});

/** What was installed or updated last is the likeliest to have been worked on. */
function inOrder(solutions: readonly InstalledSolution[]): InstalledSolution[] {
  const changed = ({ updatedOn, installedOn }: InstalledSolution): number => (updatedOn ?? installedOn)?.getTime() ?? 0;
  return [...solutions].sort((a, b) => changed(b) - changed(a) || (a.uniqueName < b.uniqueName ? -1 : 1));
}

/** What one solution says of its components. */
interface Flagged {
  /** Flagged, or without a flag. */
  readonly candidates: readonly SolutionComponent[];
  /** Something below a table is flagged, and not only left open. */
  readonly isWitness: boolean;
}

/** A component whose layers are to be read: flags that the server leaves out say nothing (fact sheet §3.1). */
export const isCandidate = ({ managed, hasActiveCustomization }: SolutionComponent): boolean =>
  managed !== false && hasActiveCustomization !== false;

/** @returns undefined where it cannot be read: such a solution proves nothing */
async function flaggedOf(
  { id }: InstalledSolution,
  mostTables: number,
  transport: Transport,
  signal: AbortSignal,
): Promise<Flagged | undefined> {
  try {
    const roots = await retrieveRootComponents(id, transport, signal);
    const tables = roots.filter(({ type }) => type === ComponentType.Entity).slice(0, mostTables);
    const parts = await Promise.all(tables.map(({ name }) => retrieveSubcomponents(id, name, transport, signal)));
    const below = parts.flat().filter(isCandidate);
    return {
      candidates: [...roots.filter(isCandidate), ...below],
      isWitness: below.some(({ hasActiveCustomization }) => hasActiveCustomization === true),
    };
  } catch (error) {
    if (concernsOneRead(error)) return undefined;
    throw error;
  }
}

const keyOf = ({ type, id }: SolutionComponent): string => `${type} ${id}`;
