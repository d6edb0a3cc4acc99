import { component, readSections } from "./solutionZip";

const FORM = "ab12ab12-0000-0000-0000-000000000001";
const VIEW = "ab12ab12-0000-0000-0000-000000000002";
const FLOW = "ab12ab12-0000-0000-0000-000000000003";
const STEP = "ab12ab12-0000-0000-0000-000000000004";

const entity = (inside: string, name = "con_Order"): string =>
  `<Entities><Entity><Name LocalizedName="Order" OriginalName="">${name}</Name>${inside}</Entity></Entities>`;
const info = (inside: string): string => entity(`<EntityInfo><entity Name="con_Order">${inside}</entity></EntityInfo>`);

describe("tables and columns", () => {
  it("reads a table's settings as its columns", () => {
    const read = readSections(info("<EntitySetName>con_orders</EntitySetName><IsAuditEnabled>1</IsAuditEnabled>"));
    expect(component(read, 1, "con_order").properties).toMatchObject({
      entitysetname: "con_orders",
      isauditenabled: true,
    });
  });

  it("takes a table without settings for a shell", () => {
    const read = readSections(entity(""), '<RootComponent type="1" schemaName="con_order" behavior="2" />');
    expect(component(read, 1, "con_order")).toMatchObject({ shell: true, root: true, behavior: 2, properties: {} });
  });

  it("reads a column with its own options as children and its global option set as reference", () => {
    const own =
      '<optionset Name="con_order_con_kind"><options><option value="5" Color="#fff"><labels><label description="Five" languagecode="1033" /></labels></option></options></optionset>';
    const read = readSections(
      info(
        `<attributes><attribute PhysicalName="con_Kind"><Type>picklist</Type><LogicalName>con_kind</LogicalName>${own}</attribute>` +
          '<attribute PhysicalName="con_Size"><LogicalName>con_size</LogicalName><OptionSetName>con_Sizes</OptionSetName></attribute></attributes>',
      ),
    );
    const kind = component(read, 2, "con_order.con_kind");
    expect(kind.children?.AttributePicklistValues).toEqual([
      expect.objectContaining({ value: 5, color: "#fff", label: "Five", displayorder: 1 }),
    ]);
    expect(component(read, 2, "con_order.con_size").references).toContainEqual({ type: 9, key: "con_sizes" });
  });

  it("refers from relationships to both tables and the lookup", () => {
    const read = readSections(
      '<EntityRelationships><EntityRelationship Name="con_account_order"><EntityRelationshipType>OneToMany</EntityRelationshipType>' +
        "<ReferencingEntityName>con_Order</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName>" +
        "<ReferencingAttributeName>con_AccountId</ReferencingAttributeName></EntityRelationship></EntityRelationships>",
    );
    expect(component(read, 10, "con_account_order")).toMatchObject({
      table: "con_order",
      properties: { referencingentityname: "con_order", referencedentityname: "account" },
      references: [
        { type: 1, key: "account" },
        { type: 1, key: "con_order" },
        { type: 2, key: "con_order.con_accountid" },
      ],
    });
  });
});

describe("forms and views", () => {
  it("keeps a form as one text and lists what it shows", () => {
    const form =
      '<form><formLibraries><Library name="con_/order.js" /></formLibraries>\n <control id="x" datafieldname="con_kind" />' +
      `<controlDescriptions><customControl name="con_Ns.Grid" /><customControl name="MscrmControls.Grid" /></controlDescriptions>` +
      `<parameters><TargetEntityType>contact</TargetEntityType><ViewId>{${VIEW}}</ViewId></parameters></form>`;
    const read = readSections(
      entity(
        `<FormXml><forms type="main"><systemform><formid>{${FORM}}</formid>${form}</systemform></forms></FormXml>`,
      ),
      `<RootComponent type="60" id="{${FORM}}" />`,
    );
    const found = component(read, 60, FORM);
    expect(found.properties).toMatchObject({ type: 2, objecttypecode: "con_order", formxml: form.replace("\n ", "") });
    expect(found.root).toBe(true);
    expect(found.references).toEqual([
      { type: 1, key: "con_order" },
      { type: 61, key: "con_/order.js" },
      { type: 2, key: "con_order.con_kind" },
      { type: 66, key: "con_ns.grid" },
      { type: 1, key: "contact" },
      { type: 26, key: VIEW },
    ]);
  });

  it("follows linked tables of a view, by alias, into its grid", () => {
    const fetch =
      '<fetch><entity name="con_order"><attribute name="con_name" /><filter><condition attribute="statecode" operator="eq" value="0" /></filter>' +
      '<link-entity name="account" from="accountid" to="con_accountid" alias="a1"><attribute name="name" /></link-entity></entity></fetch>';
    const layout = '<grid><row><cell name="con_kind" /><cell name="a1.telephone1" /></row></grid>';
    const view = `<savedquery><savedqueryid>{${VIEW}}</savedqueryid><querytype>0</querytype><fetchxml>${fetch}</fetchxml><layoutxml>${layout}</layoutxml></savedquery>`;
    const read = readSections(entity(`<SavedQueries><savedqueries>${view}</savedqueries></SavedQueries>`));
    const found = component(read, 26, VIEW);
    expect(found.properties).toMatchObject({ fetchxml: fetch, layoutxml: layout, querytype: 0 });
    expect(found.references.map(({ key }) => key)).toEqual([
      "con_order",
      "con_order.con_name",
      "con_order.statecode",
      "account",
      "account.accountid",
      "con_order.con_accountid",
      "account.name",
      "con_order.con_kind",
      "account.telephone1",
    ]);
  });

  it("leaves out the empty ribbon that every table carries, and keeps one that changes something", () => {
    const empty = readSections(entity("<RibbonDiffXml><CustomActions /><CommandDefinitions /></RibbonDiffXml>"));
    expect(empty.components.filter(({ type }) => type === 50)).toEqual([]);
    const action =
      '<RibbonDiffXml><CustomActions><CustomAction Id="a" Image="$webresource:con_/i.svg" /></CustomActions></RibbonDiffXml>';
    const ribbon = component(readSections(entity(action)), 50, "con_order:ribbondiffxml");
    expect(ribbon).toMatchObject({ properties: { ribbondiffxml: action } });
    expect(ribbon.references).toContainEqual({ type: 61, key: "con_/i.svg" });
  });
});

