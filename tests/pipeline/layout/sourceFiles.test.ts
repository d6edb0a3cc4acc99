import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSourceFiles } from "../../../Solutions/pipeline/layout/sourceFiles";

describe("readSourceFiles", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "source-files-"));
    await mkdir(join(root, "source/Controls/x"), { recursive: true });
    await mkdir(join(root, "built/css"), { recursive: true });
    await writeFile(join(root, "source/Controls/x/ControlManifest.xml.data.xml"), "<a />");
    await writeFile(join(root, "built/css/x.css"), "a{}");
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it("puts the files of a mapped folder where they belong", async () => {
    const files = await readSourceFiles(join(root, "source"), [{ from: join(root, "built"), to: "Controls/x" }]);
    expect(files.below("Controls")).toEqual(["Controls/x/ControlManifest.xml.data.xml", "Controls/x/css/x.css"]);
  });

  it("refuses a mapped file that is in the source already", async () => {
    await writeFile(join(root, "built/ControlManifest.xml.data.xml"), "<b />");
    const reading = readSourceFiles(join(root, "source"), [{ from: join(root, "built"), to: "Controls/x" }]);
    await expect(reading).rejects.toMatchObject({ code: "duplicateComponent" });
  });

  it("refuses links, which may lead anywhere", async () => {
    await symlink(join(root, "built"), join(root, "source/link"));
    await expect(readSourceFiles(join(root, "source"), [])).rejects.toMatchObject({
      code: "unsafePath",
      place: "link",
    });
  });

  it("names a folder that does not exist", async () => {
    const missing = join(root, "nothing");
    await expect(readSourceFiles(missing, [])).rejects.toMatchObject({ code: "missingFolder", place: missing });
  });
});
