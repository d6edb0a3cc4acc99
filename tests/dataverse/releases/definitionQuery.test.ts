import { definitionPaths, type WantedParts } from "../../../SolutionHealth/dataverse/releases/definitionQuery";

interface Query {
  readonly Properties: { readonly AllProperties: boolean; readonly PropertyNames: readonly string[] };
  readonly Criteria: Filter;
  readonly AttributeQuery?: { readonly Properties: object; readonly Criteria?: Filter };
  readonly RelationshipQuery?: { readonly Criteria?: Filter };
  readonly KeyQuery?: { readonly Criteria?: Filter };
}

interface Filter {
  readonly FilterOperator: string;
  readonly Conditions: readonly { readonly PropertyName: string; readonly Value: { readonly Value: string } }[];
}

const PREFIX = "RetrieveMetadataChanges(Query=@p1)?@p1=";

function queriesFor(wanted: Readonly<Record<string, WantedParts>>): Query[] {
  return definitionPaths(new Map(Object.entries(wanted))).map((path) => {
    expect(path.startsWith(PREFIX)).toBe(true);
    return JSON.parse(decodeURIComponent(path.slice(PREFIX.length))) as Query;
  });
}

const named = (filter: Filter | undefined): string[] =>
  (filter?.Conditions ?? []).map(({ PropertyName, Value }) => `${PropertyName} ${Value.Value}`);
const columns = (count: number): WantedParts =>
  new Map([["Attributes", new Set(Array.from({ length: count }, (_none, index) => `con_${String(index)}`))]]);
const tablesOf = (queries: readonly Query[]): string[][] =>
  queries.map(({ Criteria: criteria }) => named(criteria).map((name) => name.replace("LogicalName ", "")));

describe("questions about definitions", () => {
  it("name few parts, of several tables together", () => {
    const [query, ...others] = queriesFor({
      con_a: new Map([
        ["Attributes", new Set(["con_x", "con_y"])],
        ["ManyToOneRelationships", new Set(["con_One"])],
      ]),
      con_b: new Map([
        ["ManyToManyRelationships", new Set(["con_Many"])],
        ["Keys", new Set(["con_key"])],
      ]),
    });
    expect(others).toEqual([]);
    expect(named(query?.Criteria).sort()).toEqual(["LogicalName con_a", "LogicalName con_b"]);
    expect([...(query?.Properties.PropertyNames ?? [])].sort()).toEqual([
      "Attributes",
      "HasActivities",
      "Keys",
      "ManyToManyRelationships",
      "ManyToOneRelationships",
    ]);
    expect(query?.AttributeQuery?.Properties).toEqual({ AllProperties: true });
    expect(named(query?.AttributeQuery?.Criteria)).toEqual(["LogicalName con_x", "LogicalName con_y"]);
    expect(named(query?.RelationshipQuery?.Criteria).sort()).toEqual(["SchemaName con_Many", "SchemaName con_One"]);
    expect(named(query?.KeyQuery?.Criteria)).toEqual(["LogicalName con_key"]);
  });

  it("ask for no part that nobody wants", () => {
    const [query] = queriesFor({ con_a: columns(1) });
    expect(query).not.toHaveProperty("RelationshipQuery");
    expect(query).not.toHaveProperty("KeyQuery");
    expect(query?.Properties.PropertyNames).toEqual(["HasActivities", "Attributes"]);
  });

  it("name no more than fits into an address, and ask for everything of a table with more", () => {
    const queries = queriesFor({
      many: columns(26),
      some: columns(20),
      few: columns(5),
      one: columns(1),
      lots: columns(60),
    });
    expect(tablesOf(queries)).toEqual([["one", "few"], ["some"], ["many", "lots"]]);
    // One name is wanted of two tables.
    expect(queries.map(({ AttributeQuery: query }) => named(query?.Criteria).length)).toEqual([5, 20, 0]);
  });

  it("are about four tables at most, since whole definitions are long", () => {
    const tables = Array.from({ length: 9 }, (_none, index) => [`con_${String(index)}`, columns(30)] as const);
    expect(tablesOf(queriesFor(Object.fromEntries(tables))).map(({ length }) => length)).toEqual([4, 4, 1]);
  });

  it("are none where nothing is wanted", () => {
    expect(queriesFor({})).toEqual([]);
  });
});
