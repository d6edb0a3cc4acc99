import { form, guid, part, table, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();

beforeAll(() => {
  web.bench.import({
    name: "App",
    components: [
      table("con_thing"),
      form(guid(1), "con_thing", [], { root: true }),
      webResource("con_a.js"),
      part(62, "con_map"),
      part(9, "con_colour"),
      part(80, "con_app"),
    ],
  });
});
beforeEach(() => web.start());
afterAll(() => web.stop());

const publish = (lists: string) =>
  web.post("PublishXml", { ParameterXml: `<importexportxml>${lists}</importexportxml>` });

describe("PublishXml", () => {
  it("publishes what it names, by name or by guid with braces, with 204 and no body", async () => {
    const answer = await publish(
      "<entities><entity>con_thing</entity></entities><ribbons><ribbon/></ribbons>" +
        `<dashboards><dashboard>{${guid(1)}}</dashboard></dashboards>` +
        "<optionsets><optionset>con_colour</optionset></optionsets>" +
        `<sitemaps><sitemap>{${web.bench.get(62, "con_map").id.toUpperCase()}}</sitemap></sitemaps>` +
        `<webresources><webresource>${web.bench.get(61, "con_a.js").id}</webresource></webresources>` +
        "<appmodules><appmodule>con_app</appmodule></appmodules>",
    );
    expect([answer.status, answer.text]).toEqual([204, ""]);
  });

  it("publishes nothing with 204 where nothing is named", async () => {
    expect((await publish("")).status).toBe(204);
  });

  it.each([
    ["is no XML", "importexportxml"],
    ["is not closed", "<importexportxml><entities>"],
    ["declares a document type", "<!DOCTYPE x><importexportxml/>"],
    ["has another root", "<publish/>"],
    ["has a list nobody knows", "<importexportxml><views><view>x</view></views></importexportxml>"],
    [
      "has an item of another list",
      "<importexportxml><entities><webresource>x</webresource></entities></importexportxml>",
    ],
  ])("refuses a parameter that %s with 0x8004802C", async (_what, ParameterXml) => {
    const answer = await web.post("PublishXml", { ParameterXml });
    expect([answer.status, answer.body.error?.code]).toEqual([400, "0x8004802C"]);
  });

  it.each([
    ["a table", "<entities><entity>con_none</entity></entities>"],
    ["a web resource", `<webresources><webresource>{${guid(99)}}</webresource></webresources>`],
    ["a component of another type", `<webresources><webresource>{${guid(1)}}</webresource></webresources>`],
  ])("answers 404 for %s that is not there", async (_what, lists) => {
    const answer = await publish(lists);
    expect([answer.status, answer.body.error?.code]).toEqual([404, "0x80040217"]);
  });

  it("refuses a call without its parameter with 0x80048d19", async () => {
    expect((await web.post("PublishXml", {})).body.error?.code).toBe("0x80048d19");
  });

  it("is refused with 0x80071151 while a job runs", async () => {
    await web.post("BulkRemoveActiveCustomizationsAsync", {
      BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: [] },
    });
    expect((await publish("")).body.error?.code).toBe("0x80071151");
  });
});
