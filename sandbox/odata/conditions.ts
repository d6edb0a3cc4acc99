import type { Expression } from "./expression";
import { leavesOf } from "./expression";

/**
 * Values that a filter compares a column with by `eq`, in the order written, wherever they stand. Virtual tables look
 * at their filters in this way, not at its logic.
 */
export function equalValues(filter: Expression | undefined, column: string): string[] {
  const values: string[] = [];
  for (const leaf of leavesOf(filter)) {
    if (leaf.kind !== "compare" || leaf.operator !== "eq" || leaf.path !== column) continue;
    const { right } = leaf;
    if (right.kind === "property" || right.kind === "null") continue;
    values.push(String(right.value));
  }
  return values;
}

/** Nothing to test: holds for every row. */
const ALWAYS: Expression = { kind: "and", operands: [] };

/** The filter with all conditions on these columns taken as true: for providers that apply them themselves. */
export function withoutConditions(filter: Expression, columns: readonly string[]): Expression {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, operands: filter.operands.map((operand) => withoutConditions(operand, columns)) };
    case "not":
      return { kind: "not", operand: withoutConditions(filter.operand, columns) };
    case "compare":
    case "text":
      return columns.includes(filter.path) ? ALWAYS : filter;
  }
}
