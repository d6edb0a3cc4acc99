import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unpack } from "../../../Solutions/pipeline/verbs/unpack";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";
import { soundFiles, zipOf } from "../fakes/soundPackage";

const SOUND = soundFiles();

/** Unpacks a file with this content beside nothing else, and tells what lies there afterwards. */
async function attempt(content: Uint8Array, replace = false) {
  const workingDir = await makeFolder();
  await writeFile(join(workingDir, "a.zip"), content);
  const parameters = { zipFile: "a.zip", folder: "source", with: "embedded", replace } as const;
  const result = await unpack(parameters, fakeOutside({ workingDir })).catch((error: unknown) => error);
  return { result, workingDir, left: await readdir(workingDir) };
}

describe("unpack", () => {
  it("writes a folder in the layout of SolutionPackager", async () => {
    const { result, workingDir } = await attempt(zipOf(SOUND));
    expect(result).toBe(join(workingDir, "source"));
    expect(await readdir(join(workingDir, "source"))).toEqual(
      expect.arrayContaining(["Other", "Controls", "Entities"]),
    );
  });

  it.each([
    ["a path that leads out of the folder", zipOf({ ...SOUND, "../evil.txt": "x" }), "unsafePath"],
    ["an absolute path", zipOf({ ...SOUND, "/evil.txt": "x" }), "unsafePath"],
    ["a bomb", zipOf({ ...SOUND, "WebResources/shl_icon": new Uint8Array(20 * 1024 * 1024) }), "tooLarge"],
    ["a text instead of a zip", new TextEncoder().encode("no zip"), "notZip"],
    ["nothing", new Uint8Array(), "empty"],
    ["broken XML", zipOf({ ...SOUND, "customizations.xml": "<ImportExportXml><Entities>" }), "brokenXml"],
    ["a zip without solution.xml", zipOf({ "readme.txt": "x" }), "missingFile"],
  ])("refuses %s and leaves nothing behind", async (_what, content, code) => {
    const { result, left } = await attempt(content);
    expect(result).toMatchObject({ code, exitCode: 3, whatToDo: expect.stringMatching(/\w/) });
    expect(left).toEqual(["a.zip"]);
  });

  it("keeps what is in the target unless told to replace it", async () => {
    const workingDir = await makeFolder();
    await writeFile(join(workingDir, "a.zip"), zipOf(SOUND));
    await mkdir(join(workingDir, "source"));
    await writeFile(join(workingDir, "source", "mine.txt"), "mine");
    const parameters = { zipFile: "a.zip", folder: "source", with: "embedded" } as const;

    const refused = unpack({ ...parameters, replace: false }, fakeOutside({ workingDir }));
    await expect(refused).rejects.toMatchObject({ code: "targetNotEmpty", exitCode: 4 });
    expect(await readFile(join(workingDir, "source", "mine.txt"), "utf8")).toBe("mine");

    await unpack({ ...parameters, replace: true }, fakeOutside({ workingDir }));
    expect(await readdir(join(workingDir, "source"))).not.toContain("mine.txt");
  });

  it("tells that the target cannot be written", async () => {
    const workingDir = await makeFolder();
    await writeFile(join(workingDir, "a.zip"), zipOf(SOUND));
    await writeFile(join(workingDir, "file"), "x");
    const parameters = { zipFile: "a.zip", folder: "file/source", with: "embedded", replace: false } as const;
    await expect(unpack(parameters, fakeOutside({ workingDir }))).rejects.toMatchObject({ exitCode: 4 });
  });
});
