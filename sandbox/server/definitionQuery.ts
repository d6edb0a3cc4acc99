import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import { invalidParameter } from "../odata/syntaxFault";
import type { Row } from "../store/model";

/** One level of an `EntityQueryExpression`, `AttributeQueryExpression`, …: which definitions, and what of them. */
export interface DefinitionQuery {
  readonly takes: (definition: Row) => boolean;
  readonly wants: (property: string) => boolean;
}

const isRow = (value: PropertyValue | undefined): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A complex value of the query; undefined where it is absent. @throws PlatformFault 400 for anything else. */
export function complexValue(of: Row, name: string): Row | undefined {
  const value = of[name];
  if (value === undefined || value === null) return undefined;
  if (!isRow(value)) throw invalidParameter(`The property '${name}' is no complex value.`);
  return value;
}

/** @throws PlatformFault 400 */
export function readDefinitionQuery(query: Row): DefinitionQuery {
  const { AllProperties: all, PropertyNames: names } = complexValue(query, "Properties") ?? {};
  if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === "string"))) {
    throw invalidParameter("The property 'PropertyNames' must be a collection of strings.");
  }
  const criteria = complexValue(query, "Criteria");
  return {
    takes: criteria ? readFilter(criteria) : () => true,
    wants: (property) => all === true || (Array.isArray(names) && names.includes(property)),
  };
}

type Test = (definition: Row) => boolean;

/** `MetadataFilterExpression`: conditions and filters inside, joined by And or Or. */
function readFilter(filter: Row): Test {
  const { FilterOperator: operator = "And" } = filter;
  if (operator !== "And" && operator !== "Or") throw invalidParameter("The property 'FilterOperator' is unknown.");
  const tests = [...listed(filter, "Conditions").map(readCondition), ...listed(filter, "Filters").map(readFilter)];
  if (tests.length === 0) return () => true;
  return (definition) =>
    operator === "Or" ? tests.some((test) => test(definition)) : tests.every((test) => test(definition));
}

function listed(of: Row, name: string): Row[] {
  const list = of[name] ?? [];
  if (!Array.isArray(list) || !list.every(isRow))
    throw invalidParameter(`The property '${name}' must be a collection.`);
  return list;
}

const OPERATORS: Readonly<Record<string, (there: string, given: readonly string[]) => boolean>> = {
  Equals: (there, [given]) => there === given,
  NotEquals: (there, [given]) => there !== given,
  In: (there, given) => given.includes(there),
  NotIn: (there, given) => !given.includes(there),
};

/** `MetadataConditionExpression`. The value is a text that says which type it is of. */
function readCondition({ ConditionOperator: operator, PropertyName: property, Value: value }: Row): Test {
  const matches = typeof operator === "string" ? OPERATORS[operator] : undefined;
  if (!matches || typeof property !== "string" || !isRow(value) || typeof value.Value !== "string") {
    throw invalidParameter("The condition of the query cannot be read.");
  }
  const given = value.Type === "System.String[]" ? textsOf(value.Value) : [value.Value];
  const isFlag = value.Type === "System.Boolean";
  const comparable = isFlag ? given.map((text) => text.toLowerCase()) : given;
  return (definition) => matches(plain(definition[property]), comparable);
}

/** `['a','b']` */
const textsOf = (list: string): string[] => [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? "");

/** Of managed properties the value counts. */
function plain(value: PropertyValue | undefined): string {
  const inner = isRow(value) ? value.Value : value;
  return typeof inner === "string" ? inner : JSON.stringify(inner ?? null);
}
