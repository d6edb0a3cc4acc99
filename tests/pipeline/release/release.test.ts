import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { release } from "../../../Solutions/pipeline/verbs/release";
import { releaseNotes } from "../../../Solutions/pipeline/release/releaseNotes";
import { builtProduct } from "../fakes/builtProduct";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";

const OWN = join(REPOSITORY, "Solutions", "SolutionHealth");
const CHANGELOG = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-11-01

- The newest.

## 1.1.0

- An older one.
`;

/** A product root with a change log and a "built" control. */
async function product(bundle?: string): Promise<string> {
  const root = await builtProduct(bundle);
  await writeFile(join(root, "CHANGELOG.md"), CHANGELOG);
  return root;
}

const parameters = (out: string, version = "1.10.0") => ({ folder: OWN, version, out, build: true });

describe("release", () => {
  it("puts both packages, their checksums and the notes into one folder", async () => {
    const out = join(await makeFolder(), "release");
    const files = await release(parameters(out), fakeOutside({ productRoot: await product() }));

    const names = ["SolutionHealth_managed.zip", "SolutionHealth.zip", "SHA256SUMS", "RELEASE_NOTES.md"];
    expect(files).toEqual(names.map((name) => join(out, name)));
    expect((await readdir(out)).sort()).toEqual([...names].sort());
    expect(await readFile(join(out, "RELEASE_NOTES.md"), "utf8")).toBe("- The newest.\n");
  });

  it("writes checksums that sha256sum takes", async () => {
    const out = join(await makeFolder(), "release");
    await release(parameters(out), fakeOutside({ productRoot: await product() }));
    const zip = await readFile(join(out, "SolutionHealth.zip"));
    const sum = createHash("sha256").update(zip).digest("hex");
    expect(await readFile(join(out, "SHA256SUMS"), "utf8")).toContain(`${sum}  SolutionHealth.zip\n`);
  });

  it("builds once", async () => {
    const outside = fakeOutside({ productRoot: await product() });
    await release(parameters(join(await makeFolder(), "release")), outside);
    expect(outside.commands).toHaveLength(1);
  });

  it("replaces an older release", async () => {
    const out = await makeFolder();
    await writeFile(join(out, "old.zip"), "old");
    await release(parameters(out), fakeOutside({ productRoot: await product() }));
    expect(await readdir(out)).not.toContain("old.zip");
  });

  it("leaves the older release alone when a package is not sound", async () => {
    const out = await makeFolder();
    await writeFile(join(out, "old.zip"), "old");
    const outside = fakeOutside({ productRoot: await product("//# sourceURL=webpack-internal:///./index.ts") });
    await expect(release(parameters(out), outside)).rejects.toMatchObject({ code: "packageUnsound", exitCode: 1 });
    expect(await readdir(out)).toEqual(["old.zip"]);
    expect(outside.messages.join()).toContain("development build");
  });

  it("asks for notes before it builds", async () => {
    const outside = fakeOutside({ productRoot: await product() });
    const releasing = release(parameters(await makeFolder(), "2.0.0"), outside);
    await expect(releasing).rejects.toMatchObject({ code: "notesMissing", exitCode: 3 });
    expect(outside.commands).toEqual([]);
  });
});

describe("releaseNotes", () => {
  it("tells 1.1.0 from 1.10.0", () => {
    expect(releaseNotes(CHANGELOG, "1.1.0")).toBe("- An older one.\n");
  });

  it("takes an empty section for a missing one", () => {
    expect(() => releaseNotes("## 3.0.0\n\n## 2.0.0\n- x\n", "3.0.0")).toThrow(/says nothing about version 3\.0\.0/);
  });
});
