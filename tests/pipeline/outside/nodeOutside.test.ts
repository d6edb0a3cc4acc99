import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createNodeOutside } from "../../../Solutions/pipeline/outside/nodeOutside";
import { makeFolder } from "../fakes/fakeOutside";

const outsideIn = (root: string) => createNodeOutside(root, new AbortController().signal);

describe("createNodeOutside", () => {
  it("loads an optional package from the product's root", async () => {
    const root = await makeFolder();
    const folder = join(root, "node_modules", "@scope", "extra");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), '{ "name": "@scope/extra", "main": "main.js" }');
    await writeFile(join(folder, "main.js"), "exports.answer = 42;");
    expect(await outsideIn(root).host.loadPackage("@scope/extra")).toEqual({ answer: 42 });
  });

  it("gives nothing for a package that is not installed", async () => {
    expect(await outsideIn(await makeFolder()).host.loadPackage("@scope/extra")).toBeUndefined();
  });

  it("runs a command without a shell and gives its exit code", async () => {
    const { host } = outsideIn(await makeFolder());
    const script = "process.exitCode = process.argv[1] === '$(echo 3)' ? 7 : 1";
    expect(await host.run(process.execPath, ["-e", script, "$(echo 3)"], process.cwd())).toBe(7);
  });

  it("fails for a command that does not exist", async () => {
    const { host } = outsideIn(await makeFolder());
    await expect(host.run("no-such-program-at-all", [], process.cwd())).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("asks nobody where nobody can type", async () => {
    const { isTTY } = process.stdin;
    process.stdin.isTTY = false;
    try {
      const { host } = outsideIn(await makeFolder());
      expect(await host.askLine("Name: ", new AbortController().signal)).toBeUndefined();
    } finally {
      process.stdin.isTTY = isTTY;
    }
  });

  it("removes its temporary folders at the end", async () => {
    const outside = outsideIn(await makeFolder());
    const folder = await outside.host.makeTemporaryFolder();
    await writeFile(join(folder, "a.txt"), "a");
    await outside.dispose();
    expect(existsSync(folder)).toBe(false);
  });
});