describe("files beside customizations.xml", () => {
  it("puts a flow's definition into clientdata and follows its connections", () => {
    const flow =
      '{"properties":{"connectionReferences":{"a":{"connection":{"connectionReferenceLogicalName":"con_Mail"}}}}}';
    const read = readSections(
      `<Workflows><Workflow WorkflowId="{${FLOW}}" Name="Send"><JsonFileName>/Workflows/Send.json</JsonFileName>` +
        "<Category>5</Category><StateCode>1</StateCode><PrimaryEntity>none</PrimaryEntity></Workflow></Workflows>",
      "",
      { "Workflows/Send.json": flow },
    );
    const found = component(read, 29, FLOW);
    expect(found.properties).toMatchObject({ name: "Send", category: 5, statecode: 1, clientdata: flow });
    expect(found.references).toEqual([{ type: "connectionreference", key: "con_mail" }]);
  });

  it("gives a web resource's content as base64, large ones when they are read", () => {
    const section =
      "<WebResources><WebResource><Name>con_/a.js</Name><FileName>/WebResources/a</FileName></WebResource></WebResources>";
    for (const eagerBytes of [0, 1_000]) {
      const read = readSections(section, "", { "WebResources/a": "let x = 1;" }, { eagerBytes });
      const content = component(read, 61, "con_/a.js").properties.content;
      expect(content).toBe(Buffer.from("let x = 1;").toString("base64"));
    }
  });

  it("reads environment variables and their values", () => {
    const read = readSections("", '<RootComponent type="380" schemaName="con_Url" behavior="0" />', {
      "environmentvariabledefinitions/con_Url/environmentvariabledefinition.xml":
        '<environmentvariabledefinition schemaname="con_Url"><displayname default="Address"><label description="Address" languagecode="1033" /></displayname><type>100000000</type></environmentvariabledefinition>',
      "environmentvariabledefinitions/con_Url/environmentvariablevalues.json":
        '{"environmentvariablevalues":{"environmentvariablevalue":{"@environmentvariablevalueid":"' +
        FLOW +
        '","value":"https://a"}}}',
    });
    expect(component(read, 380, "con_url")).toMatchObject({
      root: true,
      displayName: "Address",
      properties: { type: 100000000 },
    });
    expect(component(read, 381, "con_url")).toMatchObject({
      id: FLOW,
      root: false,
      properties: { value: "https://a" },
    });
  });

  it("reads newer kinds by their folder, with the files of their columns", () => {
    const read = readSections("", "", {
      "botcomponents/con_topic/botcomponent.xml":
        '<botcomponent schemaname="con_topic"><name>Topic</name><parentbotid><schemaname>con_bot</schemaname></parentbotid></botcomponent>',
      "botcomponents/con_topic/data": "kind: AdaptiveDialog",
      "bots/con_bot/bot.xml": '<bot schemaname="con_bot" />',
    });
    const found = component(read, "botcomponent", "con_topic");
    expect(found.properties).toMatchObject({
      name: "Topic",
      data: "kind: AdaptiveDialog",
      parentbotid: { schemaname: "con_bot" },
    });
    expect(found.references).toEqual([{ type: "bot", key: "con_bot" }]);
  });

  it("gives a newer kind's file as base64 when it is no text", () => {
    const read = readSections("", "", {
      "bots/con_bot/bot.xml": '<bot schemaname="con_bot" />',
      "bots/con_bot/icon.png": new Uint8Array([0x89, 0x50, 0xff, 0x00]),
    });
    expect(component(read, "bot", "con_bot").properties.icon).toBe("iVD/AA==");
  });

  it("finds what a lookup means by its key when it is not named after its table", () => {
    const read = readSections("", "", {
      "sessions/a/session.xml":
        '<session uniquename="a"><anchortab><uniquename>b</uniquename></anchortab><tool><uniquename>c</uniquename></tool></session>',
      "tabtemplates/b/tabtemplate.xml": '<tabtemplate uniquename="b" />',
    });
    expect(component(read, "session", "a").references).toEqual([{ type: "tabtemplate", key: "b" }]);
  });

  it("names a control by its manifest where the package only names the manifest's file", () => {
    const read = readSections(
      "<CustomControls><CustomControl><Name>Manifest.xml</Name><FileName>/Controls/Grid/ControlManifest.xml</FileName></CustomControl></CustomControls>",
      '<RootComponent type="66" schemaName="Con.Grid" behavior="0" />',
      {
        "Controls/Grid/ControlManifest.xml":
          '<manifest><control namespace="Con" constructor="Grid" version="1.0" /></manifest>',
      },
    );
    expect(component(read, 66, "con.grid")).toMatchObject({ root: true, shell: false, properties: { version: "1.0" } });
  });

  it("reads what a canvas app depends on, whatever number the exporter gave the kind", () => {
    const dependencies =
      '{"cdsdependencies":[{"logicalname":"con_order","componenttype":1},{"logicalname":"con_mail","componenttype":10066,"componenttypeplatformname":"ConnectionReference"},' +
      `{"dependencyid":"${FLOW}","componenttype":29,"componenttypeplatformname":"Workflow"}]}`;
    const read = readSections(
      `<CanvasApps><CanvasApp><Name>con_page</Name><CdsDependencies>${dependencies}</CdsDependencies></CanvasApp></CanvasApps>`,
    );
    expect(component(read, 300, "con_page").references).toEqual([
      { type: 1, key: "con_order" },
      { type: "connectionreference", key: "con_mail" },
      { type: 29, key: FLOW },
    ]);
  });

  it("lists a control's files and the version of its manifest", () => {
    const read = readSections(
      "<CustomControls><CustomControl><Name>con_Ns.Grid</Name><FileName>/Controls/con_Ns.Grid/ControlManifest.xml</FileName></CustomControl></CustomControls>",
      "",
      {
        "Controls/con_Ns.Grid/ControlManifest.xml":
          '<manifest><control constructor="Grid" version="1.2.3" /></manifest>',
        "Controls/con_Ns.Grid/bundle.js": "x",
      },
    );
    const found = component(read, 66, "con_ns.grid");
    expect(found.properties.version).toBe("1.2.3");
    expect(found.children?.CustomControlResources?.map(({ name }) => name)).toEqual([
      "ControlManifest.xml",
      "bundle.js",
    ]);
  });
});

