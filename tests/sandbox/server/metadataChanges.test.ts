import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { Row } from "../../../sandbox/store/model";
import { column, part, table } from "../engine/handMade";
import { WebServer } from "./webServer";

let web: WebServer;
const label = (text: string): string => JSON.stringify([{ Label: text, LanguageCode: 1033 }]);
const option = (value: number, displayorder: number, more: Row = {}) => ({
  value,
  displayorder,
  label: `O${String(value)}`,
  "DisplayName - LocalizedLabel": label(`O${String(value)}`),
  ...more,
});
const options = (...list: Row[]) => ({ children: { AttributePicklistValues: list } });

beforeEach(async () => {
  web = new WebServer();
  web.bench.import({
    name: "App",
    components: [
      table("con_thing", { hasrelatedactivities: true }),
      column("con_thing", "con_text", { type: "nvarchar", maxlength: 50 }),
      column(
        "con_thing",
        "con_kind",
        { type: "picklist", optionsetname: "con_thing_con_kind" },
        options(option(2, 2, { color: "#ff0000", ishidden: true }), option(1, 1, { externalvalue: "one" })),
      ),
      column("con_thing", "con_colour", { type: "picklist", optionsetname: "con_Colours" }),
      column("con_thing", "con_is", { type: "bit" }, options(option(0, 1), option(1, 2))),
      column(
        "con_thing",
        "statecode",
        { type: "state" },
        options(option(0, 1, { defaultstatus: "1", invariantname: "Active" })),
      ),
      column(
        "con_thing",
        "statuscode",
        { type: "status" },
        options(option(1, 1, { state: "0", transitiondata: "<a />" })),
      ),
      part(9, "con_colours", {
        name: "con_Colours",
        properties: { optionsettype: "picklist", isglobal: true, iscustomizable: false, introducedversion: "1.0" },
        ...options(option(7, 1)),
      }),
      part(14, "con_thing.con_key", {
        name: "con_key",
        table: "con_thing",
        properties: {
          name: "con_Key",
          entitykeyattributes: ["con_text"],
          iscustomizable: false,
          "DisplayName - LocalizedLabel": label("The key"),
        },
      }),
      part(10, "con_thing_Account", {
        table: "con_thing",
        properties: { referencingentityname: "con_Thing", referencedentityname: "Account" },
      }),
      table("con_other"),
    ],
  });
  await web.start();
});
afterEach(() => web.stop());

const equals = (PropertyName: string, Value: string, Type = "System.String"): Row => ({
  ConditionOperator: "Equals",
  PropertyName,
  Value: { Type, Value },
});
const only = (...conditions: Row[]): Row => ({ FilterOperator: "Or", Conditions: conditions });
const properties = (...PropertyNames: string[]): Row => ({ AllProperties: false, PropertyNames });

async function ask(query: Row): Promise<{ readonly status: number; readonly body: Row }> {
  const { status, body } = await web.get(
    `RetrieveMetadataChanges(Query=@p1)?@p1=${encodeURIComponent(JSON.stringify(query))}`,
  );
  return { status, body };
}

async function tablesOf(query: Row): Promise<Row[]> {
  const { status, body } = await ask(query);
  expect(status).toBe(200);
  return body.EntityMetadata as Row[];
}

async function thing(part: string, query: Row): Promise<Row[]> {
  const criteria = only(equals("LogicalName", "con_thing"));
  const [found] = await tablesOf({ Properties: properties(part), Criteria: criteria, ...query });
  return found?.[part] as Row[];
}

const attribute = async (name: string): Promise<Row | undefined> => {
  const criteria = only(equals("LogicalName", name));
  const list = await thing("Attributes", {
    AttributeQuery: { Properties: { AllProperties: true }, Criteria: criteria },
  });
  expect(list).toHaveLength(1);
  return list[0];
};
const optionsOf = (definition: Row | undefined): PropertyValue | undefined =>
  (definition?.OptionSet as Row | undefined)?.Options;

