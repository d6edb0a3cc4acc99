import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { QueryOptions } from "../../odata/query";
import { equalValues, possibleValues } from "../../odata/conditions";
import { leavesOf } from "../../odata/expression";
import { PlatformFault } from "../../engine/fault";
import { plainText } from "../../odata/plainText";
import { ACTIVE_LAYER, type Row, type StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { summaryColumns } from "./summaryColumns";
import { summaryRow } from "./summaryRow";

/** Long enough for a link of more than any URL limit. */
const COOKIE_LENGTH = 3000;

function totalsOf(types: Iterable<number>): Map<number, number> {
  const totals = new Map<number, number>();
  for (const type of types) totals.set(type, (totals.get(type) ?? 0) + 1);
  return totals;
}

/** Kinds that belong to a table, where no membership row says so: in Default, and below a table with all its assets. */
const BELOW_TABLES: ReadonlySet<number> = new Set([
  ComponentType.Attribute,
  ComponentType.Relationship,
  ComponentType.EntityRelationship,
  ComponentType.EntityKey,
  ComponentType.Form,
  ComponentType.SavedQuery,
  ComponentType.SavedQueryVisualization,
  ComponentType.SystemForm,
  ComponentType.AttributeImageConfig,
  ComponentType.EntityImageConfig,
]);

/** Components of a solution; `root` = what it lists first, without the subcomponents of its tables. */
function membersOf(context: ServerContext, solutionId: string): readonly Member[] {
  return context.index.untilChanged(`members ${solutionId}`, () => newMembersOf(context, solutionId));
}

interface Member {
  readonly component: StoredComponent;
  readonly root: boolean;
}

function newMembersOf(context: ServerContext, solutionId: string): Member[] {
  const { store } = context.environment;
  const rows = new Map(store.membershipsIn(solutionId).map((row) => [row.componentId, row]));
  if (!store.solution(solutionId)) return [];
  return context.environment.componentsOf(solutionId).map((component) => {
    const row = rows.get(component.id);
    return { component, root: row ? row.rootMembershipId === null : !BELOW_TABLES.has(component.type) };
  });
}

/** Columns whose conditions make a query over one solution see subcomponents too (fact sheet §3.2, §16). */
const WIDENING: ReadonlySet<string> = new Set(["msdyn_primaryentityname", "msdyn_objectid", "msdyn_name"]);

function seesSubcomponents(query: QueryOptions): boolean {
  return [...leavesOf(query.filter)].some((leaf) => WIDENING.has(leaf.path));
}

/** Number of components that a count row tells for each type. */
export function countsOf(context: ServerContext, solutionId: string): ReadonlyMap<number, number> {
  const all = context.options.habits.countSummaries === "all";
  const counted = membersOf(context, solutionId).filter((member) => all || member.root);
  return totalsOf(counted.map((member) => member.component.type));
}

function rowsOfSolution(context: ServerContext, solutionId: string, query: QueryOptions): Row[] {
  const members = membersOf(context, solutionId);
  const totals = context.index.untilChanged(`totals ${solutionId}`, () =>
    totalsOf(members.map(({ component }) => component.type)),
  );
  const wide = seesSubcomponents(query);
  const listed = members.filter((member) => wide || member.root).map(({ component }) => component);
  return rowsThatMayMatch(context, listed, query, { solutionId, totals });
}

function rowsOfEnvironment(context: ServerContext, query: QueryOptions): Row[] {
  const { components } = context.environment.state;
  const totals = context.index.of(components, "totals", () => totalsOf(components.map(({ type }) => type)));
  const rows = rowsThatMayMatch(context, components, query, { solutionId: null, totals });
  return asksForFlag(query) ? flaggedOfEnvironment(context, rows) : rows;
}

/** What is the same for all rows of one answer. */
interface Scope {
  /** Solution whose members are listed; null for queries over the whole environment. */
  readonly solutionId: string | null;
  /** Number of components by type. */
  readonly totals: ReadonlyMap<number, number>;
}

/** What scans ask by, read off the component: rows that cannot match are not even made. */
const NARROWING: Readonly<Record<string, (component: StoredComponent) => string | undefined>> = {
  msdyn_componenttype: ({ type }) => String(type),
  msdyn_objectid: ({ id }) => id,
  msdyn_primaryentityname: ({ table }) => table ?? "",
  // Without an Active layer on top the flag is false for certain; with one, the row itself decides.
  msdyn_hasactivecustomization: ({ layers }) => (layers.at(-1)?.solution === ACTIVE_LAYER ? undefined : "false"),
};

function rowsThatMayMatch(
  context: ServerContext,
  components: readonly StoredComponent[],
  query: QueryOptions,
  scope: Scope,
): Row[] {
  const tests = Object.entries(NARROWING).flatMap(([column, valueOf]) => {
    const values = possibleValues(query.filter, column);
    return values ? [{ valueOf, values }] : [];
  });
  const mayMatch = (component: StoredComponent): boolean =>
    tests.every(({ valueOf, values }) => {
      const value = valueOf(component);
      return value === undefined || values.has(value);
    });
  return components.filter(mayMatch).map((component) => ({
    ...summaryRow(component, context),
    msdyn_solutionid: scope.solutionId,
    msdyn_total: scope.totals.get(component.type) ?? 0,
  }));
}

function asksForFlag(query: QueryOptions): boolean {
  return [...leavesOf(query.filter)].some((leaf) => leaf.path === "msdyn_hasactivecustomization");
}

/** Whether the flag can be asked for without a solution is known from one client only (§3.2, §14.3): a switch. */
function flaggedOfEnvironment(context: ServerContext, rows: Row[]): Row[] {
  switch (context.options.habits.environmentFlagQuery) {
    case "complete":
      return rows;
    case "refused":
      throw new PlatformFault(
        "0x80040224",
        "The condition on attribute 'msdyn_hasactivecustomization' needs a condition on 'msdyn_solutionid'.",
      );
    case "incomplete": {
      const flagged = rows.filter((row) => plainText(row.msdyn_hasactivecustomization).toLowerCase() === "true");
      const missed = new Set(flagged.filter((_row, index) => index % 3 === 0));
      return rows.filter((row) => !missed.has(row));
    }
  }
}

/** Fact sheet §3. A query over several solutions answers for the first one only. */
export const solutionComponentSummaries: Table = {
  entitySet: "msdyn_solutioncomponentsummaries",
  logicalName: "msdyn_solutioncomponentsummary",
  primaryKey: "msdyn_solutioncomponentsummaryid",
  primaryName: "msdyn_name",
  readPrivileges: ["prvReadmsdyn_solutioncomponentsummary"],
  columns: summaryColumns,
  navigations: [],
  rows: (context, query) => {
    const [solutionId] = equalValues(query.filter, "msdyn_solutionid");
    return solutionId === undefined
      ? rowsOfEnvironment(context, query)
      : rowsOfSolution(context, solutionId.toLowerCase(), query);
  },
  cookieFiller: (row) => JSON.stringify(row).padEnd(COOKIE_LENGTH, " ").slice(0, COOKIE_LENGTH),
};
