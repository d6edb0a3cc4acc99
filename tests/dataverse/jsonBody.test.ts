import { jsonBody } from "../../SolutionHealth/dataverse/jsonBody";

describe("the body of a request", () => {
  it("is JSON", () => {
    expect(jsonBody({ A: 1, B: undefined })).toBe('{"A":1}');
    expect(jsonBody("text")).toBe('"text"');
    expect(jsonBody(null)).toBe("null");
  });

  it("is never put together where a member is a file's text", async () => {
    const body = { Before: undefined, First: 'a"b', File: new Blob(["UEs=", "AAAA"]), Last: { more: [true, null] } };
    const written = jsonBody(body);
    if (typeof written === "string") throw new Error("It was put together.");
    expect(JSON.parse(await written.text())).toEqual({ First: 'a"b', File: "UEs=AAAA", Last: { more: [true, null] } });
    expect(JSON.parse(await (jsonBody({ File: new Blob([]) }) as Blob).text())).toEqual({ File: "" });
  });
});
