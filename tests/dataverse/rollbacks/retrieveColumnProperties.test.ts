import {
  columnKey,
  retrieveColumnProperties,
} from "../../../SolutionHealth/dataverse/rollbacks/retrieveColumnProperties";
import { createTransport } from "../../../SolutionHealth/dataverse/transport";
import { createFakeClock } from "../fakeClock";
import { BASE_URL, createAnsweringServer, failure, rows } from "../fakeServer";

const { signal } = new AbortController();

const asking = (answer: () => Response) => {
  const { fetch, requests } = createAnsweringServer(answer);
  return { transport: createTransport({ baseUrl: BASE_URL, fetch, clock: createFakeClock() }), requests };
};

const DEFINITIONS = [
  { LogicalName: "con_text", AttributeType: "String" },
  { LogicalName: "con_owner", AttributeType: "Lookup" },
  { LogicalName: "con_file", AttributeType: "Virtual", AttributeTypeName: { Value: "FileType" } },
  { LogicalName: "con_parties", AttributeType: "PartyList" },
];

describe("retrieveColumnProperties", () => {
  it("says what a column is called in a filter, and which take none", async () => {
    const { transport, requests } = asking(() => rows(DEFINITIONS));
    const names = DEFINITIONS.map(({ LogicalName }) => LogicalName);
    const found = await retrieveColumnProperties(new Map([["con_t", names]]), transport, signal);
    expect(Object.fromEntries(found)).toEqual({
      "con_t.con_text": { status: "read", property: "con_text" },
      "con_t.con_owner": { status: "read", property: "_con_owner_value" },
      "con_t.con_file": { status: "notFilterable", kind: "FileType" },
      "con_t.con_parties": { status: "notFilterable", kind: "PartyList" },
    });
    expect(decodeURIComponent(requests[0]?.url ?? "")).toContain("EntityDefinitions(LogicalName='con_t')/Attributes?");
  });

  it("tells a refusal for each column that it was asked for", async () => {
    const { transport } = asking(() => failure(403, "0x80040220"));
    const found = await retrieveColumnProperties(new Map([["con_t", ["con_a", "con_b"]]]), transport, signal);
    expect([found.get(columnKey("con_t", "con_a")), found.get(columnKey("con_t", "con_b"))]).toMatchObject([
      { status: "failed", error: { kind: "forbidden" } },
      { status: "failed", error: { kind: "forbidden" } },
    ]);
  });
});
