import { strFromU8, unzipSync } from "fflate";
import { packFiles, type PackOptions } from "../../../Solutions/pipeline/layout/pack";
import type { PackagingError, PackagingErrorCode } from "../../../Solutions/pipeline/layout/packagingError";
import type { SourceFiles } from "../../../Solutions/pipeline/layout/sourceFiles";
import { SMALL_SOLUTION, solutionXml, sourceFilesOf, sources } from "./sources";

const MANAGED: PackOptions = { managed: true };
const UNMANAGED: PackOptions = { managed: false };

function pack(files: SourceFiles = sources(), options: PackOptions = MANAGED): Record<string, string> {
  const entries = unzipSync(packFiles(files, options));
  return Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, strFromU8(content)]));
}

function refusal(files: SourceFiles, options: PackOptions = MANAGED): { code: PackagingErrorCode; place: string } {
  try {
    packFiles(files, options);
  } catch (thrown) {
    const { code, place } = thrown as PackagingError;
    return { code, place };
  }
  throw new Error("It was packed.");
}

describe("packFiles", () => {
  it("writes the entries in the order of SolutionPackager", () => {
    expect(Object.keys(pack())).toEqual([
      "customizations.xml",
      "solution.xml",
      "WebResources/x_abjs123",
      "Controls/x_N.C/ControlManifest.xml",
      "Controls/x_N.C/bundle.js",
      "environmentvariabledefinitions/x_Days/environmentvariabledefinition.xml",
      "[Content_Types].xml",
    ]);
  });

  it("gives the same bytes for the same files read in another order", () => {
    const backwards = Object.fromEntries(Object.entries(SMALL_SOLUTION).reverse());
    const one = packFiles(sources(), MANAGED);
    const other = packFiles(sourceFilesOf(backwards), MANAGED);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("gives every entry the same fixed time", () => {
    const zip = packFiles(sources(), MANAGED);
    const view = new DataView(zip.buffer, zip.byteOffset);
    // DOS date of the first local header: 1 January 1980.
    expect(view.getUint16(12, true)).toBe(0x0021);
  });

  it("writes the package type", () => {
    expect(pack()["solution.xml"]).toContain("<Managed>1</Managed>");
    expect(pack(sources(), UNMANAGED)["solution.xml"]).toContain("<Managed>0</Managed>");
  });

  it("takes the form of the package type", () => {
    expect(pack()["customizations.xml"]).toContain(`<form name="managed" />`);
    expect(pack(sources(), UNMANAGED)["customizations.xml"]).toContain(`<form name="plain" />`);
  });

  it("puts forms into the group of their folder", () => {
    expect(pack()["customizations.xml"]).toMatch(/<FormXml>\s*<forms type="main">\s*<systemform>/);
  });

  it("keeps connection references where they stand", () => {
    expect(pack()["customizations.xml"]).toContain(`connectionreferencelogicalname="x_mail"`);
  });

  it("declares the namespace once", () => {
    expect(pack()["customizations.xml"]?.match(/xmlns:xsi/g)).toHaveLength(1);
  });

  it("stamps the version into the manifests of the solution and of its controls", () => {
    const entries = pack(sources(), { managed: true, version: "2.3.4" });
    expect(entries["solution.xml"]).toContain("<Version>2.3.4.0</Version>");
    expect(entries["Controls/x_N.C/ControlManifest.xml"]).toContain(`constructor="C" version="2.3.4"`);
  });

  it("percent-encodes what cannot stand in an entry's name", () => {
    const names = Object.keys(pack(sources({ "bots/a b/c#d.xml": "<bot />" })));
    expect(names).toContain("bots/a%20b/c%23d.xml");
  });

  it("passes over project files and notes beside the sources", () => {
    const names = Object.keys(pack(sources({ "Small.cdsproj": "", "README.md": "", ".gitignore": "" })));
    expect(names).toHaveLength(7);
  });

  it.each<[string, Record<string, string | undefined>, PackagingErrorCode, string]>([
    ["the solution manifest is missing", { "Other/Solution.xml": undefined }, "missingFile", "Other/Solution.xml"],
    ["the folder is unmanaged", { "Other/Solution.xml": solutionXml(0) }, "wrongPackageType", "Other/Solution.xml"],
    ["the package type is unknown", { "Other/Solution.xml": solutionXml(7) }, "brokenXml", "Other/Solution.xml"],
    [
      "a web resource would lie outside the package",
      {
        "WebResources/x_/a b.js.data.xml":
          "<WebResource><Name>x_/a b.js</Name><FileName>/../../x</FileName></WebResource>",
      },
      "unsafePath",
      "../../x",
    ],
    ["a file is not XML", { "Roles/Clerk.xml": "<Role>" }, "brokenXml", "Roles/Clerk.xml, line 1"],
    [
      "a file declares a DOCTYPE",
      { "Roles/Clerk.xml": "<!DOCTYPE x><Role />" },
      "brokenXml",
      "Roles/Clerk.xml, line 1",
    ],
    ["a file describes something else", { "Roles/Clerk.xml": "<Form />" }, "brokenXml", "Roles/Clerk.xml"],
    ["a file lies at the root", { "notes.txt": "" }, "unknownFile", "notes.txt"],
    ["a file belongs to no component", { "WebResources/x.js": "" }, "unknownFile", "WebResources/x.js"],
    ["a file lies between the tables", { "Entities/x.txt": "" }, "unknownFile", "Entities/x.txt"],
    ["a build left something", { "bin/Debug/x.zip": "" }, "unknownFile", "bin/Debug/x.zip"],
    ["a kind is not known", { "Reports/r.rdl": "" }, "unsupportedKind", "Reports/r.rdl"],
    [
      "a table has no description",
      { "Entities/y/RibbonDiff.xml": "<RibbonDiffXml />" },
      "missingFile",
      "Entities/y/Entity.xml",
    ],
    ["a web resource has no content", { "WebResources/x_/a b.js": undefined }, "missingFile", "WebResources/x_/a b.js"],
    [
      "a control is not built",
      { "Controls/x_N.C/ControlManifest.xml": undefined },
      "missingFile",
      "Controls/x_N.C/ControlManifest.xml",
    ],
    [
      "there is no section for a kind",
      { "OptionSets/x.xml": `<optionset Name="x" />` },
      "missingSection",
      "Other/Customizations.xml",
    ],
    [
      "a table has no place for its charts",
      { "Entities/x_Thing/Visualizations/{3}.xml": "<visualization />" },
      "missingSection",
      "Entities/x_Thing/Entity.xml",
    ],
    [
      "two files are the same role",
      { "Roles/Clerk2.xml": `<Role name="CLERK" />` },
      "duplicateComponent",
      "Roles/Clerk2.xml",
    ],
    [
      "a relationship has no definition",
      { "Other/Relationships/Contact.xml": "<EntityRelationships />" },
      "danglingReference",
      "Other/Relationships.xml",
    ],
    [
      "a relationship is not in the index",
      { "Other/Relationships.xml": "<EntityRelationships />" },
      "danglingReference",
      "Other/Relationships/Contact.xml",
    ],
    [
      "a managed form is missing",
      { "Entities/x_Thing/FormXml/main/{1}_managed.xml": undefined },
      "missingVariant",
      "Entities/x_Thing/FormXml/main/{1}_managed.xml",
    ],
  ])("refuses when %s", (_, changes, code, place) => {
    expect(refusal(sources(changes))).toEqual({ code, place });
  });

  it("leaves out a component of the other package type when told so", () => {
    const files = sources({ "Entities/x_Thing/FormXml/main/{1}_managed.xml": undefined });
    expect(pack(files, { managed: true, missingVariant: "leaveOut" })["customizations.xml"]).toContain("<FormXml />");
  });

  it("uses the component of the other package type when told so", () => {
    const files = sources({ "AppModules/x_App/AppModule.xml": undefined });
    const xml = pack(files, { managed: false, missingVariant: "substitute" })["customizations.xml"];
    expect(xml).toContain("<UniqueName>x_App</UniqueName>");
  });

  it.each(["1.2", "1.2.3-beta", "x", "1.2.3.4.5"])("refuses to stamp %s", (version) => {
    expect(refusal(sources(), { managed: true, version }).code).toBe("badVersion");
  });
});
