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

/**
 * Values, lower case, that a column must have one of for the filter to hold; undefined where the filter does not say.
 * With it a provider need not make rows that cannot match.
 */
export function possibleValues(filter: Expression | undefined, column: string): ReadonlySet<string> | undefined {
  if (!filter) return undefined;
  switch (filter.kind) {
    case "compare": {
      const [value] = filter.operator === "eq" ? equalValues(filter, column) : [];
      return value === undefined ? undefined : new Set([value.toLowerCase()]);
    }
    case "and":
      return filter.operands.map((operand) => possibleValues(operand, column)).reduce(inBoth, undefined);
    case "or": {
      const sets = filter.operands.map((operand) => possibleValues(operand, column));
      const known = sets.flatMap((set) => (set ? [set] : []));
      return known.length < sets.length ? undefined : new Set(known.flatMap((set) => [...set]));
    }
    case "not":
    case "text":
      return undefined;
  }
}

function inBoth(
  left: ReadonlySet<string> | undefined,
  right: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (!left || !right) return left ?? right;
  return new Set([...left].filter((value) => right.has(value)));
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
