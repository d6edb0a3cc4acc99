import type { Properties } from "../../../SolutionHealth/domain/model/property";
import { mentionsInLayer } from "../../../SolutionHealth/domain/rollbacks/mentionsInLayer";
import { mentionsOf } from "../../../SolutionHealth/domain/rollbacks/mentions";
import type { RollbackComponent } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { column, component, stack } from "./rollbackFacts";

const ID = "11111111-2222-3333-4444-555555555555";

/** Everything that one layer with these properties names, sorted. */
function named(of: RollbackComponent, properties: Properties): string[] {
  const [layer] = stack(of, ["A", properties]).layers;
  if (!layer) throw new Error("no layer");
  return [...new Set([...mentionsInLayer(layer, true, of).values()].flatMap((all) => [...all]))].sort();
}

const form = component("SystemForm", "Main", "account");
const view = component("SavedQuery", "View", "account");

describe("what a layer names", () => {
  it("is, in a form, columns, libraries, views, controls and quick forms, these being XML within a text", () => {
    const formxml = `<form><formLibraries><Library name="con_/a.js" /></formLibraries>
      <control id="con_other" datafieldname="con_C"><parameters><ViewId>{${ID.toUpperCase()}}</ViewId>
      <TargetEntityType>con_t</TargetEntityType><Url>$webresource:con_/b.html?x=1</Url>
      <QuickForms>&lt;QuickFormIds&gt;&lt;QuickFormId entityname="contact"&gt;${ID}&lt;/QuickFormId&gt;&lt;/QuickFormIds&gt;</QuickForms>
      </parameters></control><customControl name="con_Map" /></form>`;
    expect(named(form, { formxml })).toEqual([
      "attribute account.con_c",
      "customcontrol con_map",
      "entity con_t",
      "entity contact",
      `id ${ID}`,
      "webresource con_/a.js",
      "webresource con_/b.html",
    ]);
  });

  it("is, in a view, the columns of each table as the query says, and of the grid", () => {
    const fetchxml = `<fetch><entity name="account"><attribute name="name" /><order attribute="con_a" />
      <filter><condition entityname="t" attribute="con_b" operator="null" /></filter>
      <link-entity name="con_t" alias="t" from="con_x" to="con_y"><filter><condition attribute="con_z" /></filter></link-entity>
      </entity></fetch>`;
    const layoutxml = '<grid><row><cell name="con_g" /><cell name="t.con_z" /></row></grid>';
    expect(
      named(view, { fetchxml: fetchxml.replace(/(<link-entity.*<\/link-entity>)(.*)/s, "$1$2"), layoutxml }),
    ).toEqual(
      expect.arrayContaining([
        "attribute account.con_a",
        "attribute account.con_g",
        "attribute account.con_y",
        "attribute con_t.con_x",
        "attribute con_t.con_z",
        "entity con_t",
      ]),
    );
  });

  it("is, in a site map and an app, tables, web resources, pages and parts that are not taken out", () => {
    const sitemapxml = `<SiteMap><SubArea Entity="con_t" Icon="/WebResources/con_/i.svg" />
      <SubArea Url="/main.aspx?pagetype=control&amp;controlName=con_Page" /></SiteMap>`;
    expect(named(component("SiteMap", "con_map"), { sitemapxml })).toEqual([
      "customcontrol con_page",
      "entity con_t",
      "webresource con_/i.svg",
    ]);
    const descriptor = `<AppModuleComponents><AppModuleComponent type="1" schemaName="con_t" />
      <AppModuleComponent type="26" id="{${ID}}" /><AppModuleComponent type="1" schemaName="x" solutionaction="Removed" />
      </AppModuleComponents>`;
    expect(named(component("AppModule", "con_app"), { descriptor })).toEqual(["entity con_t", `id ${ID}`]);
  });

  it("is, in a flow, connection references, child flows and environment variables, by their places", () => {
    const clientdata = JSON.stringify({
      connectionReferences: { a: { connection: { connectionReferenceLogicalName: "con_Ref" } } },
      definition: {
        parameters: { "V (con_v)": { metadata: { schemaName: "con_v" } } },
        actions: { Child: { inputs: { host: { workflowReferenceName: ID } } }, Say: { inputs: "con_t" } },
      },
    });
    expect(named(component("Workflow", "Flow"), { clientdata })).toEqual([
      "connectionreference con_ref",
      "environmentvariabledefinition con_v",
      `id ${ID}`,
    ]);
  });

  it("is, in plain properties, lookups and names", () => {
    const step = component("SdkMessageProcessingStep", "Step", "account");
    expect(
      named(step, { plugintypeid: { Id: ID, LogicalName: "plugintype" }, filteringattributes: "name,con_c" }),
    ).toEqual(["attribute account.con_c", "attribute account.name", `id ${ID}`]);
  });

  it("is nothing where a text is no XML, no JSON, or a word in the wrong place", () => {
    expect(named(form, { formxml: "<form>con_c", name: "con_c", description: "{con_t", label: '["con_t"]' })).toEqual(
      [],
    );
  });
});

describe("mentionsOf", () => {
  it("knows a column by its table, however it is called", () => {
    expect(mentionsOf(column("Con_T", "con_t.con_C"))).toContain("attribute con_t.con_c");
    expect(mentionsOf(column("con_t", "con_c"))).toContain("attribute con_t.con_c");
  });
});
