import type { RollbackComponent } from "./rollbackFacts";

/** Something that other components are parts of, and that takes them along (fact sheet §8.3). */
export type WholeKey = string;

const VARIABLE = "EnvironmentVariableDefinition";
const VARIABLE_VALUE = "EnvironmentVariableValue";

export const isTable = ({ typeName }: Pick<RollbackComponent, "typeName">): boolean => typeName === "Entity";

/** What the component is the whole of: a table of its columns, forms, views, …; an environment variable of its value. */
export function wholeOf(component: RollbackComponent): WholeKey | undefined {
  if (isTable(component)) return tableKey(component.name);
  return component.typeName === VARIABLE ? variableKey(component.name) : undefined;
}

/**
 * What the component is a part of. A value bears the name of its variable. Processes are about a table, yet no part of
 * it: one that stays and needs the table stands in the way (fact sheet §7).
 */
export function partOf(component: RollbackComponent): WholeKey | undefined {
  if (isTable(component) || component.typeName === "Workflow") return undefined;
  if (component.table !== undefined && component.table !== "") return tableKey(component.table);
  return component.typeName === VARIABLE_VALUE ? variableKey(component.name) : undefined;
}

const tableKey = (logicalName: string): WholeKey => `table ${logicalName.toLowerCase()}`;
const variableKey = (schemaName: string): WholeKey => `variable ${schemaName.toLowerCase()}`;
