import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WRAPPER_PACKAGE } from "../../../Solutions/pipeline/pac/loadWrapper";
import { createPacPacker } from "../../../Solutions/pipeline/pac/pacPacker";
import type { PackRequest } from "../../../Solutions/pipeline/packer/packer";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";
import { soundFiles, zipOf } from "../fakes/soundPackage";
import { standInPac } from "../fakes/standInPac";
import { standInWrapper } from "../fakes/standInWrapper";

const PACKAGES = { [WRAPPER_PACKAGE]: standInWrapper };
const BASE = join(REPOSITORY, "Solutions", "Demo", "Base");

const request = (zipFile: string, more: Partial<PackRequest> = {}): PackRequest => ({
  folder: BASE,
  managed: true,
  zipFile,
  mappings: [],
  version: undefined,
  ...more,
});

const argument = (call: readonly string[] | undefined, name: string): string => call?.[call.indexOf(name) + 1] ?? "";

describe("createPacPacker", () => {
  it("packs with the official CLI and puts the result in its place", async () => {
    const pac = await standInPac();
    const packer = await createPacPacker(pac.path, fakeOutside({ packages: PACKAGES }));
    const zipFile = join(await makeFolder(), "out", "Base_managed.zip");

    await packer.pack(request(zipFile));

    const [call] = await pac.calls();
    expect(call?.filter((part) => !part.startsWith("/"))).toEqual([
      "solution",
      "pack",
      "--zipFile",
      "--folder",
      "--packageType",
      "Managed",
    ]);
    expect(await readFile(zipFile, "utf8")).toBe("packed by the stand-in");
  });

  it("gives it a copy of the source with built files in place and the version stamped", async () => {
    const built = await makeFolder();
    await writeFile(join(built, "ControlManifest.xml"), '<manifest><control version="0.0.1" /></manifest>');
    const pac = await standInPac();
    const packer = await createPacPacker(pac.path, fakeOutside({ packages: PACKAGES }));

    const mappings = [{ from: built, to: "Controls/shl_A.B" }];
    await packer.pack(request(join(await makeFolder(), "a.zip"), { managed: false, mappings, version: "3.4.5" }));

    const [call] = await pac.calls();
    const staged = argument(call, "--folder");
    expect(argument(call, "--packageType")).toBe("Unmanaged");
    expect(staged).not.toBe(BASE);
    expect(await readFile(join(staged, "Other", "Solution.xml"), "utf8")).toContain("<Version>3.4.5.0</Version>");
    const manifest = await readFile(join(staged, "Controls", "shl_A.B", "ControlManifest.xml"), "utf8");
    expect(manifest).toContain('version="3.4.5"');
  });

  it("unpacks by the kind that the package says it is", async () => {
    const folder = await makeFolder();
    const zipFile = join(folder, "a.zip");
    await writeFile(zipFile, zipOf(soundFiles()));
    const pac = await standInPac();
    const packer = await createPacPacker(pac.path, fakeOutside({ packages: PACKAGES }));

    await packer.unpack({ zipFile, folder: join(folder, "source"), replace: false });

    const [call] = await pac.calls();
    expect(call?.slice(0, 4)).toEqual(["solution", "unpack", "--zipFile", zipFile]);
    expect(argument(call, "--packageType")).toBe("Managed");
    expect(existsSync(join(folder, "source", "Other", "Solution.xml"))).toBe(true);
  });

  it("does not unpack over something unless told to", async () => {
    const folder = await makeFolder();
    const zipFile = join(folder, "a.zip");
    await writeFile(zipFile, zipOf(soundFiles()));
    await mkdir(join(folder, "source"));
    await writeFile(join(folder, "source", "mine.txt"), "mine");
    const packer = await createPacPacker((await standInPac()).path, fakeOutside({ packages: PACKAGES }));
    const target = { zipFile, folder: join(folder, "source") };

    await expect(packer.unpack({ ...target, replace: false })).rejects.toMatchObject({ code: "targetNotEmpty" });
    expect(await readdir(target.folder)).toEqual(["mine.txt"]);
    await packer.unpack({ ...target, replace: true });
    expect(await readdir(target.folder)).toEqual(["Other"]);
  });

  it("keeps a package with unsafe paths from the official CLI", async () => {
    const zipFile = join(await makeFolder(), "a.zip");
    await writeFile(zipFile, zipOf({ ...soundFiles(), "../evil.txt": "x" }));
    const pac = await standInPac();
    const packer = await createPacPacker(pac.path, fakeOutside({ packages: PACKAGES }));

    const unpacked = packer.unpack({ zipFile, folder: join(await makeFolder(), "source"), replace: false });
    await expect(unpacked).rejects.toMatchObject({ code: "unsafePath", exitCode: 3 });
    await expect(pac.calls()).rejects.toThrow("ENOENT");
  });

  it("tells the last line of what pac said when it fails, and writes nothing", async () => {
    const pac = await standInPac("Reading…\nError: Customizations.xml is broken.");
    const packer = await createPacPacker(pac.path, fakeOutside({ packages: PACKAGES }));
    const folder = await makeFolder();

    await expect(packer.pack(request(join(folder, "a.zip")))).rejects.toMatchObject({
      code: "pacFailed",
      message: expect.stringContaining("Customizations.xml is broken."),
      exitCode: 3,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says how to install the wrapper when it is missing", async () => {
    await expect(createPacPacker(undefined, fakeOutside())).rejects.toMatchObject({
      code: "wrapperMissing",
      exitCode: 8,
      whatToDo: expect.stringContaining("npm install --no-save @microsoft/powerplatform-cli-wrapper"),
    });
  });

  it("says how to install pac when it is missing", async () => {
    const outside = fakeOutside({ packages: PACKAGES, environment: { PATH: await makeFolder() } });
    await expect(createPacPacker(undefined, outside)).rejects.toMatchObject({
      code: "pacMissing",
      exitCode: 8,
      whatToDo: expect.stringContaining("dotnet tool install"),
    });
  });

  it("finds pac on PATH", async () => {
    const pac = await standInPac();
    const PATH = pac.path.slice(0, pac.path.lastIndexOf("/"));
    const packer = await createPacPacker(undefined, fakeOutside({ packages: PACKAGES, environment: { PATH } }));
    await packer.pack(request(join(await makeFolder(), "a.zip")));
    expect(await pac.calls()).toHaveLength(1);
  });
});
