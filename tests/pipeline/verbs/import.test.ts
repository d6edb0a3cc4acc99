import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { packFolder } from "../../../Solutions/pipeline/layout/pack";
import { importPackage, type ImportParameters } from "../../../Solutions/pipeline/verbs/import";
import { apply } from "../../../Solutions/pipeline/verbs/apply";
import { uninstall } from "../../../Solutions/pipeline/verbs/uninstall";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";
import { type RunningSandbox, startSandbox } from "../fakes/sandbox";

const DEMO = join(REPOSITORY, "Solutions", "Demo");

describe("import, apply and uninstall, against the sandbox", () => {
  let sandbox: RunningSandbox;
  let folder: string;
  const zips: Record<string, string> = {};

  beforeAll(async () => {
    folder = await makeFolder();
    for (const name of ["Base", "BaseNext", "Patch"]) {
      zips[name] = join(folder, `${name}.zip`);
      await writeFile(zips[name], await packFolder(join(DEMO, name), { managed: true }));
    }
  });

  beforeEach(async () => {
    sandbox = await startSandbox();
  });

  afterEach(() => sandbox.close());

  const outside = () => fakeOutside({ fetch: globalThis.fetch });

  const parameters = (name: string, more: Partial<ImportParameters> = {}): ImportParameters => ({
    zipFile: zips[name] ?? "",
    environment: sandbox.url,
    as: "update",
    overwrite: false,
    wait: true,
    ...more,
  });

  const goodbye = async (uniqueName: string) => ({
    uniqueNames: [uniqueName],
    environment: sandbox.url,
    yes: [uniqueName],
    waitForLock: false,
    report: join(await makeFolder(), "report.md"),
  });

  const versions = (): Record<string, string> =>
    Object.fromEntries(
      sandbox.environment.state.solutions
        .filter(({ uniqueName }) => uniqueName.startsWith("AlderBay"))
        .map(({ uniqueName, version }) => [uniqueName, version]),
    );

  const base = () => Object.entries(versions()).find(([name]) => name === "AlderBayPermits")?.[1];

  it("installs a package and reports its jobs", async () => {
    const outcome = await importPackage(parameters("Base"), outside());

    expect(outcome).toMatchObject({ solution: "AlderBayPermits", status: "succeeded" });
    expect(outcome.warnings).toContainEqual(expect.stringContaining("'abp_dataverse_4c1e7' has no connection"));
    expect(outcome.version).toBe(base());
    expect(sandbox.environment.state.importJobs.map((job) => job.importjobid)).toContain(outcome.importJobId);
  });

  it("returns at once without --wait", async () => {
    const outcome = await importPackage(parameters("Base", { wait: false }), outside());

    expect(outcome.status).toBe("started");
    expect(outcome.asyncOperationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("upgrades in one step", async () => {
    await importPackage(parameters("Base"), outside());
    const before = base();
    await importPackage(parameters("BaseNext", { as: "upgrade" }), outside());

    expect(base()).not.toBe(before);
    expect(Object.keys(versions())).toEqual(["AlderBayPermits"]);
  });

  it("stages an upgrade and applies it", async () => {
    await importPackage(parameters("Base"), outside());
    const before = base();
    const staged = await importPackage(parameters("BaseNext", { as: "stage" }), outside());

    expect(versions()).toMatchObject({ AlderBayPermits: before, AlderBayPermits_Upgrade: staged.version });

    await apply({ uniqueName: "AlderBayPermits", environment: sandbox.url, wait: true }, outside());
    expect(versions()).toEqual({ AlderBayPermits: staged.version });
  });

  it("uninstalls a solution", async () => {
    await importPackage(parameters("Base"), outside());
    expect(await uninstall(await goodbye("AlderBayPermits"), outside())).toMatchObject({ status: "succeeded" });
    expect(versions()).toEqual({});
  });

  it("tells the server's refusal with its code and what to do", async () => {
    const refused = importPackage(parameters("Patch"), outside());

    await expect(refused).rejects.toMatchObject({
      code: "0x80048540",
      exitCode: 6,
      whatToDo: expect.stringContaining("Install the base solution"),
    });
  });

  it("refuses to upgrade with a patch, before anything is sent", async () => {
    const silent = fakeOutside({ fetch: () => Promise.reject(new Error("a request was sent")) });

    await expect(importPackage(parameters("Patch", { as: "upgrade" }), silent)).rejects.toMatchObject({
      code: "importWay",
      exitCode: 2,
    });
  });

  it("refuses to uninstall what is not installed, before anything is started", async () => {
    await expect(uninstall(await goodbye("Nothing"), outside())).rejects.toMatchObject({
      code: "notInstalled",
      exitCode: 6,
    });
    expect(sandbox.environment.state.asyncOperations).toEqual([]);
  });

  /** A network that carries the first matching write and loses its answer. */
  function losingAnswerTo(message: string): { fetch: typeof globalThis.fetch; sent: () => number } {
    let sent = 0;
    return {
      sent: () => sent,
      fetch: async (input, init) => {
        const answer = await globalThis.fetch(input, init);
        if (!(input as string).endsWith(message)) return answer;
        sent += 1;
        await answer.text();
        throw new TypeError("fetch failed");
      },
    };
  }

  it("looks an import up when its answer gets lost, and does not send it again", async () => {
    const network = losingAnswerTo("ImportSolutionAsync");
    const outcome = await importPackage(parameters("Base"), fakeOutside({ fetch: network.fetch }));

    expect(network.sent()).toBe(1);
    expect(outcome).toMatchObject({ status: "succeeded", asyncOperationId: undefined });
    expect(base()).toBe(outcome.version);
  });

  it("watches for the effect of an uninstall whose answer gets lost", async () => {
    await importPackage(parameters("Base"), outside());
    const network = losingAnswerTo("UninstallSolutionAsync");
    await uninstall(await goodbye("AlderBayPermits"), fakeOutside({ fetch: network.fetch }));
    expect(network.sent()).toBe(1);
    expect(versions()).toEqual({});
  });

  it("says that the outcome is unknown when a started import cannot be followed any more", async () => {
    const fetch: typeof globalThis.fetch = (input, init) =>
      (input as string).includes("asyncoperations(")
        ? Promise.reject(new TypeError("fetch failed"))
        : globalThis.fetch(input, init);

    await expect(importPackage(parameters("Base"), fakeOutside({ fetch }))).rejects.toMatchObject({
      code: "outcomeUnknown",
      exitCode: 7,
    });
  });

  it("says that the outcome is unknown when the import never appears", async () => {
    const fetch: typeof globalThis.fetch = (input, init) =>
      (input as string).endsWith("ImportSolutionAsync")
        ? Promise.reject(new TypeError("fetch failed"))
        : globalThis.fetch(input, init);

    await expect(importPackage(parameters("Base"), fakeOutside({ fetch }))).rejects.toMatchObject({
      code: "outcomeUnknown",
      exitCode: 7,
    });
  });
});
