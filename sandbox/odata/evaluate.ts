import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Row } from "../store/model";
import { plainText } from "./plainText";
import type { Column, RelatedRows, TableShape } from "./column";
import { findColumn } from "./column";
import type { ComparisonOperator, Expression, Literal, Operand, TextFunction } from "./expression";
import { syntaxFault, unknownProperty } from "./syntaxFault";

/** What a filter needs to know besides the row. */
export interface FilterScope {
  readonly table: TableShape;
  /** Table behind a navigation, for `publisherid/uniquename`. */
  readonly tableOf: (entitySet: string) => TableShape | undefined;
  readonly related: RelatedRows;
  /** SQL's collation ignores case; unconfirmed for virtual tables (fact sheet §1.6), hence a switch. */
  readonly ignoreCase: boolean;
}

type RowTest = (row: Row) => boolean;

type Scalar = string | number | null;
type Reader = (row: Row) => Scalar;

const EDM: Readonly<Record<Column["type"], string>> = {
  guid: "Edm.Guid",
  lookup: "Edm.Guid",
  string: "Edm.String",
  boolean: "Edm.Boolean",
  integer: "Edm.Int32",
  picklist: "Edm.Int32",
  decimal: "Edm.Decimal",
  date: "Edm.DateTimeOffset",
  dateonly: "Edm.Date",
  json: "Edm.ComplexType",
};

const EDM_OF_LITERAL: Readonly<Record<Literal["kind"], string>> = {
  null: "<null>",
  string: "Edm.String",
  number: "Edm.Int32",
  boolean: "Edm.Boolean",
  guid: "Edm.Guid",
  date: "Edm.DateTimeOffset",
};

const OPERATOR_KIND: Readonly<Record<ComparisonOperator, string>> = {
  eq: "Equal",
  ne: "NotEqual",
  gt: "GreaterThan",
  ge: "GreaterThanOrEqual",
  lt: "LessThan",
  le: "LessThanOrEqual",
};

/** Kinds of literal that a column is compared with, besides null. */
const TAKES: Readonly<Record<Column["type"], Literal["kind"] | undefined>> = {
  guid: "guid",
  lookup: "guid",
  string: "string",
  boolean: "boolean",
  integer: "number",
  decimal: "number",
  picklist: "number",
  date: "date",
  dateonly: "date",
  json: undefined,
};

function compatible(column: Column, literal: Literal): boolean {
  if (literal.kind === "null" || literal.kind === TAKES[column.type]) return true;
  return literal.kind === "guid" && column.takesGuid === true;
}

/** Brings a value into the form in which it is compared: numbers for numbers, dates and booleans, else text. */
function scalar(value: PropertyValue | undefined, column: Column, ignoreCase: boolean): Scalar {
  if (value === null || value === undefined) return null;
  if (TAKES[column.type] === "date") return typeof value === "string" ? Date.parse(value) : null;
  if (typeof value === "number" && column.type !== "string") return value;
  if (typeof value === "boolean" && column.type === "boolean") return Number(value);
  const text = plainText(value);
  return ignoreCase || column.type === "guid" || column.type === "lookup" ? text.toLowerCase() : text;
}

function compare(operator: ComparisonOperator, left: Scalar, right: Scalar): boolean {
  if (left === null || right === null) {
    // `ne` also finds rows without a value: the platform writes "<> x OR IS NULL".
    if (operator === "eq") return left === right;
    return operator === "ne" && left !== right;
  }
  switch (operator) {
    case "eq":
      return left === right;
    case "ne":
      return left !== right;
    case "gt":
      return left > right;
    case "ge":
      return left >= right;
    case "lt":
      return left < right;
    case "le":
      return left <= right;
  }
}

interface Property {
  readonly column: Column;
  readonly read: Reader;
}

function propertyOf(path: string, scope: FilterScope): Property {
  const [first = "", second, ...rest] = path.split("/");
  if (second === undefined) {
    const column = findColumn(scope.table, first);
    if (!column) throw unknownProperty(first, scope.table.logicalName);
    return { column, read: (row) => scalar(row[column.name], column, scope.ignoreCase) };
  }
  const navigation = scope.table.navigations.find((known) => known.name === first && known.kind === "single");
  const target = navigation && scope.tableOf(navigation.target);
  if (!navigation || !target || rest.length > 0) throw unknownProperty(first, scope.table.logicalName);
  const inner = propertyOf(second, { ...scope, table: target });
  return {
    column: inner.column,
    read: (row) => {
      const [related] = scope.related(navigation, row);
      return related ? inner.read(related) : null;
    },
  };
}

function rightReader(right: Operand, left: Column, operator: ComparisonOperator, scope: FilterScope): Reader {
  if (right.kind === "property") return propertyOf(right.path, scope).read;
  if (!compatible(left, right)) {
    throw syntaxFault(
      `A binary operator with incompatible types was detected. Found operand types '${EDM[left.type]}' and ` +
        `'${EDM_OF_LITERAL[right.kind]}' for operator kind '${OPERATOR_KIND[operator]}'.`,
    );
  }
  const value = scalar(right.kind === "null" ? null : right.value, left, scope.ignoreCase);
  return () => value;
}

function textTest(name: TextFunction, path: string, value: string, scope: FilterScope): RowTest {
  const { column, read } = propertyOf(path, scope);
  if (column.type !== "string") {
    throw syntaxFault(`No function signature for the function with name '${name}' matches the specified arguments.`);
  }
  const wanted = scope.ignoreCase ? value.toLowerCase() : value;
  return (row) => {
    const text = read(row);
    if (text === null) return false;
    if (name === "contains") return String(text).includes(wanted);
    return name === "startswith" ? String(text).startsWith(wanted) : String(text).endsWith(wanted);
  };
}

/**
 * Turns a filter into a test of rows. All names and types are checked here, before any row is read.
 * @throws PlatformFault 400, 0x80060888: unknown property, or a literal of a type that the column does not take.
 */
export function compileFilter(expression: Expression, scope: FilterScope): RowTest {
  switch (expression.kind) {
    case "and": {
      const tests = expression.operands.map((operand) => compileFilter(operand, scope));
      return (row) => tests.every((test) => test(row));
    }
    case "or": {
      const tests = expression.operands.map((operand) => compileFilter(operand, scope));
      return (row) => tests.some((test) => test(row));
    }
    case "not": {
      const test = compileFilter(expression.operand, scope);
      return (row) => !test(row);
    }
    case "text":
      return textTest(expression.name, expression.path, expression.value, scope);
    case "compare": {
      const left = propertyOf(expression.path, scope);
      const right = rightReader(expression.right, left.column, expression.operator, scope);
      return (row) => compare(expression.operator, left.read(row), right(row));
    }
  }
}

/** Reads a path for sorting; checked like a filter's. */
export function compileReader(path: string, scope: FilterScope): Reader {
  return propertyOf(path, scope).read;
}
