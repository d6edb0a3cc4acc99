import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";

const root = dirname(dirname(__dirname));
let folder: string;
let running: ChildProcess[] = [];

test.beforeEach(() => {
  // Each start reads all of the sandbox's source anew.
  test.slow();
  folder = mkdtempSync(join(tmpdir(), "solution-health-"));
});

test.afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm start` with these options until it prints its address or ends. */
function start(...args: string[]): Promise<{ child: ChildProcess; address?: string; code?: number; output: string }> {
  // As tsx itself starts it, but in one process: killing tsx would leave the one that it started.
  const main = join(root, "sandbox", "start", "main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, "--no-open", ...args], { cwd: root });
  running.push(child);
  let output = "";
  return new Promise((resolve) => {
    const listen = (part: Buffer): void => {
      output += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address) resolve({ child, address, output });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => resolve({ child, code: code ?? 1, output }));
  });
}

/** A port that nobody has: another run on this machine has its own. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function uniqueNames(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/data/v9.2/solutions?$select=uniquename&$orderby=uniquename`);
  const { value } = (await answer.json()) as { value: { uniquename: string }[] };
  return value.map(({ uniquename }) => uniquename);
}

test("serves the demo on 127.0.0.1 and nothing else, with the next port when one is taken", async () => {
  const port = await freePort();
  const first = await start("--port", String(port));
  const second = await start("--port", String(port), "--empty");
  expect(first.address).toBe(`http://127.0.0.1:${port}`);
  const next = Number(new URL(second.address ?? "").port) - port;
  expect(next, "The next one, or the next that is free.").toBeGreaterThan(0);
  expect(next).toBeLessThan(50);
  expect(await uniqueNames(first.address ?? "")).toContain("AlderBayPermits");
  expect(await uniqueNames(second.address ?? "")).not.toContain("AlderBayPermits");
});

test("loses nothing when it is killed and started again with --state", async () => {
  const state = join(folder, "state.json");
  const port = String(await freePort());
  const first = await start("--port", port, "--state", state);
  const before = await uniqueNames(first.address ?? "");
  const uninstalled = await fetch(`${first.address}/api/data/v9.2/UninstallSolutionAsync`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ SolutionUniqueName: "AlderBayPermitsUpdate" }),
  });
  expect(uninstalled.status).toBe(200);
  const { AsyncOperationId } = (await uninstalled.json()) as { AsyncOperationId: string };
  await expect.poll(() => uniqueNames(first.address ?? "")).not.toContain("AlderBayPermitsUpdate");
  first.child.kill("SIGKILL");

  const second = await start("--port", port, "--state", state);
  expect(await uniqueNames(second.address ?? "")).toEqual(before.filter((name) => name !== "AlderBayPermitsUpdate"));
  const job = await fetch(`${second.address}/api/data/v9.2/asyncoperations(${AsyncOperationId})?$select=statuscode`);
  // Killed right after the change: the job is known, and said to have succeeded.
  expect(await job.json()).toMatchObject({ statuscode: 30 });
});

test("is busy with somebody else's import when it is asked to be", async () => {
  const { address } = await start("--port", String(await freePort()), "--busy", "600000");
  const refused = await fetch(`${address}/api/data/v9.2/UninstallSolutionAsync`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ SolutionUniqueName: "AlderBayPermitsUpdate" }),
  });
  expect(await refused.json()).toMatchObject({ error: { code: "0x80071151" } });
  expect(await uniqueNames(address ?? "")).toContain("AlderBayPermitsUpdate");
});

test("ends with one sentence when an option is wrong", async () => {
  const { code, output } = await start("--colour", "blue");
  expect(code).toBe(2);
  expect(output.trim().split("\n")).toEqual([expect.stringContaining("Unknown option '--colour'")]);
});

test("ends with one sentence when a zip or a state file cannot be read", async () => {
  const notZip = join(folder, "not.zip");
  writeFileSync(notZip, "this is not a package");
  const zip = await start("--empty", "--import", notZip);
  expect(zip.code).toBe(1);
  expect(zip.output.trim().split("\n")).toHaveLength(1);
  expect(zip.output).toContain("not.zip could not be imported");

  const broken = join(folder, "state.json");
  writeFileSync(broken, "{");
  const state = await start("--state", broken);
  expect(state.code).toBe(1);
  expect(state.output).toContain("is not JSON");
  expect(readFileSync(broken, "utf8")).toBe("{");
});
