import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pack, type PackParameters } from "../../../Solutions/pipeline/verbs/pack";
import { verifyPackage } from "../../../Solutions/pipeline/verify/verifyPackage";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import { builtProduct } from "../fakes/builtProduct";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";

const BASE = join(REPOSITORY, "Solutions", "Demo", "Base");
const OWN = join(REPOSITORY, "Solutions", "SolutionHealth");

const parameters = (out: string, more: Partial<PackParameters> = {}): PackParameters => ({
  folder: BASE,
  out,
  with: "embedded",
  productVersion: "7.8.9",
  build: true,
  ...more,
});

describe("pack", () => {
  it("packs what the folder allows, under the names of the official CLI", async () => {
    const out = await makeFolder();
    const written = await pack(parameters(out, { folder: OWN }), fakeOutside({ productRoot: await builtProduct() }));
    expect(written).toEqual([join(out, "SolutionHealth_managed.zip"), join(out, "SolutionHealth.zip")]);
    const managed = await Promise.all(written.map(async (file) => readPackage(await readFile(file)).manifest.managed));
    expect(managed).toEqual([true, false]);
  });

  it("builds the control first, and puts its output and the product's version into the package", async () => {
    const productRoot = await builtProduct();
    const outside = fakeOutside({ productRoot });
    const [zip = ""] = await pack(parameters(await makeFolder(), { folder: OWN }), outside);

    expect(outside.commands).toEqual([
      { command: process.execPath, args: ["tools/build.mjs"], workingDir: productRoot },
    ]);
    const bytes = await readFile(zip);
    expect(readPackage(bytes).manifest.version).toBe("7.8.9.0");
    expect(verifyPackage(bytes).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("packs nothing when the build fails", async () => {
    const out = join(await makeFolder(), "out");
    const outside = fakeOutside({ productRoot: await builtProduct(), run: () => 1 });
    await expect(pack(parameters(out, { folder: OWN }), outside)).rejects.toMatchObject({
      code: "buildFailed",
      exitCode: 9,
    });
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("says that the build's output is missing when it was told not to build", async () => {
    const outside = fakeOutside({ productRoot: await makeFolder() });
    const packing = pack(parameters(await makeFolder(), { folder: OWN, build: false }), outside);
    await expect(packing).rejects.toMatchObject({ code: "missingFolder", exitCode: 3 });
    expect(outside.commands).toEqual([]);
  });

  it("neither builds nor stamps a folder that holds all it needs", async () => {
    const outside = fakeOutside();
    const [zip = ""] = await pack(parameters(await makeFolder()), outside);
    expect(outside.commands).toEqual([]);
    expect(readPackage(await readFile(zip)).manifest.version).not.toBe("7.8.9.0");
  });

  it("gives the same bytes for the same sources", async () => {
    const [one = "", two = ""] = [
      ...(await pack(parameters(await makeFolder()), fakeOutside())),
      ...(await pack(parameters(await makeFolder()), fakeOutside())),
    ];
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });

  it("refuses a kind that the folder does not hold", async () => {
    const packing = pack(parameters(await makeFolder(), { kinds: ["unmanaged"] }), fakeOutside());
    await expect(packing).rejects.toMatchObject({ code: "wrongPackageType", exitCode: 3 });
  });

  it.each([
    ["the folder is missing", "gone", "sourceMissing"],
    ["the folder is a file", "package.json", "sourceUnreadable"],
    ["the folder holds no solution", "tools", "sourceMissing"],
  ])("tells what is wrong when %s", async (_what, folder, code) => {
    await expect(pack(parameters(await makeFolder(), { folder }), fakeOutside())).rejects.toMatchObject({
      code,
      exitCode: 3,
    });
  });

  it("leaves the old package alone when the source is broken", async () => {
    const out = await makeFolder();
    const [zip = ""] = await pack(parameters(out), fakeOutside());
    const before = await readFile(zip);
    const folder = join(await makeFolder(), "copy");
    await cp(BASE, folder, { recursive: true });
    await writeFile(join(folder, "Other", "Customizations.xml"), "<ImportExportXml><Entities>");

    await expect(pack(parameters(out, { folder }), fakeOutside())).rejects.toMatchObject({
      code: "brokenXml",
      exitCode: 3,
    });
    expect(await readdir(out)).toHaveLength(1);
    expect((await readFile(zip)).equals(before)).toBe(true);
  });

  it("tells that the target cannot be written, and leaves nothing behind", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "out"), "a file where a folder should be");
    await expect(pack(parameters(join(folder, "out")), fakeOutside())).rejects.toMatchObject({
      code: "outputUnwritable",
      exitCode: 4,
    });
    expect(await readdir(folder)).toEqual(["out"]);
  });
});
