import { zipSync } from "fflate";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import {
  codeOf,
  customizationsXml,
  patchedDirectory,
  patchedEverywhere,
  renamed,
  solutionFiles,
  solutionXml,
  solutionZip,
} from "./solutionZip";

const SIZE = 24;
const CRC = 16;
const FLAGS = 8;
const METHOD = 10;

const code = (zip: Uint8Array, limits = {}): string => codeOf(() => readPackage(zip, limits));

describe("readPackage on bad zips", () => {
  it("says tooLarge when a document has too many elements or attributes, however few bytes they take", () => {
    const many = (inside: string): Uint8Array => solutionZip({ "customizations.xml": customizationsXml(inside) });
    expect(code(many("<x/>".repeat(900)), { xmlParts: 1_000 })).toBe("no error");
    expect(code(many("<x/>".repeat(1_100)), { xmlParts: 1_000 })).toBe("tooLarge");
    const attributes = Array.from({ length: 1_100 }, (_, index) => `a${String(index)}="1"`).join(" ");
    expect(code(many(`<x ${attributes}/>`), { xmlParts: 1_000 })).toBe("tooLarge");
  });

  it("says empty when there are 0 bytes", () => {
    expect(code(new Uint8Array())).toBe("empty");
  });

  it("says notZip when the bytes are something else", () => {
    expect(code(Buffer.from("%PDF-1.7 this is no zip at all, however long it goes on"))).toBe("notZip");
  });

  it("says damagedZip when the end is cut off", () => {
    const zip = solutionZip();
    expect(code(zip.subarray(0, zip.length - 40))).toBe("damagedZip");
  });

  it("says damagedZip when the middle is missing", () => {
    const zip = solutionZip();
    expect(code(Buffer.concat([zip.subarray(0, 60), zip.subarray(120)]))).toBe("damagedZip");
  });

  it.each(["solution.xml", "customizations.xml", "[Content_Types].xml"])("says missingEntry without %s", (name) => {
    expect(code(solutionZip({ [name]: undefined }))).toBe("missingEntry");
  });

  it("finds the required entries whatever their case", () => {
    const zip = solutionZip({ "solution.xml": undefined, "Solution.XML": solutionXml() });
    expect(readPackage(zip).manifest.uniqueName).toBe("Sample");
  });

  it.each(["../evil.xml", "a/../../b.xml", "/evil.xml", "C:/evil.xml", "..\\evil.xml", "a\\..\\b.xml", "a\u0000b.xml"])(
    "says unsafePath for the entry name %j",
    (name) => {
      const placeholder = "x".repeat(name.length);
      expect(code(renamed(solutionZip({ [placeholder]: "x" }), placeholder, name))).toBe("unsafePath");
    },
  );

  it("says duplicateEntry when two names differ in case only", () => {
    expect(code(solutionZip({ "SOLUTION.xml": solutionXml() }))).toBe("duplicateEntry");
  });

  it("says duplicateEntry when a backslash hides the second name", () => {
    const zip = solutionZip({ "Workflows/a.json": "{}", "Workflows_a.json": "{}" });
    expect(code(renamed(zip, "Workflows_a.json", "Workflows\\a.json"))).toBe("duplicateEntry");
  });

  it("says damagedZip when the checksum differs", () => {
    expect(code(patchedEverywhere(solutionZip(), "solution.xml", CRC, 0x12345678))).toBe("damagedZip");
  });

  it.each([
    ["checksum", CRC],
    ["size", SIZE],
  ])("says damagedZip when directory and entry disagree on the %s of a file that nobody reads", (_, field) => {
    const zip = solutionZip({ "WebResources/x": "content" });
    expect(code(zip)).toBe("no error");
    expect(code(patchedDirectory(zip, "WebResources/x", field, 8, 4))).toBe("damagedZip");
  });

  it("says damagedZip when directory and entry disagree on the name", () => {
    const zip = Buffer.from(solutionZip({ "WebResources/x": "content" }));
    zip.write("WebResources/y", zip.indexOf("WebResources/x"), "latin1");
    expect(code(zip)).toBe("damagedZip");
  });

  it("says encrypted when an entry is", () => {
    expect(code(patchedDirectory(solutionZip(), "solution.xml", FLAGS, 1, 2))).toBe("encrypted");
  });

  it("says unsupportedCompression for a method that is neither stored nor deflated", () => {
    expect(code(patchedDirectory(solutionZip(), "solution.xml", METHOD, 12, 2))).toBe("unsupportedCompression");
  });

  it("says damagedZip when directory and entry disagree on the method", () => {
    expect(code(patchedDirectory(solutionZip(), "solution.xml", METHOD, 0, 2))).toBe("damagedZip");
  });

  it("says damagedZip when two entries share their bytes", () => {
    const zip = solutionZip();
    const target = new DataView(zip.buffer).getUint32(Buffer.from(zip).lastIndexOf("solution.xml") - 46 + 42, true);
    expect(code(patchedDirectory(zip, "customizations.xml", 42, target, 4))).toBe("damagedZip");
  });

  it("says tooLarge when there are more entries than allowed", () => {
    expect(code(solutionZip(), { entries: 2 })).toBe("tooLarge");
  });
});

