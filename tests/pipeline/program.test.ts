import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../Solutions/pipeline/program";
import { fakeOutside, type FakeOutsideOptions, makeFolder, REPOSITORY } from "./fakes/fakeOutside";
import { replaced, soundFiles, zipOf } from "./fakes/soundPackage";

const VERBS = ["pack", "unpack", "verify", "check", "import", "apply", "uninstall", "release"];
const BASE = join(REPOSITORY, "Solutions", "Demo", "Base");

async function run(args: readonly string[], options: FakeOutsideOptions = {}) {
  const outside = fakeOutside({ workingDir: await makeFolder(), ...options });
  const exitCode = await runProgram(args, "1.2.3", outside);
  return { exitCode, data: outside.data(), messages: [...outside.messages, ...outside.drawn].join("\n"), outside };
}

describe("runProgram", () => {
  it("lists every verb and every exit code in its help", async () => {
    const { exitCode, data } = await run(["--help"]);
    expect(exitCode).toBe(0);
    for (const verb of VERBS) expect(data).toMatch(new RegExp(`^  ${verb}`, "m"));
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 70, 130]) expect(data).toMatch(new RegExp(`^  ${code} `, "m"));
  });

  it.each(VERBS)("explains %s and its exit codes", async (verb) => {
    const { exitCode, data } = await run([verb, "--help"]);
    expect(exitCode).toBe(0);
    expect(data).toContain(`Usage: solution ${verb}`);
    expect(data).toContain("Exit codes:");
  });

  it("says its version", async () => {
    expect(await run(["--version"])).toMatchObject({ exitCode: 0, data: "1.2.3\n" });
  });

  it.each([
    ["an unknown verb", ["frobnicate"]],
    ["an unknown option", ["verify", "a.zip", "--fast"]],
    ["a missing argument", ["verify"]],
    ["a missing option", ["unpack", "a.zip"]],
    ["options that contradict each other", ["pack", "--managed", "--unmanaged"]],
    ["a choice that is none", ["import", "a.zip", "--environment", "http://localhost:1", "--as", "magic"]],
    ["a password on the command line", ["import", "a.zip", "--environment", "http://localhost:1", "--password", "x"]],
  ])("ends with 2 for %s", async (_what, args) => {
    const { exitCode, data, messages } = await run(args);
    expect(exitCode).toBe(2);
    expect(data).toBe("");
    expect(messages).toMatch(/^error: /m);
  });

  it("puts findings on stdout and their sum on stderr", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "a.zip"), zipOf(replaced(soundFiles(), "solution.xml", "1.2.0.0", "one")));
    const { exitCode, data, messages } = await run(["verify", "a.zip"], { workingDir: folder });
    expect(exitCode).toBe(1);
    expect(data).toMatch(/^error version-invalid at solution\.xml/);
    expect(messages).toBe("a.zip: 1 error, 0 warnings, 0 for information.");
  });

  it("prints findings as JSON", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "a.zip"), zipOf(soundFiles()));
    const { exitCode, data } = await run(["verify", "a.zip", "--json"], { workingDir: folder });
    expect(exitCode).toBe(0);
    expect(JSON.parse(data)).toEqual({ subject: "a.zip", counts: { error: 0, warning: 0, info: 0 }, findings: [] });
  });

  it("tells a missing file with what to do, and ends with 3", async () => {
    const { exitCode, messages } = await run(["verify", "gone.zip"]);
    expect(exitCode).toBe(3);
    expect(messages).toMatch(/gone\.zip does not exist\.\nCheck the path/);
  });

  it("tells an error as JSON on stdout where JSON was asked for", async () => {
    const { data } = await run(["verify", "gone.zip", "--json"]);
    expect(JSON.parse(data)).toMatchObject({ error: { code: "sourceMissing", exitCode: 3 } });
  });

  it("packs and unpacks, and packing what was unpacked gives the same bytes", async () => {
    const workingDir = await makeFolder();
    expect((await run(["pack", "--folder", BASE, "--out", "one"], { workingDir })).exitCode).toBe(0);
    const [name = ""] = await readdir(join(workingDir, "one"));
    expect((await run(["unpack", `one/${name}`, "--folder", "source"], { workingDir })).exitCode).toBe(0);
    expect((await run(["pack", "--folder", "source", "--out", "two"], { workingDir })).exitCode).toBe(0);
    const bytes = (folder: string) => readFile(join(workingDir, folder, name));
    expect((await bytes("two")).equals(await bytes("one"))).toBe(true);
  });

  it("ends with 130 when it was cancelled", async () => {
    const cancel = new AbortController();
    cancel.abort();
    const args = ["verify", "gone.zip"];
    expect((await run(args, { signal: cancel.signal })).exitCode).toBe(130);
  });

  it("ends with 70 for a fault of its own", async () => {
    const folder = await makeFolder();
    const outside = fakeOutside({ workingDir: folder });
    const broken = {
      ...outside,
      logger: {
        ...outside.logger,
        info: () => {
          throw new TypeError("boom");
        },
      },
    };
    await writeFile(join(folder, "a.zip"), zipOf(soundFiles()));
    expect(await runProgram(["verify", "a.zip"], "1.2.3", broken)).toBe(70);
    expect(outside.messages.join()).toContain("boom");
  });
});
