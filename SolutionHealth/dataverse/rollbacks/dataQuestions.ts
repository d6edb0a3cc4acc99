import type { DataItem } from "../../domain/consequences/dataAtRisk";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { queryText } from "../odata";
import type { TableDefinition } from "../retrieveTableDefinitions";

/** Something to be counted: the rows of a table that goes, or the values of a column whose table stays. */
export interface DataQuestion {
  readonly component: RollbackComponent;
  readonly kind: DataItem["kind"];
  /** Logical name of the table. */
  readonly table: string;
}

/** A component and what a preview says of it: only `deleted` ones take data along. */
export interface JudgedComponent {
  readonly component: RollbackComponent;
  readonly kind: string;
}

const TABLE = "Entity";
const COLUMN = "Attribute";

/** What data goes with these components; tables first, since they take most along. */
export function dataQuestions(fates: readonly JudgedComponent[]): DataQuestion[] {
  const deleted = fates.flatMap(({ component, kind }) => (kind === "deleted" ? [component] : []));
  const tables = deleted.filter(({ typeName }) => typeName === TABLE);
  const going = new Set(tables.map(({ name }) => name));
  const rows = tables.map((component): DataQuestion => ({ component, kind: "rows", table: component.name }));
  const values = deleted.flatMap((component): DataQuestion[] => {
    const { typeName, table } = component;
    if (typeName !== COLUMN || table === undefined || going.has(table)) return [];
    return [{ component, kind: "values", table }];
  });
  return [...rows, ...values];
}

type Definition = Extract<TableDefinition, { status: "read" }>;

/** One row, and the number of all: as little as can be asked for. The server stops counting at 5,000 (fact sheet §10). */
export const rowCountQuery = ({ entitySet, primaryId }: Definition): string =>
  `${entitySet}${queryText({ $select: primaryId, $top: 1, $count: "true" })}`;

/** @param property what the column is called in a filter */
export const valueCountQuery = ({ entitySet, primaryId }: Definition, property: string): string =>
  `${entitySet}${queryText({ $select: primaryId, $filter: `${property} ne null`, $top: 1, $count: "true" })}`;
