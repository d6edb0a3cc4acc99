import { retrieveComponentCounts } from "../../SolutionHealth/dataverse/retrieveComponentCounts";
import {
  retrieveRootComponents,
  retrieveSubcomponents,
} from "../../SolutionHealth/dataverse/retrieveComponentSummaries";
import { retrieveComponentTypes } from "../../SolutionHealth/dataverse/retrieveComponentTypes";
import { retrieveCurrentOrganization } from "../../SolutionHealth/dataverse/retrieveCurrentOrganization";
import { retrievePrivileges } from "../../SolutionHealth/dataverse/retrievePrivileges";
import { retrieveSolutionHistory } from "../../SolutionHealth/dataverse/retrieveSolutionHistory";
import { retrieveSolutions } from "../../SolutionHealth/dataverse/retrieveSolutions";
import { retrieveUser } from "../../SolutionHealth/dataverse/retrieveUser";
import { type Transport, createTransport } from "../../SolutionHealth/dataverse/transport";
import { whoAmI } from "../../SolutionHealth/dataverse/whoAmI";
import { createFakeClock } from "./fakeClock";
import { API, BASE_URL, type SentRequest, createAnsweringServer, failure, json, rows } from "./fakeServer";

const ID = "86928ed8-df37-4ce2-add5-47030a833bff";
const OTHER_ID = "aa47dc6c-bf13-490b-a007-1da95a0d1e3f";

/** A transport to a server with one answer for everything, and the readable texts of what was asked. */
function asking(answer: (request: SentRequest) => Response): {
  transport: Transport;
  asked: string[];
  prefer: (string | undefined)[];
} {
  const asked: string[] = [];
  const prefer: (string | undefined)[] = [];
  const server = createAnsweringServer((request) => {
    asked.push(decodeURIComponent(request.url.slice(API.length)));
    prefer.push(request.headers.Prefer);
    return answer(request);
  });
  return {
    transport: createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock: createFakeClock() }),
    asked,
    prefer,
  };
}

describe("retrieveSolutions", () => {
  it("asks for all solutions with their publishers in one query", async () => {
    const { transport, asked } = asking(() => rows([]));
    await retrieveSolutions(transport);
    expect(asked).toEqual([
      "solutions?$select=solutionid,uniquename,friendlyname,version,ismanaged,isvisible,installedon,updatedon," +
        "_publisherid_value,_parentsolutionid_value,solutionpackageversion,description&$orderby=friendlyname asc" +
        "&$expand=publisherid($select=friendlyname,uniquename,customizationprefix)",
    ]);
  });

  it("turns a row into a solution, with ids in one form and dates as dates", async () => {
    const row = {
      solutionid: "{86928ED8-df37-4ce2-add5-47030a833bff}",
      uniquename: "Sales",
      friendlyname: "Contoso Sales",
      version: "1.1",
      ismanaged: true,
      isvisible: false,
      installedon: "2023-10-17T11:03:41Z",
      updatedon: null,
      _publisherid_value: OTHER_ID,
      _parentsolutionid_value: null,
      solutionpackageversion: "9.2",
      description: null,
      publisherid: { uniquename: "contoso", friendlyname: "Contoso", customizationprefix: "cts" },
    };
    expect(await retrieveSolutions(asking(() => rows([row])).transport)).toStrictEqual([
      {
        id: ID,
        uniqueName: "Sales",
        displayName: "Contoso Sales",
        version: "1.1",
        managed: true,
        visible: false,
        publisher: { id: OTHER_ID, uniqueName: "contoso", displayName: "Contoso", prefix: "cts" },
        packageVersion: "9.2",
        installedOn: new Date("2023-10-17T11:03:41Z"),
      },
    ]);
  });

  it("keeps a row whose publisher may not be read, and drops one without an id", async () => {
    const { transport } = asking(() => rows([{ solutionid: ID, publisherid: null, _publisherid_value: OTHER_ID }, {}]));
    const solutions = await retrieveSolutions(transport);
    expect(solutions).toMatchObject([{ id: ID, uniqueName: ID, publisher: { id: OTHER_ID, displayName: "" } }]);
  });
});

