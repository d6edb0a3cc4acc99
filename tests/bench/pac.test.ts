import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pacCommand, runPac, type Command } from "./pac";

describe("pacCommand", () => {
  it("takes the first word as the program and the others as its arguments", () => {
    expect(pacCommand("dotnet  /opt/pac/pac.dll")).toEqual(["dotnet", "/opt/pac/pac.dll"]);
  });

  it.each([undefined, "", "  "])("names no command when PAC is %j", (text) => {
    expect(pacCommand(text)).toBeUndefined();
  });
});

describe("runPac", () => {
  let workspace = "";
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), "bench-pac-"));
  });
  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  /** A program that does what the script says; pac's arguments begin at `process.argv[1]`. */
  const standIn = (script: string): Command => [process.execPath, "-e", script, "--"];
  const run = (command: Command): Promise<number> => runPac(command, request(), join(workspace, "pac.log"));
  const request = () => ({
    verb: "pack" as const,
    zip: join(workspace, "a.zip"),
    folder: join(workspace, "source"),
    managed: true,
  });

  it("asks for the verb with zip, folder and package type", async () => {
    const { zip, folder } = request();
    const asked = ["solution", "pack", "--zipfile", zip, "--folder", folder, "--packagetype", "Managed"];
    const script = `
      if (JSON.stringify(process.argv.slice(1)) !== ${JSON.stringify(JSON.stringify(asked))}) process.exit(3);
      require("node:fs").writeFileSync(process.argv[4], "zip");`;
    await expect(run(standIn(script))).resolves.toEqual(expect.any(Number));
  });

  it("fails with its last words when it ends with an error", async () => {
    const script = 'console.error("Cannot find Solution.xml."); process.exit(2)';
    await expect(run(standIn(script))).rejects.toThrow("exit code 2. Cannot find Solution.xml.");
  });

  it("fails when it ends well but has written nothing", async () => {
    await expect(run(standIn(""))).rejects.toThrow("pac ended with exit code 0");
  });

  it("keeps its telemetry from being sent", async () => {
    const script = `
      if (!process.env.PAC_CLI_TELEMETRY_OPTOUT || !process.env.PP_TOOLS_TELEMETRY_OPTOUT) process.exit(3);
      require("node:fs").writeFileSync(process.argv[4], "zip");`;
    await expect(run(standIn(script))).resolves.toEqual(expect.any(Number));
  });

  it("fails when there is no such program", async () => {
    await expect(run([join(workspace, "absent")])).rejects.toThrow("ENOENT");
  });
});