describe("RetrieveMetadataChanges", () => {
  it("answers the tables that are asked for, with empty properties that are not", async () => {
    const criteria = only(equals("LogicalName", "con_thing"), equals("LogicalName", "con_other"));
    const found = await tablesOf({ Properties: properties("HasActivities"), Criteria: criteria });
    expect(found).toMatchObject([
      { LogicalName: "con_thing", HasActivities: true, SchemaName: null, Attributes: [], Keys: [] },
      { LogicalName: "con_other", HasActivities: false, EntitySetName: null },
    ]);
    const none = await tablesOf({ Properties: properties("SchemaName"), Criteria: only(equals("LogicalName", "x")) });
    expect(none).toEqual([]);
  });

  it("gives columns the complex type of their kind, with all that it has of its own", async () => {
    expect(await attribute("con_text")).toMatchObject({
      "@odata.type": "#Microsoft.Dynamics.CRM.ComplexStringAttributeMetadata",
      MaxLength: 50,
    });
    const named = {
      Properties: properties("IsManaged"),
      Criteria: only(equals("IsManaged", "True", "System.Boolean")),
    };
    const [first] = await thing("Attributes", { AttributeQuery: named });
    expect(first).toMatchObject({ LogicalName: "con_text", IsManaged: true, MaxLength: null, HasChanged: null });
    expect(
      await thing("Attributes", {
        AttributeQuery: { ...named, Criteria: only(equals("IsManaged", "False", "System.Boolean")) },
      }),
    ).toEqual([]);
  });

  it("gives choices their options in order, the global one's where the column has none", async () => {
    const own = await attribute("con_kind");
    expect(own?.OptionSet).toMatchObject({ Name: "con_thing_con_kind", IsGlobal: false, OptionSetType: "Picklist" });
    expect(optionsOf(own)).toMatchObject([
      {
        Value: 1,
        Label: { LocalizedLabels: [{ Label: "O1", LanguageCode: 1033 }] },
        Description: { LocalizedLabels: [] },
        Color: null,
        ExternalValue: "one",
        IsHidden: false,
      },
      { Value: 2, Color: "#ff0000", ExternalValue: "", IsHidden: true },
    ]);
    const global = await attribute("con_colour");
    expect(global?.OptionSet).toMatchObject({ Name: "con_Colours", IsGlobal: true });
    expect(optionsOf(global)).toMatchObject([{ Value: 7 }]);
    expect((await attribute("con_is"))?.OptionSet).toMatchObject({
      TrueOption: { Value: 1 },
      FalseOption: { Value: 0 },
    });
    expect(optionsOf(await attribute("statecode"))).toMatchObject([
      { "@odata.type": "#Microsoft.Dynamics.CRM.StateOptionMetadata", DefaultStatus: 1, InvariantName: "Active" },
    ]);
    expect(optionsOf(await attribute("statuscode"))).toMatchObject([{ State: 0, TransitionData: "<a />" }]);
    expect(await attribute("con_text")).not.toHaveProperty("OptionSet");
  });

  it("gives keys and relationships", async () => {
    expect(await thing("Keys", {})).toMatchObject([
      {
        LogicalName: "con_key",
        SchemaName: "con_Key",
        KeyAttributes: ["con_text"],
        IsCustomizable: { Value: false },
        DisplayName: { LocalizedLabels: [{ Label: "The key" }] },
      },
    ]);
    const [relationship, ...others] = await thing("ManyToOneRelationships", {
      RelationshipQuery: {
        Properties: properties("ReferencedEntity"),
        Criteria: only(equals("SchemaName", "con_thing_Account")),
      },
    });
    expect(others).toEqual([]);
    expect(relationship).toMatchObject({
      "@odata.type": "#Microsoft.Dynamics.CRM.ComplexOneToManyRelationshipMetadata",
      ReferencedEntity: "account",
      ReferencingAttribute: null,
    });
    expect(relationship).not.toHaveProperty("OneEntity");
  });

  it("joins conditions, reads lists, and leaves out labels of other languages", async () => {
    const notIn = { ConditionOperator: "NotIn", PropertyName: "LogicalName" };
    const criteria = {
      FilterOperator: "And",
      Conditions: [{ ...notIn, Value: { Type: "System.String[]", Value: "['con_other','account']" } }],
      Filters: [only(equals("LogicalName", "con_thing"), equals("LogicalName", "con_other"))],
    };
    const query = { Properties: properties("DisplayName"), Criteria: criteria };
    expect(await tablesOf(query)).toMatchObject([
      { LogicalName: "con_thing", DisplayName: { LocalizedLabels: [{ LanguageCode: 1033 }] } },
    ]);
    expect(await tablesOf({ ...query, LabelQuery: { FilterLanguages: [1031] } })).toMatchObject([
      { DisplayName: { LocalizedLabels: [] } },
    ]);
  });

  it("refuses a query about parts that are not asked for, and what it cannot read", async () => {
    const status = async (query: Row): Promise<number> => (await ask(query)).status;
    expect(await status({ Properties: properties("SchemaName"), AttributeQuery: {} })).toBe(400);
    expect(await status({ Properties: { PropertyNames: "SchemaName" } })).toBe(400);
    expect(await status({ Criteria: { FilterOperator: "Xor" } })).toBe(400);
    expect(await status({ Criteria: { Conditions: [{ PropertyName: "LogicalName" }] } })).toBe(400);
    expect(await status({ Criteria: "all" })).toBe(400);
  });
});

describe("definitions of keys and global choices", () => {
  it("can be read one by one", async () => {
    const keys = await web.get("EntityDefinitions(LogicalName='con_thing')/Keys");
    expect(keys.body.value).toMatchObject([{ SchemaName: "con_Key", KeyAttributes: ["con_text"] }]);
    const { status, body } = await web.get("GlobalOptionSetDefinitions(Name='con_Colours')");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      "@odata.type": "#Microsoft.Dynamics.CRM.OptionSetMetadata",
      OptionSetType: "Picklist",
      IntroducedVersion: "1.0",
      IsCustomizable: { Value: false },
      Options: [{ Value: 7, Label: { LocalizedLabels: [{ Label: "O7" }] } }],
    });
    // The base type, which the set is of, does not know options.
    expect((await web.get("GlobalOptionSetDefinitions?$select=Options")).status).toBe(400);
  });
});
