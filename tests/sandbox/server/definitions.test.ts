import type { Row } from "../../../sandbox/store/model";
import { column, part, table } from "../engine/handMade";
import { WebServer } from "./webServer";

let web: WebServer;
const label = (text: string): string => JSON.stringify([{ Label: text, LanguageCode: 1033 }]);
const ROLES =
  "<EntityRelationshipRoles><EntityRelationshipRole><NavPaneDisplayOption>UseLabel</NavPaneDisplayOption>" +
  "<NavPaneArea>Sales</NavPaneArea><NavPaneOrder>20</NavPaneOrder>" +
  "<NavigationPropertyName>con_Account</NavigationPropertyName>" +
  '<CustomLabels><CustomLabel description="Things" languagecode="1033" /></CustomLabels>' +
  "<RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles>";

beforeEach(async () => {
  web = new WebServer();
  web.bench.import({
    name: "App",
    components: [
      table("con_thing"),
      column("con_thing", "con_text", {
        type: "nvarchar",
        requiredlevel: "required",
        displaymask: "ValidForForm|RequiredForForm",
        maxlength: 50,
        length: 100,
        format: "textarea",
        imemode: "auto",
        iscustomizable: false,
        isauditenabled: true,
        canmodifyauditsettings: true,
        "Description - LocalizedLabel": label("A text."),
      }),
      column("con_thing", "con_day", { type: "datetime", format: "date", behavior: "2", sourcetype: 0 }),
      column("con_thing", "con_account", { type: "lookup", sourcetype: 0 }),
      column("con_thing", "createdonbehalfby", { type: "lookup" }),
      part(10, "con_thing_Account", {
        table: "con_thing",
        properties: {
          referencingentityname: "con_Thing",
          referencedentityname: "Account",
          referencingattributename: "con_Account",
          cascadedelete: "Restrict",
          entityrelationshiproles: ROLES,
        },
      }),
      part(10, "con_thing_con_other", {
        table: "con_thing",
        properties: {
          entityrelationshiptype: "ManyToMany",
          firstentityname: "con_Thing",
          secondentityname: "con_Other",
          intersectentityname: "con_both",
        },
      }),
      table("con_other"),
    ],
  });
  await web.start();
});
afterEach(() => web.stop());

async function below(collection: string, of = "con_thing"): Promise<Row[]> {
  const { status, body } = await web.get(`EntityDefinitions(LogicalName='${of}')/${collection}`);
  expect(status).toBe(200);
  return body.value ?? [];
}

const named = async (name: string): Promise<Row | undefined> =>
  (await below("Attributes")).find(({ LogicalName }) => LogicalName === name);

describe("definitions of columns", () => {
  it("come with what their kind has of its own where nothing is selected, and without what other kinds have", async () => {
    const text = await named("con_text");
    expect(text).toMatchObject({
      "@odata.type": "#Microsoft.Dynamics.CRM.StringAttributeMetadata",
      AttributeType: "String",
      AttributeTypeName: { Value: "StringType" },
      MaxLength: 50,
      DatabaseLength: 100,
      FormatName: { Value: "TextArea" },
      ImeMode: "Auto",
      IsValidForForm: true,
      IsRequiredForForm: true,
      IsValidForGrid: false,
      RequiredLevel: { Value: "ApplicationRequired" },
      Description: { LocalizedLabels: [{ Label: "A text.", LanguageCode: 1033 }] },
    });
    expect(text).not.toHaveProperty("DateTimeBehavior");
    expect(await named("con_day")).toMatchObject({
      "@odata.type": "#Microsoft.Dynamics.CRM.DateTimeAttributeMetadata",
      Format: "DateOnly",
      DateTimeBehavior: { Value: "DateOnly" },
      SourceType: 0,
    });
    // A lookup cannot be calculated: it has no source.
    expect(await named("con_account")).toMatchObject({
      AttributeType: "Lookup",
      Targets: ["account"],
      SourceType: null,
    });
  });

  it("name the table behind a lookup of the platform, whose relationship no package brings", async () => {
    expect(await named("createdonbehalfby")).toMatchObject({ Targets: ["systemuser"] });
  });

  it("do not know the property of a kind in $select and $filter", async () => {
    const attributes = "EntityDefinitions(LogicalName='con_thing')/Attributes";
    expect((await web.get(`${attributes}?$select=MaxLength`)).status).toBe(400);
    expect((await web.get(`${attributes}?$filter=MaxLength eq 50`)).status).toBe(400);
    const { body } = await web.get(`${attributes}?$select=IsValidForForm&$filter=IsValidForForm eq true`);
    expect(body.value).toEqual([{ MetadataId: expect.any(String), IsValidForForm: true }]);
  });

  it("deny that a setting may be changed where the column may not be customized", async () => {
    expect(await named("con_text")).toMatchObject({
      IsCustomizable: { Value: false },
      IsAuditEnabled: { Value: true, CanBeChanged: false, ManagedPropertyLogicalName: "canmodifyauditsettings" },
    });
  });

  it("can be sent back as they were read: that is no edit", async () => {
    const path = "EntityDefinitions(LogicalName='con_thing')/Attributes(LogicalName='con_text')";
    const { body } = await web.get(path);
    const headers = { "Content-Type": "application/json" };
    expect((await web.send("PUT", path, { headers, body: JSON.stringify(body) })).status).toBe(204);
    const stored = web.bench.get(2, "con_thing.con_text");
    const active = stored.layers.find(({ solution }) => solution === "Active");
    expect(
      Object.keys(active?.properties ?? {}).filter((name) => name in (stored.layers[0]?.properties ?? {})),
    ).toEqual([]);
  });
});

describe("definitions of relationships", () => {
  it("stand below the table with the lookup, and below the one it points to", async () => {
    const [own] = await below("ManyToOneRelationships");
    expect(own).toMatchObject({
      SchemaName: "con_thing_Account",
      RelationshipType: "OneToManyRelationship",
      ReferencingEntity: "con_thing",
      ReferencingAttribute: "con_account",
      ReferencedEntity: "account",
      ReferencingEntityNavigationPropertyName: "con_Account",
      CascadeConfiguration: { Delete: "Restrict", Assign: null },
      AssociatedMenuConfiguration: {
        Behavior: "UseLabel",
        Group: "Sales",
        Order: 20,
        Label: { LocalizedLabels: [{ Label: "Things", LanguageCode: 1033 }] },
      },
    });
    expect(await below("OneToManyRelationships", "con_other")).toEqual([]);
  });

  it("stand below both tables where they are many to many", async () => {
    const expected = {
      SchemaName: "con_thing_con_other",
      Entity1LogicalName: "con_thing",
      Entity2LogicalName: "con_other",
    };
    expect(await below("ManyToManyRelationships")).toMatchObject([expected]);
    expect(await below("ManyToManyRelationships", "con_other")).toMatchObject([expected]);
  });
});
