import { ComponentType } from "../domain/model/componentType";
import type { SolutionComponent } from "../domain/model/component";
import type { Guid } from "../domain/model/guid";
import { queryText, quoted } from "./odata";
import type { Transport } from "./transport";
import { type WireRow, booleanOf, dateOf, guidOf, numberOf, present, textOf } from "./wire";

/** Columns that `retrieveSummaries` reads, for `$select`. */
export const SUMMARY_COLUMNS = [
  "msdyn_objectid",
  "msdyn_componenttype",
  "msdyn_name",
  "msdyn_displayname",
  "msdyn_schemaname",
  "msdyn_primaryentityname",
  "msdyn_ismanaged",
  "msdyn_iscustom",
  "msdyn_hasactivecustomization",
  "msdyn_modifiedon",
].join(",");

/** Kinds of components that hang below a table and are listed only when asked for by table (fact sheet §3.2). */
const SUBCOMPONENT_TYPES = [
  ComponentType.Attribute,
  ComponentType.EntityRelationship,
  ComponentType.EntityKey,
  22,
  ComponentType.Form,
  ComponentType.SavedQuery,
  ComponentType.Workflow,
  ComponentType.SavedQueryVisualization,
  ComponentType.SystemForm,
];

/** Rows a page; the platform gives no more (fact sheet §10). */
export const SUMMARY_PAGE = 5000;

/** Root components of a solution. The id is not quoted here, unlike on the layer table (§3.2). */
const rootSummariesQuery = (solutionId: Guid): string => summariesQuery(`(msdyn_solutionid eq ${solutionId})`);

/** What a solution holds of one table. @param table logical name */
export function subcomponentsQuery(solutionId: Guid, table: string): string {
  const types = SUBCOMPONENT_TYPES.map((type) => `msdyn_componenttype eq ${type}`).join(" or ");
  return summariesQuery(
    `(msdyn_solutionid eq ${solutionId}) and (${types}) and (msdyn_primaryentityname eq ${quoted(table)})`,
  );
}

/** Components of one type in a solution. */
export const componentsOfTypeQuery = (solutionId: Guid, type: number): string =>
  summariesQuery(`(msdyn_solutionid eq ${solutionId}) and (msdyn_componenttype eq ${type})`);

/** Components of one type, wherever they are, of which a condition is true. */
export const componentsOfTypeWhere = (type: number, condition: string): string =>
  summariesQuery(`(msdyn_componenttype eq ${type}) and (${condition})`);

export const summariesQuery = (filter: string): string =>
  `msdyn_solutioncomponentsummaries${queryText({ $select: SUMMARY_COLUMNS, $filter: filter })}`;

/** Tables, apps, web resources … of a solution; what hangs below its tables is not among them. @throws DataverseError */
export const retrieveRootComponents = (
  solutionId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<SolutionComponent[]> => retrieveSummaries(rootSummariesQuery(solutionId), transport, signal);

/** Columns, relationships, keys, forms, views, charts, flows … of one table. @throws DataverseError */
export const retrieveSubcomponents = (
  solutionId: Guid,
  table: string,
  transport: Transport,
  signal?: AbortSignal,
): Promise<SolutionComponent[]> => retrieveSummaries(subcomponentsQuery(solutionId, table), transport, signal);

/** Components that a query over the summaries finds, all pages of it. @throws DataverseError */
export async function retrieveSummaries(
  query: string,
  transport: Transport,
  signal?: AbortSignal,
): Promise<SolutionComponent[]> {
  const rows = await transport.getRows(query, { pageSize: SUMMARY_PAGE, ...(signal && { signal }) });
  return rows.map(toComponent).filter((component) => component !== undefined);
}

/** The row's own id is always null, so type and object id are its key; @returns undefined where one is missing. */
export function toComponent(row: WireRow): SolutionComponent | undefined {
  const id = guidOf(row, "msdyn_objectid");
  const type = numberOf(row, "msdyn_componenttype");
  if (id === undefined || type === undefined) return undefined;
  const name = textOf(row, "msdyn_name") ?? textOf(row, "msdyn_schemaname") ?? id;
  return {
    id,
    type,
    name,
    displayName: textOf(row, "msdyn_displayname") ?? name,
    ...present({
      table: textOf(row, "msdyn_primaryentityname"),
      managed: booleanOf(row, "msdyn_ismanaged"),
      custom: booleanOf(row, "msdyn_iscustom"),
      hasActiveCustomization: booleanOf(row, "msdyn_hasactivecustomization"),
      modifiedOn: dateOf(row, "msdyn_modifiedon"),
    }),
  };
}