describe("references between components", () => {
  it("ties a step to its type and assembly, whatever the assembly's build", () => {
    const assembly = "Con.Plugins, Version=1.0.7.2, Culture=neutral, PublicKeyToken=1234567890abcdef";
    const read = readSections(
      `<SolutionPluginAssemblies><PluginAssembly FullName="${assembly.replace("7.2", "9.9")}"><PluginTypes><PluginType Name="Con.Plugins.OnCreate" /></PluginTypes></PluginAssembly></SolutionPluginAssemblies>` +
        `<SdkMessageProcessingSteps><SdkMessageProcessingStep Name="On create" SdkMessageProcessingStepId="{${STEP}}"><PluginTypeName>Con.Plugins.OnCreate, ${assembly}</PluginTypeName><PrimaryEntity>con_order</PrimaryEntity></SdkMessageProcessingStep></SdkMessageProcessingSteps>`,
    );
    const [, , target] = component(read, 92, STEP).references;
    expect(target).toEqual({ type: 91, key: read.components.find(({ type }) => type === 91)?.key });
  });

  it("turns the id of an icon into the name of the web resource, and drops ids nobody explains", () => {
    const app = (id: string): string =>
      `<AppModules><AppModule><UniqueName>con_app</UniqueName><WebResourceId>${id}</WebResourceId></AppModule></AppModules>`;
    const icon = `<WebResources><WebResource><WebResourceId>{${FORM}}</WebResourceId><Name>con_icon</Name></WebResource></WebResources>`;
    expect(component(readSections(icon + app(FORM)), 80, "con_app").references).toEqual([
      { type: 61, key: "con_icon" },
    ]);
    expect(component(readSections(icon + app(VIEW)), 80, "con_app").references).toEqual([]);
  });

  it("keeps a root component that nothing describes", () => {
    const read = readSections(
      "",
      '<RootComponent type="418" id="{AB12AB12-0000-0000-0000-000000000009}" behavior="0" />',
    );
    expect(component(read, 418, "ab12ab12-0000-0000-0000-000000000009")).toMatchObject({ root: true, shell: true });
  });
});
