import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { QueryOptions } from "../../odata/query";
import { equalValues } from "../../odata/conditions";
import { leavesOf } from "../../odata/expression";
import type { Row, StoredComponent } from "../../store/model";
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
function membersOf(context: ServerContext, solutionId: string): { component: StoredComponent; root: boolean }[] {
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
  const totals = totalsOf(members.map(({ component }) => component.type));
  const wide = seesSubcomponents(query);
  return members
    .filter((member) => wide || member.root)
    .map(({ component }) => summaryRow(component, { context, solutionId, totals }));
}

function rowsOfEnvironment(context: ServerContext): Row[] {
  const { components } = context.environment.state;
  const totals = totalsOf(components.map((component) => component.type));
  return components.map((component) => summaryRow(component, { context, solutionId: null, totals }));
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
      ? rowsOfEnvironment(context)
      : rowsOfSolution(context, solutionId.toLowerCase(), query);
  },
  cookieFiller: (row) => JSON.stringify(row).padEnd(COOKIE_LENGTH, " ").slice(0, COOKIE_LENGTH),
};
