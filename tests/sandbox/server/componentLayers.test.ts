import { plainText } from "../../../sandbox/odata/plainText";
import type { UnconfirmedHabits } from "../../../sandbox/server/options";
import type { Row } from "../../../sandbox/store/model";
import { guid, part, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();
const role = guid(1);

beforeAll(() => {
  web.bench.import({
    name: "Base",
    components: [
      webResource("con_a.js", { displayname: "A", description: "text", webresourcetype: 3 }),
      webResource("con_plain.js"),
      part(20, role, {
        id: role,
        properties: { name: "Role" },
        children: { RolePrivileges: [{ privilegename: "prvReadAccount", privilegedepthmask: 8 }] },
      }),
      part(9, "con_size", {
        children: {
          AttributePicklistValues: [{ value: 1, "DisplayName - LocalizedLabel": "[]" }],
          LocalizedLabels: [{ objectcolumnname: "DisplayName", label: "Size", languageid: 1033 }],
        },
      }),
    ],
  });
  web.bench.import({
    name: "Next",
    components: [webResource("con_a.js", { displayname: "A", description: "other", webresourcetype: 3 })],
  });
  web.bench.customize(61, "con_a.js", { displayname: "A", content: "eA==" });
});
beforeEach(() => web.start());
afterAll(() => web.stop());

const path = (type: number, key: string, name: string, more = "") =>
  "msdyn_componentlayers?$filter=" +
  encodeURIComponent(
    `msdyn_componentid eq '${web.bench.get(type, key).id}' and msdyn_solutioncomponentname eq '${name}'`,
  ) +
  more;
const rows = (type: number, key: string, name: string, more = "") => web.rows(path(type, key, name, more));
const using = (habits: Partial<UnconfirmedHabits>) => web.start({ habits });
const keys = (row: Row | undefined, column = "msdyn_changes") =>
  (JSON.parse(plainText(row?.[column])) as { Attributes: { Key: string }[] }).Attributes.map(({ Key }) => Key);

describe("msdyn_componentlayers", () => {
  it("needs both key filters, and answers nothing or an error without one of them", async () => {
    const filters = [`msdyn_componentid eq '${role}'`, "msdyn_solutioncomponentname eq 'Role'", "msdyn_name eq 'Role'"];
    for (const filter of filters) {
      expect(await web.rows(`msdyn_componentlayers?$filter=${encodeURIComponent(filter)}`)).toEqual([]);
    }
    await using({ layersWithoutKey: "refused" });
    for (const filter of filters) {
      expect((await web.get(`msdyn_componentlayers?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
    }
  });

  it("answers for the first of several ids only", async () => {
    const ids = [web.bench.get(61, "con_a.js").id, web.bench.get(61, "con_plain.js").id];
    const either = ids.map((id) => `msdyn_componentid eq '${id}'`).join(" or ");
    const found = await web.rows(
      `msdyn_componentlayers?$filter=${encodeURIComponent(`(${either}) and msdyn_solutioncomponentname eq 'WebResource'`)}`,
    );
    expect(new Set(found.map((row) => row.msdyn_componentid))).toEqual(new Set([ids[0]]));
  });

  it("narrows to one layer by its solution's name", async () => {
    const filter = `msdyn_componentid eq '${web.bench.get(61, "con_a.js").id}' and msdyn_solutioncomponentname eq 'WebResource' and msdyn_solutionname eq 'Active'`;
    const found = await web.rows(`msdyn_componentlayers?$filter=${encodeURIComponent(filter)}&$top=1`);
    expect(found.map((row) => row.msdyn_order)).toEqual([3]);
  });

  it("gives the top layer with $top=1 and $orderby=msdyn_order desc", async () => {
    const found = await rows(61, "con_a.js", "WebResource", "&$orderby=msdyn_order desc&$top=1");
    expect(found.map((row) => row.msdyn_solutionname)).toEqual(["Active"]);
  });

  it("says in msdyn_overwritetime that nothing was overwritten", async () => {
    const [base] = await rows(61, "con_a.js", "WebResource");
    expect(base?.msdyn_overwritetime).toBe("1900-01-01T00:00:00Z");
  });

  it("gives the component as it is merged up to each layer", async () => {
    const [base, next, active] = await rows(61, "con_a.js", "WebResource");
    const description = (row: Row | undefined) =>
      (
        JSON.parse(plainText(row?.msdyn_componentjson)) as { Attributes: { Key: string; Value: string }[] }
      ).Attributes.find(({ Key }) => Key === "description")?.Value;
    expect([base, next, active].map(description)).toEqual(["text", "other", "other"]);
    expect(keys(base, "msdyn_componentjson")).not.toContain("content");
    expect(keys(active, "msdyn_componentjson")).toContain("content");
  });

  it("names in msdyn_changes only what a managed layer changed, and all when switched so", async () => {
    expect(keys((await rows(61, "con_a.js", "WebResource"))[1])).toEqual(["description"]);
    await using({ managedLayerChanges: "all" });
    expect(keys((await rows(61, "con_a.js", "WebResource"))[1])).toEqual([
      "displayname",
      "description",
      "webresourcetype",
    ]);
  });

  it("names in msdyn_changes all that the Active layer holds, equal values too", async () => {
    expect(keys((await rows(61, "con_a.js", "WebResource"))[2])).toEqual(["displayname", "content"]);
  });

  it("leaves the changes of the base layer empty when switched so", async () => {
    expect(keys((await rows(61, "con_a.js", "WebResource"))[0])).toHaveLength(3);
    await using({ baseLayerChanges: "empty", noChanges: "attributes" });
    expect(keys((await rows(61, "con_a.js", "WebResource"))[0])).toEqual([]);
  });

  it.each([
    ["attributes", '{"Attributes":[]}'],
    ["object", "{}"],
    ["text", ""],
    ["null", null],
  ] as const)("writes 'no changes' as %s when switched so", async (noChanges, text) => {
    await using({ noChanges });
    expect((await rows(61, "con_plain.js", "WebResource"))[0]?.msdyn_changes).toBe(text);
  });

  it("carries a role's privileges and an option set's options and labels as children", async () => {
    const [roleLayer] = await rows(20, role, "Role");
    expect(JSON.parse(plainText(roleLayer?.msdyn_children))).toEqual({
      RolePrivileges: {
        Entities: [
          {
            Attributes: [
              { Key: "privilegename", Value: "prvReadAccount" },
              { Key: "privilegedepthmask", Value: 8 },
            ],
          },
        ],
      },
    });
    const [optionSet] = await rows(9, "con_size", "OptionSet");
    expect(Object.keys(JSON.parse(plainText(optionSet?.msdyn_children)) as Row)).toEqual([
      "AttributePicklistValues",
      "LocalizedLabels",
    ]);
    expect((await rows(61, "con_plain.js", "WebResource"))[0]?.msdyn_children).toBeNull();
  });

  it("answers 500 for types whose layers cannot be read, and reads the others", async () => {
    await using({ layerFailures: [61] });
    expect((await web.get(path(61, "con_a.js", "WebResource"))).status).toBe(500);
    expect(await rows(20, role, "Role")).toHaveLength(1);
  });
});