describe("retrieveCurrentOrganization", () => {
  const detail = {
    OrganizationId: ID,
    FriendlyName: "Contoso",
    OrganizationVersion: "9.2.1.2",
    EnvironmentId: "Default-1",
  };

  it.each([
    ["CustomerTest", "sandbox"],
    [4, "production"],
    [undefined, "unknown"],
  ])("reads name, build and the kind %s", async (OrganizationType, kind) => {
    const { transport, asked } = asking(() => json({ Detail: { ...detail, OrganizationType } }));
    expect(await retrieveCurrentOrganization(transport)).toEqual({
      organizationId: ID,
      environmentId: "Default-1",
      name: "Contoso",
      kind,
      version: "9.2.1.2",
    });
    expect(asked).toEqual([
      "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    ]);
  });

  it.each([{}, { Detail: {} }, null])("calls %j unreadable", async (body) => {
    await expect(retrieveCurrentOrganization(asking(() => json(body)).transport)).rejects.toMatchObject({
      kind: "unreadable",
    });
  });
});

describe("whoAmI and retrieveUser", () => {
  it("gives the id of the signed-in user", async () => {
    const { transport, asked } = asking(() => json({ UserId: ID.toUpperCase() }));
    expect(await whoAmI(transport)).toBe(ID);
    expect(asked).toEqual(["WhoAmI()"]);
  });

  it("calls an answer without a user unreadable", async () => {
    await expect(whoAmI(asking(() => json({})).transport)).rejects.toMatchObject({ kind: "unreadable" });
  });

  it.each([
    [{ fullname: "Ann Lee", domainname: "ann@contoso.com" }, "Ann Lee"],
    [{ fullname: null, domainname: "ann@contoso.com" }, "ann@contoso.com"],
    [{}, ID],
  ])("names the user of %j %s", async (body, name) => {
    const { transport, asked } = asking(() => json(body));
    expect(await retrieveUser(ID, transport)).toEqual({ id: ID, name });
    expect(asked).toEqual([`systemusers(${ID})?$select=fullname,domainname`]);
  });
});

describe("retrievePrivileges", () => {
  const granted = (...names: string[]): Response =>
    json({ RolePrivileges: names.map((PrivilegeName) => ({ PrivilegeName })) });

  it("takes a privilege that is not in the answer for missing", async () => {
    const { transport, asked } = asking(() => granted("prvreadsolution"));
    const permissions = await retrievePrivileges(ID, ["prvReadSolution", "prvDeleteSolution"], transport);
    expect([...permissions]).toEqual([
      ["prvReadSolution", "granted"],
      ["prvDeleteSolution", "missing"],
    ]);
    expect(asked).toEqual([
      `systemusers(${ID})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)` +
        '?@p=["prvReadSolution","prvDeleteSolution"]',
    ]);
  });

  it("asks for each by itself when the call fails, and only the one at fault stays unknown", async () => {
    const { transport } = asking(({ url }) =>
      url.includes("prvOdd") ? failure(400, "0x80040216") : granted("prvReadSolution"),
    );
    const permissions = await retrievePrivileges(ID, ["prvReadSolution", "prvOdd"], transport);
    expect([...permissions]).toEqual([
      ["prvReadSolution", "granted"],
      ["prvOdd", "unknown"],
    ]);
  });

  it("fails as a whole when the user may not ask", async () => {
    const { transport, asked } = asking(() => failure(403, "0x80040220"));
    await expect(retrievePrivileges(ID, ["prvA", "prvB"], transport)).rejects.toMatchObject({ kind: "forbidden" });
    expect(asked).toHaveLength(1);
  });
});

describe("retrieveSolutionHistory", () => {
  const label = "@OData.Community.Display.V1.FormattedValue";

  it("asks without a filter, for the newest 500 with their labels", async () => {
    const { transport, asked, prefer } = asking(() => rows([]));
    await retrieveSolutionHistory(transport);
    expect(asked).toEqual(["msdyn_solutionhistories?$orderby=msdyn_starttime desc&$top=500"]);
    expect(prefer).toEqual(['odata.include-annotations="OData.Community.Display.V1.FormattedValue"']);
  });

  it("shows the server's own words, and its codes only where there are none", async () => {
    const row = {
      msdyn_solutionhistoryid: ID,
      msdyn_operation: 1,
      [`msdyn_operation${label}`]: "Import",
      msdyn_suboperation: 2,
    };
    const odd = { msdyn_solutionhistoryid: ID, msdyn_operation: 77 };
    const operations = await retrieveSolutionHistory(asking(() => rows([row, odd])).transport);
    expect(operations).toMatchObject([
      { operation: "Import", suboperation: "Upgrade" },
      { operation: "77", suboperation: "" },
    ]);
  });

  it.each([
    [{ msdyn_status: 1, msdyn_result: true }, "completed", "succeeded"],
    [{ msdyn_status: 1, msdyn_result: "False" }, "completed", "failed"],
    [{ msdyn_status: 1, msdyn_result: null }, "completed", "unknown"],
    [{ msdyn_status: 0, msdyn_result: false }, "running", "running"],
    [{ msdyn_status: 2 }, "queued", "running"],
    [{ msdyn_status: 0, msdyn_endtime: "2026-01-01T00:00:00Z", msdyn_result: 1 }, "completed", "succeeded"],
  ])("reads %j as %s, %s", async (columns, status, result) => {
    const { transport } = asking(() => rows([{ msdyn_solutionhistoryid: ID, ...columns }]));
    expect(await retrieveSolutionHistory(transport)).toMatchObject([{ status, result }]);
  });

  it("puts the newest first even when the server does not", async () => {
    const started = (msdyn_starttime: string) => ({ msdyn_solutionhistoryid: ID, msdyn_starttime });
    const { transport } = asking(() => rows([started("2026-01-01T00:00:00Z"), started("2026-02-01T00:00:00Z")]));
    const operations = await retrieveSolutionHistory(transport);
    expect(operations.map(({ startedOn }) => startedOn?.getUTCMonth())).toEqual([1, 0]);
  });

  it("keeps what an error left behind, but takes the code 0 for none", async () => {
    const row = {
      msdyn_solutionhistoryid: ID,
      msdyn_errorcode: "-2147160033",
      msdyn_exceptionmessage: "text",
      msdyn_name: "Sales",
    };
    const { transport } = asking(() => rows([row, { msdyn_solutionhistoryid: ID, msdyn_errorcode: "0" }]));
    const [failed, fine] = await retrieveSolutionHistory(transport);
    expect(failed).toMatchObject({ errorCode: "-2147160033", errorText: "text", solutionUniqueName: "Sales" });
    expect(fine).not.toHaveProperty("errorCode");
  });
});

describe("component summaries", () => {
  const columns =
    "msdyn_solutioncomponentsummaries?$select=msdyn_objectid,msdyn_componenttype,msdyn_name,msdyn_displayname," +
    "msdyn_schemaname,msdyn_primaryentityname,msdyn_ismanaged,msdyn_iscustom,msdyn_hasactivecustomization," +
    "msdyn_modifiedon&$filter=";

  it("asks for root components by solution, in pages of 5,000", async () => {
    const { transport, asked, prefer } = asking(() => rows([]));
    await retrieveRootComponents(ID, transport);
    expect(asked).toEqual([`${columns}(msdyn_solutionid eq ${ID})`]);
    expect(prefer).toEqual(["odata.maxpagesize=5000"]);
  });

  it("asks for what hangs below a table with all types in one question", async () => {
    const { transport, asked } = asking(() => rows([]));
    await retrieveSubcomponents(ID, "cts_o'brien", transport);
    const types = [2, 10, 14, 22, 24, 26, 29, 59, 60].map((type) => `msdyn_componenttype eq ${type}`).join(" or ");
    expect(asked).toEqual([
      `${columns}(msdyn_solutionid eq ${ID}) and (${types}) and (msdyn_primaryentityname eq 'cts_o''brien')`,
    ]);
  });

  it.each([
    [true, false],
    ["True", "False"],
    ["true", "false"],
    [1, 0],
    ["1", "0"],
  ])("reads %j and %j as true and false", async (yes, no) => {
    const row = {
      msdyn_objectid: ID,
      msdyn_componenttype: "26",
      msdyn_ismanaged: yes,
      msdyn_hasactivecustomization: no,
    };
    expect(await retrieveRootComponents(ID, asking(() => rows([row])).transport)).toStrictEqual([
      { id: ID, type: 26, name: ID, displayName: ID, managed: true, hasActiveCustomization: false },
    ]);
  });

  it("leaves a flag that the server did not send unknown", async () => {
    const row = {
      msdyn_objectid: ID,
      msdyn_componenttype: 1,
      msdyn_name: "account",
      msdyn_hasactivecustomization: null,
    };
    expect(await retrieveRootComponents(ID, asking(() => rows([row])).transport)).toStrictEqual([
      { id: ID, type: 1, name: "account", displayName: "account" },
    ]);
  });

  it("drops rows that name no component", async () => {
    const { transport } = asking(() =>
      rows([{ msdyn_objectid: null, msdyn_componenttype: 1 }, { msdyn_objectid: ID }]),
    );
    expect(await retrieveRootComponents(ID, transport)).toEqual([]);
  });
});

describe("retrieveComponentCounts", () => {
  it("reads totals by type, as numbers or texts", async () => {
    const { transport, asked } = asking(() =>
      rows([
        { msdyn_componenttype: 1, msdyn_total: 37 },
        { msdyn_componenttype: "61", msdyn_total: "2" },
        { msdyn_total: 5 },
      ]),
    );
    expect([...(await retrieveComponentCounts(ID, transport))]).toEqual([
      [1, 37],
      [61, 2],
    ]);
    expect(asked).toEqual([`msdyn_solutioncomponentcountsummaries?$filter=msdyn_solutionid eq ${ID}`]);
  });
});

describe("retrieveComponentTypes", () => {
  it("reads the environment's names of types", async () => {
    const { transport, asked } = asking(() =>
      rows([
        { solutioncomponenttype: 61, name: "WebResource", primaryentityname: "webresource" },
        { solutioncomponenttype: 10_112, name: null, primaryentityname: "connectionreference" },
      ]),
    );
    expect([...(await retrieveComponentTypes(transport))]).toEqual([
      [61, "WebResource"],
      [10_112, "connectionreference"],
    ]);
    expect(asked).toEqual(["solutioncomponentdefinitions?$select=solutioncomponenttype,name,primaryentityname"]);
  });
});
