/** Kinds of value that OData text can hold. A parameter alias (`@p1`) stands for whatever the query gives it. */
export type Literal =
  | { readonly kind: "null" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "guid"; readonly value: string }
  | { readonly kind: "date"; readonly value: string };

export type Operand = Literal | { readonly kind: "property"; readonly path: string };

export type ComparisonOperator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

export type TextFunction = "contains" | "startswith" | "endswith";

/** A parsed `$filter`. `and`/`or` hold all their operands, so that an or-list of hundreds stays flat. */
export type Expression =
  | { readonly kind: "and" | "or"; readonly operands: readonly Expression[] }
  | { readonly kind: "not"; readonly operand: Expression }
  | {
      readonly kind: "compare";
      readonly operator: ComparisonOperator;
      /** Column name, or `navigation/column` for a single-valued navigation. */
      readonly path: string;
      readonly right: Operand;
    }
  | { readonly kind: "text"; readonly name: TextFunction; readonly path: string; readonly value: string };

/** Every comparison and text test of an expression, wherever it stands. */
export function* leavesOf(
  expression: Expression | undefined,
): Generator<Exclude<Expression, { kind: "and" | "or" | "not" }>> {
  if (!expression) return;
  switch (expression.kind) {
    case "and":
    case "or":
      for (const operand of expression.operands) yield* leavesOf(operand);
      break;
    case "not":
      yield* leavesOf(expression.operand);
      break;
    case "compare":
    case "text":
      yield expression;
  }
}
