import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import type { InstalledSolution } from "../../domain/model/solution";
import type { UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { nameKey } from "../../domain/solutions/solutionNames";
import { componentsOfTypeQuery, subcomponentsQuery, SUMMARY_PAGE, toComponent } from "../retrieveComponentSummaries";
import { retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import type { MemberBook } from "./memberBook";
import { nameMembers, unreadMembers } from "./readMembers";

const DEFAULT_SOLUTION = "default";

export interface PartsChoice {
  /** All solutions that are installed. */
  readonly solutions: readonly InstalledSolution[];
  readonly leaving: readonly InstalledSolution[];
  /** Whether a table or an environment variable of theirs may go as a whole. */
  readonly mayGo: (component: SolutionComponent) => boolean;
}

/** One listing, and what its rows are to be. */
interface Listing {
  readonly path: string;
  readonly solution: InstalledSolution;
  readonly table?: string;
  readonly takes: (component: SolutionComponent) => boolean;
}

/**
 * What hangs below the tables of leaving solutions. Where a table may go, everything goes that hangs below it, whoever
 * made it: it is listed by the Default solution, which holds all components (fact sheet §1.3). Where it stays, only what
 * these solutions say they hold. Likewise the values of environment variables.
 * @returns what could not be read @throws DataverseError "cancelled" or "signedOut"
 */
export async function readParts(
  choice: PartsChoice,
  book: MemberBook,
  transport: Transport,
  signal: AbortSignal,
): Promise<UnreadFact[]> {
  const unread = book.nameless().filter(isTable).map(unreadTable);
  const listings = listingsOf(choice, book);
  const items = await retrieveRowsOfMany(
    listings.map(({ path }) => path),
    transport,
    { pageSize: SUMMARY_PAGE, signal },
  );
  for (const [index, { solution, table, takes }] of listings.entries()) {
    const item = items[index];
    if (item?.status === "failed") unread.push(unreadMembers(solution, item.error, table));
    const components = item?.status === "read" ? item.rows.flatMap((row) => toComponent(row) ?? []) : [];
    for (const component of components) if (takes(component) || book.has(component)) book.enter(component);
  }
  await nameMembers(book, transport, signal, () => true);
  return unread;
}

function listingsOf(choice: PartsChoice, book: MemberBook): Listing[] {
  const everything = choice.solutions.find(({ uniqueName }) => nameKey(uniqueName) === DEFAULT_SOLUTION);
  const goingVariables = new Set<string>();
  const listings: Listing[] = [];
  for (const { component, heldBy } of book.all()) {
    if (component.type === ComponentType.EnvironmentVariableDefinition && choice.mayGo(component)) {
      goingVariables.add(component.name);
    }
    if (!isTable(component) || isNameless(component)) continue;
    if (everything && choice.mayGo(component)) listings.push(listingOf(everything, component.name, hangsBelow));
    else {
      const holding = choice.leaving.filter(({ id }) => heldBy.size === 0 || heldBy.has(id));
      listings.push(...holding.map((solution) => listingOf(solution, component.name, isManaged)));
    }
  }
  if (everything && goingVariables.size > 0) listings.push(valueListing(everything, goingVariables));
  return listings;
}

const isTable = ({ type }: SolutionComponent): boolean => type === ComponentType.Entity;

const isNameless = ({ id, name }: SolutionComponent): boolean => id === name;

/** By its name alone can be asked what hangs below a table. */
const unreadTable = ({ id }: SolutionComponent): UnreadFact => ({
  what: "members",
  table: id,
  why: { reason: "notRead" },
});

const listingOf = (solution: InstalledSolution, table: string, takes: Listing["takes"]): Listing => ({
  path: subcomponentsQuery(solution.id, table),
  solution,
  table,
  takes,
});

/** A value bears the name of its variable. */
const valueListing = (solution: InstalledSolution, variables: ReadonlySet<string>): Listing => ({
  path: componentsOfTypeQuery(solution.id, ComponentType.EnvironmentVariableValue),
  solution,
  takes: ({ name }) => variables.has(name),
});

/** Processes are about a table, yet no part of it: one that stays and needs the table stands in the way (§7). */
const hangsBelow = ({ type }: SolutionComponent): boolean => type !== ComponentType.Workflow;

/** What was added here belongs to no managed solution, whatever its listing says. */
const isManaged = ({ managed }: SolutionComponent): boolean => managed !== false;