describe("readPackage on zip bombs", () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);

  it("says tooLarge for an entry above the limit", () => {
    const zip = solutionZip({ "customizations.xml": zeros.subarray(0, 200_000) });
    expect(code(zip, { entryBytes: 100_000 })).toBe("tooLarge");
  });

  it("says tooLarge for a ratio no document reaches", () => {
    expect(code(solutionZip({ "customizations.xml": zeros }))).toBe("tooLarge");
  });

  it("says tooLarge when all entries together pass the limit", () => {
    expect(code(solutionZip(), { totalBytes: 300 })).toBe("tooLarge");
  });

  it("says tooLarge when an entry says a small size and inflates to a large one", () => {
    const zip = solutionZip({ "customizations.xml": zeros });
    expect(code(patchedEverywhere(zip, "customizations.xml", SIZE, 5_000))).toBe("tooLarge");
  });

  it("says damagedZip when an entry says a larger size than it has", () => {
    expect(code(patchedEverywhere(solutionZip(), "customizations.xml", SIZE, 5_000))).toBe("damagedZip");
  });

  it("does not inflate a large web resource that nobody reads", () => {
    const section =
      "<WebResources><WebResource><Name>con_big</Name><FileName>/WebResources/big</FileName></WebResource></WebResources>";
    const zip = solutionZip({ "customizations.xml": customizationsXml(section), "WebResources/big": zeros });
    const [resource] = readPackage(zip).components;
    expect(resource?.files).toEqual([{ path: "WebResources/big", size: zeros.length, crc32: expect.any(Number) }]);
    expect(codeOf(() => resource?.properties.content)).toBe("tooLarge");
  });
});

describe("readPackage on bad XML", () => {
  const bad = (customizations: string): string => code(solutionZip({ "customizations.xml": customizations }));

  it.each([
    ["an element is not closed", "<ImportExportXml><Entities></ImportExportXml>"],
    ["there is no element", "   "],
    ["an attribute stands twice", '<ImportExportXml a="1" a="2" />'],
    ["an attribute has no quotes", "<ImportExportXml a=1 />"],
    ["there are two roots", "<ImportExportXml /><ImportExportXml />"],
    ["text stands after the root", "<ImportExportXml /> tail"],
    ["an ampersand stands alone", "<ImportExportXml><Entities>a & b</Entities></ImportExportXml>"],
    ["it nests without end", `<ImportExportXml>${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}</ImportExportXml>`],
  ])("says brokenXml when %s", (_, xml) => {
    expect(bad(xml)).toBe("brokenXml");
  });

  it("says brokenXml when the bytes are not UTF-8", () => {
    expect(code(solutionZip({ "customizations.xml": new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e]) }))).toBe(
      "brokenXml",
    );
  });

  it("says brokenXml for an entity nobody declared", () => {
    expect(code(solutionZip({ "solution.xml": solutionXml({ name: "Sam&ple;" }) }))).toBe("brokenXml");
  });

  it("says forbiddenXml for a billion laughs", () => {
    const lol = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(bad(`<?xml version="1.0"?>${lol}<ImportExportXml>&b;</ImportExportXml>`)).toBe("forbiddenXml");
  });

  it("says forbiddenXml for an external entity", () => {
    expect(bad('<!DOCTYPE l SYSTEM "file:///etc/passwd"><ImportExportXml />')).toBe("forbiddenXml");
  });

  it("accepts a DOCTYPE inside CDATA or a comment, which HTML templates carry", () => {
    expect(bad("<ImportExportXml><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE html>]]></a></ImportExportXml>")).toBe(
      "no error",
    );
  });

  it.each([
    ["another document", "<Types />"],
    ["a manifest without a name", solutionXml({ name: "" })],
    ["a root component without type", solutionXml({ roots: '<RootComponent schemaName="x" />' })],
  ])("says notSolution when solution.xml is %s", (_, xml) => {
    expect(code(solutionZip({ "solution.xml": xml }))).toBe("notSolution");
  });

  it("says notSolution when customizations.xml is another document", () => {
    expect(bad("<Types />")).toBe("notSolution");
  });

  it("reads stored entries as well as deflated ones", () => {
    expect(readPackage(zipSync(solutionFiles(), { level: 0 })).manifest.version).toBe("1.2.3.4");
  });
});
