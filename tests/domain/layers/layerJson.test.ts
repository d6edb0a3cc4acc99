import { readChildren, readProperties } from "../../../SolutionHealth/domain/layers/layerJson";
import { attributesText, childrenText } from "./layerSamples";

const read = (value: unknown) => ({ status: "read", value });
const unreadable = (reason: string) => ({ status: "unreadable", reason });

describe("readProperties", () => {
  it.each([
    ["no value", null],
    ["no column", undefined],
    ["an empty text", ""],
    ["blanks", " \r\n"],
    ["an empty object", "{}"],
    ["an empty list", '{"Attributes":[]}'],
    ["a list that is null", '{"Attributes":null}'],
    ["JSON's own null", "null"],
    ["a component without attributes", '{"LogicalName":"savedquery","Id":"1"}'],
  ])("reads %s as no property", (_what, text) => {
    expect(readProperties(text)).toEqual(read({}));
  });

  it("keeps values of every kind as they are", () => {
    const values = { text: "a", number: 1, none: null, yes: true, option: { Value: 1 }, list: [1, { a: "b" }] };
    expect(readProperties(attributesText(values))).toEqual(read(values));
  });

  it("takes a missing value for null and the last of two values of one property", () => {
    const text = '{"Attributes":[{"Key":"a"},{"Key":"b","Value":1},{"Key":"b","Value":2}]}';
    expect(readProperties(text)).toEqual(read({ a: null, b: 2 }));
  });

  it("reads JSON that is text within JSON, and an object that is no text at all", () => {
    const text = attributesText({ a: 1 });
    expect(readProperties(JSON.stringify(text))).toEqual(read({ a: 1 }));
    expect(readProperties(JSON.parse(text))).toEqual(read({ a: 1 }));
  });

  it("keeps a property that is called like a member of every object", () => {
    const properties = readProperties('{"Attributes":[{"Key":"__proto__","Value":1},{"Key":"constructor","Value":2}]}');
    expect(properties.status === "read" && Object.keys(properties.value)).toEqual(["__proto__", "constructor"]);
  });

  it.each([
    ["broken JSON", '{"Attributes":[', "notJson"],
    ["a page", "<html></html>", "notJson"],
    ["a number", "1", "notAnObject"],
    ["a list", "[]", "notAnObject"],
    ["an object of another form", '{"changes":[]}', "noAttributes"],
    ["attributes that are no list", '{"Attributes":{"a":1}}', "noAttributes"],
    ["an attribute without a key", '{"Attributes":[{"Value":1}]}', "badAttribute"],
    ["an attribute whose key is no text", '{"Attributes":[{"Key":1,"Value":1}]}', "badAttribute"],
    ["an attribute that is null", '{"Attributes":[null]}', "badAttribute"],
  ])("calls %s unreadable, never empty", (_what, text, reason) => {
    expect(readProperties(text)).toEqual(unreadable(reason));
  });
});

describe("readChildren", () => {
  it.each([null, "", "{}", "null", undefined])("reads %p as no collection", (text) => {
    expect(readChildren(text)).toEqual(read({}));
  });

  it("reads collections of entities", () => {
    const collections = { RolePrivileges: [{ privilegename: "prvReadAccount", privilegedepthmask: 8 }], Others: [] };
    expect(readChildren(childrenText(collections))).toEqual(read(collections));
  });

  it.each(['{"RolePrivileges":{"Entities":1}}', '{"RolePrivileges":{"Entities":[{"Attributes":[{}]}]}}', "[]", "{"])(
    "calls %s unreadable",
    (text) => {
      expect(readChildren(text).status).toBe("unreadable");
    },
  );
});
