import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { PackageError } from "../../../SolutionHealth/package/errors";
import { packFiles } from "../../../Solutions/pipeline/layout/pack";
import { unpackFiles, unpackPackage } from "../../../Solutions/pipeline/layout/unpack";
import { SMALL_SOLUTION, solutionXml, sources } from "./sources";

const CUSTOMIZATIONS = `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Entities />{}</ImportExportXml>`;

/** A package with this inside its customizations and these further entries. */
function packageOf(section: string, entries: Readonly<Record<string, string>> = {}): Uint8Array {
  const texts = {
    "solution.xml": solutionXml(0),
    "customizations.xml": CUSTOMIZATIONS.replace("{}", section),
    ...entries,
  };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])));
}

const refusal = (zip: Uint8Array): unknown => {
  try {
    return unpackFiles(zip);
  } catch (thrown) {
    return thrown;
  }
};

describe("unpackFiles", () => {
  it("gives back the files of the package's own type", () => {
    const paths = [...unpackFiles(packFiles(sources(), { managed: true })).keys()].sort();
    const plain = ["Entities/x_Thing/FormXml/main/{1}.xml", "AppModules/x_App/AppModule.xml"];
    expect(paths).toEqual(
      Object.keys(SMALL_SOLUTION)
        .filter((path) => !plain.includes(path))
        .sort(),
    );
  });

  it("makes names that no file system takes harmless", () => {
    const files = unpackFiles(packageOf(`<Roles><Role name="A: b/c?" /><Role name="A_ b_c_" /></Roles>`));
    expect([...files.keys()]).toEqual(expect.arrayContaining(["Roles/A_ b_c_.xml", "Roles/A_ b_c_ (2).xml"]));
  });

  it("leaves in Customizations.xml what has no file of its own", () => {
    const files = unpackFiles(
      packageOf(`<AIModels><AIModel /></AIModels><Workflows><Workflow unmodified="1" /></Workflows>`),
    );
    const text = new TextDecoder().decode(files.get("Other/Customizations.xml"));
    expect(text).toContain("<AIModel />");
    expect(text).toContain(`<Workflow unmodified="1" />`);
  });

  it("decodes entry names that are percent-encoded, and only those", () => {
    const files = unpackFiles(packageOf("", { "bots/a%20b.xml": "<a />", "bots/100%.txt": "" }));
    expect([...files.keys()]).toEqual(expect.arrayContaining(["bots/a b.xml", "bots/100%.txt"]));
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["an entry belongs to no component", "", { "Workflows/x.json": "{}" }, "unknownEntry"],
    ["an entry lies at the root", "", { "x.zip": "" }, "unknownEntry"],
    [
      "a component's entry is missing",
      `<WebResources><WebResource><Name>a</Name><FileName>/WebResources/a1</FileName></WebResource></WebResources>`,
      {},
      "missingFile",
    ],
    ["a kind is not known", `<Reports><Report /></Reports>`, {}, "unsupportedKind"],
    [
      "a web resource's name leads out",
      `<WebResources><WebResource><Name>../../x</Name><FileName>/WebResources/a1</FileName></WebResource></WebResources>`,
      { "WebResources/a1": "" },
      "unsafePath",
    ],
    ["an encoded entry name leads out", "", { "bots/%2e%2e/%2e%2e/x": "" }, "unsafePath"],
    [
      "a form has no id",
      `<Entities><Entity><Name>x</Name><FormXml><forms type="main"><systemform /></forms></FormXml></Entity></Entities>`,
      {},
      "brokenXml",
    ],
    ["a table has no name", `<Entities><Entity /></Entities>`, {}, "brokenXml"],
  ])("refuses when %s", (_, section, entries, code) => {
    const zip = packageOf(section, entries);
    const table = section.startsWith("<Entities>");
    const xml = `<ImportExportXml>${section}</ImportExportXml>`;
    expect(refusal(table ? packageOf("", { "customizations.xml": xml }) : zip)).toMatchObject({ code });
  });

  it("keeps an id from leading out of the folder", () => {
    const xml = `<ImportExportXml><Entities><Entity><Name>..</Name><FormXml><forms type="../.."><systemform><formid>../../../x</formid></systemform></forms></FormXml></Entity></Entities></ImportExportXml>`;
    const paths = [...unpackFiles(packageOf("", { "customizations.xml": xml })).keys()];
    expect(paths.filter((path) => path.split("/").includes(".."))).toEqual([]);
  });

  it("reports a zip that cannot be read as the package room does", () => {
    expect(refusal(strToU8("no zip"))).toBeInstanceOf(PackageError);
  });
});

describe("unpackPackage", () => {
  const zip = packFiles(sources(), { managed: true });
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "unpack-"));
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it("writes the folder, and nothing beside it", async () => {
    await unpackPackage(zip, join(root, "deep/target"));
    expect(await readFile(join(root, "deep/target/Roles/Clerk.xml"), "utf8")).toContain(`name="Clerk"`);
    expect(await readdir(join(root, "deep"))).toEqual(["target"]);
  });

  it("takes an empty folder", async () => {
    await mkdir(join(root, "target"));
    await unpackPackage(zip, join(root, "target"));
    expect(await readdir(join(root, "target"))).toContain("Other");
  });

  it("leaves a folder that holds something alone", async () => {
    await mkdir(join(root, "target"));
    await writeFile(join(root, "target/mine.txt"), "mine");
    await expect(unpackPackage(zip, join(root, "target"))).rejects.toMatchObject({ code: "targetNotEmpty" });
    expect(await readdir(join(root, "target"))).toEqual(["mine.txt"]);
  });

  it("replaces a folder when told so", async () => {
    await mkdir(join(root, "target"));
    await writeFile(join(root, "target/mine.txt"), "mine");
    await unpackPackage(zip, join(root, "target"), { replace: true });
    expect(await readdir(join(root, "target"))).not.toContain("mine.txt");
    expect(await readdir(root)).toEqual(["target"]);
  });

  it("leaves nothing behind when the package is refused", async () => {
    const broken = packageOf("", { "x.zip": "" });
    await expect(unpackPackage(broken, join(root, "target"))).rejects.toMatchObject({ code: "unknownEntry" });
    expect(await readdir(root)).toEqual([]);
  });

  it("leaves nothing behind when two files cannot stand side by side", async () => {
    const clash = packageOf("", { "bots/a": "file", "bots/a/b": "file below it" });
    await expect(unpackPackage(clash, join(root, "target"))).rejects.toMatchObject({ code: "unwritable" });
    expect(await readdir(root)).toEqual([]);
  });

  it("says so when a file has the folder's name", async () => {
    await writeFile(join(root, "target"), "");
    await expect(unpackPackage(zip, join(root, "target"))).rejects.toMatchObject({ code: "unwritable" });
  });
});
