import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import type { IncomingPackage } from "../../../SolutionHealth/domain/releases/incomingPackage";
import type { PartialFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import { PackageError } from "../../../SolutionHealth/package/errors";
import type { StartOptions } from "../../../SolutionHealth/state/jobs/model";
import { valueKey } from "../../../SolutionHealth/state/releases/model";
import { settle } from "../../dataverse/fakeClock";
import { job } from "../../views/fakeJobs";
import { guid } from "../bench";
import { createReleaseBench, fileNamed, packageNamed, previewOf } from "./releaseBench";

const SALES = "Sales 1.2.0.0";
const ID = `sha of ${SALES}`;

async function previewed(...names: string[]) {
  const bench = createReleaseBench();
  bench.store.addFiles(names.map(fileNamed));
  await settle();
  return bench;
}

describe("files", () => {
  it("are read, and then the environment is asked once for all of them", async () => {
    const { store, work } = await previewed(SALES, "Base 2.0.0.0");
    expect(store.getState().files.map(({ reading }) => reading.status)).toEqual(["read", "read"]);
    expect(work.read).toHaveBeenCalledTimes(1);
    expect(store.getState().preview).toMatchObject({ status: "ready" });
  });

  it("that are no package are refused one by one, with the code, and asked nobody", async () => {
    const bench = createReleaseBench();
    bench.work.open.mockRejectedValueOnce(new PackageError("notZip", "no zip directory", "x.txt"));
    bench.store.addFiles([fileNamed("x.txt")]);
    await settle();
    expect(bench.store.getState().files[0]?.reading).toEqual({
      status: "refused",
      refusal: { code: "notZip", text: "no zip directory", place: "x.txt" },
    });
    expect(bench.work.read).not.toHaveBeenCalled();
  });

  it("of one solution do not stand side by side", async () => {
    const { store } = await previewed(SALES, SALES, "sales 1.3.0.0");
    expect(store.getState().files.map(({ reading }) => reading)).toMatchObject([
      { status: "read" },
      { refusal: { code: "sameFile" } },
      { refusal: { code: "sameSolution" } },
    ]);
  });

  it("of one solution wait for each other: when the first is removed, the next takes its place", async () => {
    const { store, work } = await previewed(SALES, "sales 1.3.0.0", "Sales 1.4.0.0", "Base 2.0.0.0");
    store.removeFile(store.getState().files[0]?.key ?? "");
    await settle();
    expect(store.getState().files.map(({ name, reading: { status } }) => [name, status])).toEqual([
      ["sales 1.3.0.0", "read"],
      ["Sales 1.4.0.0", "refused"],
      ["Base 2.0.0.0", "read"],
    ]);
    expect(work.read.mock.lastCall?.[0]).toMatchObject([{ fileName: "sales 1.3.0.0" }, { fileName: "Base 2.0.0.0" }]);
    store.removeFile(store.getState().files[2]?.key ?? "");
    await settle();
    expect(store.getState().files.map(({ reading: { status } }) => status)).toEqual(["read", "refused"]);
  });

  it("that are refused do not begin the reading of the others anew", async () => {
    const bench = createReleaseBench();
    bench.work.read.mockReturnValueOnce(new Promise(() => undefined));
    bench.store.addFiles([fileNamed(SALES)]);
    await settle();
    bench.work.open.mockRejectedValueOnce(new PackageError("notZip", "no zip directory"));
    bench.store.addFiles([fileNamed("x.txt")]);
    await settle();
    expect(bench.work.read).toHaveBeenCalledTimes(1);
    bench.store.addFiles([fileNamed("Base 2.0.0.0")]);
    await settle();
    expect(bench.work.read).toHaveBeenCalledTimes(2);
  });

  it("can be given up while they are read", async () => {
    const bench = createReleaseBench();
    let signal: AbortSignal | undefined;
    bench.work.open.mockImplementationOnce((_file, opening) => {
      ({ signal } = opening);
      return new Promise(() => undefined);
    });
    bench.store.addFiles([fileNamed(SALES)]);
    await settle();
    bench.store.removeFile(bench.store.getState().files[0]!.key);
    expect(signal?.aborted).toBe(true);
    expect(bench.store.getState().files).toEqual([]);
  });

  it("taken off the list leave the preview", async () => {
    const { store } = await previewed(SALES);
    store.removeFile(store.getState().files[0]!.key);
    await settle();
    expect(store.getState().preview).toEqual({ status: "idle" });
  });
});

describe("the preview", () => {
  it("is judged anew when overwriting changes, without reading again", async () => {
    const { store, work } = await previewed(SALES);
    store.setOverwrite(true);
    await settle();
    expect(work.preview).toHaveBeenLastCalledWith(expect.anything(), { overwrite: true }, expect.anything());
    expect(work.read).toHaveBeenCalledTimes(1);
  });

  it("shows a choice together with what comes of it, and of two choices the last", async () => {
    const { store, work } = await previewed(SALES);
    store.setOverwrite(true);
    expect(store.getState()).toMatchObject({
      choice: { overwrite: false },
      preview: { preview: { overwrite: false } },
    });
    store.setOverwrite(false);
    store.setOverwrite(true);
    await settle();
    expect(store.getState()).toMatchObject({ choice: { overwrite: true }, preview: { preview: { overwrite: true } } });
    expect(work.preview.mock.calls.slice(1).map(([, , signal]) => signal.aborted)).toEqual([true, true, false]);
  });

  it("is not judged anew any more once its import has begun", async () => {
    const { store } = await previewed(SALES);
    store.setOverwrite(true);
    store.run({ waitForLock: false });
    await settle();
    expect(store.getState()).toMatchObject({
      choice: { overwrite: false },
      preview: { preview: { overwrite: false } },
    });
  });

  it("fails with the reason, and can be read again", async () => {
    const bench = createReleaseBench();
    bench.work.read.mockRejectedValueOnce(new DataverseError("forbidden", "no", { privilege: "prvReadSolution" }));
    bench.store.addFiles([fileNamed(SALES)]);
    await settle();
    expect(bench.store.getState().preview).toMatchObject({ failure: { privilege: "prvReadSolution" } });
    bench.store.refresh();
    await settle();
    expect(bench.store.getState().preview.status).toBe("ready");
  });

  it("fails with the reason where it cannot be judged for another choice", async () => {
    const { store, work } = await previewed(SALES);
    work.preview.mockRejectedValueOnce(new Error("a rule broke"));
    store.setOverwrite(true);
    await settle();
    expect(store.getState()).toMatchObject({ choice: { overwrite: false }, preview: { status: "failed" } });
    store.refresh();
    await settle();
    expect(store.getState().preview.status).toBe("ready");
  });

  it("is left by Cancel, and an answer that comes all the same is dropped", async () => {
    const bench = createReleaseBench();
    let answer = (): void => undefined;
    bench.work.read.mockImplementationOnce(
      (packages) => new Promise((resolve) => (answer = () => resolve({ packages } as never))),
    );
    bench.store.addFiles([fileNamed(SALES)]);
    await settle();
    bench.store.cancel();
    answer();
    await settle();
    expect(bench.store.getState().preview).toEqual({ status: "idle" });
  });

  describe("shows what is known before everything is", () => {
    /** Reads until it is told to end, or cancelled; tells what it knows at first and where it is cancelled. */
    async function readingFor(...names: string[]) {
      const bench = createReleaseBench();
      const facts = (packages: readonly IncomingPackage[], notRead: number): PartialFacts =>
        ({
          packages: packages.map((own) => ({ package: own })),
          stacks: new Map(),
          unread: notRead > 0 ? [{ what: "dependencies", why: { reason: "notRead" } }] : [],
          notRead,
        }) as unknown as PartialFacts;
      let end = (): void => undefined;
      bench.work.read.mockImplementation((packages, { signal, onFacts }) => {
        const some = packages.slice(0, 1);
        onFacts?.(facts(some, 7));
        return new Promise((resolve, reject) => {
          end = () => resolve(facts(packages, 0));
          signal.addEventListener("abort", () => {
            onFacts?.(facts(some, 3));
            reject(new DataverseError("cancelled", ""));
          });
        });
      });
      bench.store.addFiles(names.map(fileNamed));
      await settle();
      return { ...bench, end: () => end() };
    }

    it("while it is read, judged anew with each choice", async () => {
      const { store, work } = await readingFor(SALES);
      expect(store.getState().preview).toMatchObject({
        status: "reading",
        early: { open: { components: 7, packages: 0 }, preview: { overwrite: false } },
      });
      store.setOverwrite(true);
      await settle();
      expect(store.getState()).toMatchObject({
        choice: { overwrite: true },
        preview: { status: "reading", early: { preview: { overwrite: true } } },
      });
      expect(work.read).toHaveBeenCalledTimes(1);
    });

    it("and keeps it on Cancel, with what was read until then, said to be a part", async () => {
      const { store } = await readingFor(SALES, "Base 2.0.0.0");
      store.cancel();
      await settle();
      expect(store.getState().preview).toMatchObject({
        status: "ready",
        open: { components: 3, packages: 1, dependencies: true },
      });
      store.openImport();
      store.run({ waitForLock: false });
      expect(store.getState().import).toMatchObject({ open: false, run: { status: "none" } });
    });

    it("and reads the rest on request, without what is known; a report of the part is none of the whole", async () => {
      const { store, work, end } = await readingFor(SALES);
      store.cancel();
      await settle();
      store.saveReport({ name: "r.csv", content: "", mediaType: "text/csv" });
      expect(store.getState().reportSaved).toBe(true);
      store.readRest();
      expect(store.getState().reportSaved).toBe(false);
      expect(work.read.mock.lastCall?.[1].known).toMatchObject({ notRead: 3 });
      expect(store.getState().preview).toMatchObject({ status: "reading", early: { open: { components: 3 } } });
      await settle();
      expect(store.getState().preview).toMatchObject({ status: "reading", early: { open: { components: 7 } } });
      end();
      await settle();
      expect(store.getState().preview).toMatchObject({ status: "ready" });
      expect(store.getState().preview).not.toHaveProperty("open");
      store.readRest();
      expect(work.read).toHaveBeenCalledTimes(2);
    });

    it("and forgets it where the reading fails, or is begun anew", async () => {
      const { store, work } = await readingFor(SALES);
      work.read.mockRejectedValueOnce(new DataverseError("signedOut", ""));
      store.refresh();
      expect(store.getState().preview).toEqual({ status: "reading", progress: expect.anything() });
      await settle();
      expect(store.getState().preview.status).toBe("failed");
    });
  });

  it("forgets that a report was saved when something else is chosen", async () => {
    const { store, saveFile } = await previewed(SALES);
    store.saveReport({ name: "r.csv", content: "", mediaType: "text/csv" });
    expect(saveFile).toHaveBeenCalledTimes(1);
    expect(store.getState().reportSaved).toBe(true);
    store.chooseWay(ID, "upgrade");
    expect(store.getState().reportSaved).toBe(false);
  });

  it("counts what one way deletes, and keeps what was counted until it broke", async () => {
    const { store, work } = await previewed(SALES);
    work.count.mockImplementationOnce((_fates, { onProgress }) => {
      onProgress({ items: [], complete: false, total: 4 });
      return Promise.reject(new DataverseError("signedOut", ""));
    });
    store.countData(ID, "upgrade");
    await settle();
    expect(store.getState().counts.get(`upgrade ${ID}`)).toEqual({
      status: "counted",
      data: { items: [], complete: false, total: 4 },
    });
  });
});

describe("the import", () => {
  it("sends each package once, in its way, with its own job id, and compares afterwards", async () => {
    const { store, jobs, work } = await previewed(SALES, "Base 2.0.0.0");
    store.chooseWay(ID, "upgrade");
    store.run({ waitForLock: true });
    await settle();
    expect(jobs.importPackage.mock.calls).toEqual([
      [
        expect.objectContaining({ uniqueName: "Sales", version: "1.2.0.0", way: "upgrade" }),
        expect.objectContaining({ customizationFile: expect.any(Blob), importJobId: guid(99), publishWorkflows: true }),
        expect.objectContaining({ waitForLock: true }),
      ],
      [
        expect.objectContaining({ uniqueName: "Base", way: "import" }),
        expect.anything(),
        expect.objectContaining({ waitForLock: true }),
      ],
    ]);
    expect(store.getState().import.run).toMatchObject({
      status: "ended",
      outcome: "succeeded",
      done: 2,
      comparisons: [{ comparison: { solution: "Sales", way: "upgrade", version: "1.2.0.0", surprises: [] } }, {}],
    });
    expect(work.read).toHaveBeenCalledTimes(3);
  });

  it("tells of its own operation only, whatever else goes on", async () => {
    const { store, jobs, list } = await previewed(SALES);
    jobs.importPackage.mockImplementationOnce((_target, _request, { onListed }: StartOptions) => {
      list.push(job(8), job(9));
      onListed?.("job 9");
      return new Promise(() => undefined);
    });
    store.run({ waitForLock: false });
    await settle();
    expect(store.getState().import.run).toMatchObject({ status: "running", jobs: [{ key: "job 9" }] });
  });

  it.each(["failed", "notStarted", "lost"] as const)("stops at the first that ends %s", async (phase) => {
    const { store, jobs, ends } = await previewed(SALES, "Base 2.0.0.0");
    ends.push(phase);
    store.run({ waitForLock: false });
    await settle();
    expect(jobs.importPackage).toHaveBeenCalledTimes(1);
    expect(store.getState().import.run).toMatchObject({ status: "ended", outcome: phase, done: 0 });
  });

  it("that went well stays so where what is there now cannot be read: the comparison alone has failed", async () => {
    const { store, work } = await previewed(SALES);
    work.read.mockRejectedValueOnce(new DataverseError("network", "cut"));
    store.run({ waitForLock: false });
    await settle();
    expect(store.getState().import.run).toMatchObject({
      status: "ended",
      outcome: "succeeded",
      comparisons: [{ failure: { kind: "network" } }],
    });
  });

  it("pauses when an upgrade is staged, and applies it only when asked", async () => {
    const { store, jobs } = await previewed(SALES);
    store.chooseWay(ID, "stagedUpgrade");
    store.run({ waitForLock: false });
    await settle();
    expect(store.getState().import.run).toMatchObject({ status: "paused" });
    expect(jobs.importPackage.mock.calls[0]?.[0]).toMatchObject({ way: "stage" });
    expect(jobs.applyUpgrade).not.toHaveBeenCalled();
    const told = new Set<boolean | undefined>();
    store.subscribe(() => {
      const { run } = store.getState().import;
      if (run.status === "running") told.add(run.applies);
    });
    store.apply({ waitForLock: false });
    await settle();
    expect([...told]).toEqual([true]);
    expect(jobs.applyUpgrade).toHaveBeenCalledTimes(1);
    expect(store.getState().import.run).toMatchObject({ status: "ended", outcome: "succeeded" });
  });

  it("stays paused when applying is refused before anything was done, and applies when asked again", async () => {
    const { store, jobs, ends } = await previewed(SALES);
    store.chooseWay(ID, "stagedUpgrade");
    ends.push("succeeded", "notStarted");
    store.run({ waitForLock: false });
    await settle();
    store.apply({ waitForLock: false });
    await settle();
    expect(store.getState().import.run).toMatchObject({ status: "paused", jobs: [{}, { phase: "notStarted" }] });
    store.apply({ waitForLock: false });
    await settle();
    expect(jobs.importPackage).toHaveBeenCalledTimes(1);
    expect(store.getState().import.run).toMatchObject({ status: "ended", outcome: "succeeded" });
  });

  it("sends nothing of a file that can no longer be read, and the check says so too", async () => {
    const bench = createReleaseBench();
    bench.store.addFiles([
      { ...fileNamed(SALES), slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotReadableError")) }) },
      fileNamed("Base 2.0.0.0"),
    ]);
    await settle();
    bench.store.check(ID);
    await settle();
    expect(bench.store.getState().import.checks.get(ID)).toEqual({ status: "fileGone" });
    bench.store.run({ waitForLock: false });
    await settle();
    expect(bench.store.getState().import.run).toMatchObject({ status: "ended", outcome: "fileGone", done: 0 });
    expect(bench.post).not.toHaveBeenCalled();
    expect(bench.jobs.importPackage).not.toHaveBeenCalled();
  });

  it("sends nothing once the page is left, although the file answers then", async () => {
    const bench = createReleaseBench();
    let answer = (): void => undefined;
    const bytes = new Promise<ArrayBuffer>((resolve) => (answer = () => resolve(new ArrayBuffer(3))));
    bench.store.addFiles([{ ...fileNamed(SALES), slice: () => ({ arrayBuffer: () => bytes }) }]);
    await settle();
    bench.store.run({ waitForLock: false });
    await settle();
    bench.store.dispose();
    answer();
    await settle();
    expect(bench.jobs.importPackage).not.toHaveBeenCalled();
  });

  it("can leave the upgrade staged", async () => {
    const { store, jobs } = await previewed(SALES);
    store.chooseWay(ID, "stagedUpgrade");
    store.run({ waitForLock: false });
    await settle();
    store.leaveStaged();
    await settle();
    expect(store.getState().import.run).toMatchObject({ status: "ended", outcome: "staged" });
    expect(jobs.applyUpgrade).not.toHaveBeenCalled();
  });

  it("names what was uploaded for the check in place of the file", async () => {
    const { store, jobs, post } = await previewed(SALES);
    post.mockResolvedValue({
      StageSolutionResults: { StageSolutionUploadId: guid(5), StageSolutionStatus: "Passed" },
    });
    store.check(ID);
    await settle();
    expect(post).toHaveBeenCalledWith("StageSolution", { CustomizationFile: expect.any(Blob) }, expect.anything());
    const { CustomizationFile: sent } = post.mock.calls[0]?.[1] as { CustomizationFile: Blob };
    expect(await sent.text()).toBe("emlw");
    store.run({ waitForLock: false });
    await settle();
    expect(jobs.importPackage.mock.calls[0]?.[1]).toMatchObject({ stageUploadId: guid(5) });
  });

  it("tells a check that broke, and never checks twice by itself", async () => {
    const { store, post } = await previewed(SALES);
    post.mockRejectedValue(new DataverseError("network", "cut", { outcomeUnknown: true }));
    store.check(ID);
    store.check(ID);
    await settle();
    expect(post).toHaveBeenCalledTimes(1);
    expect(store.getState().import.checks.get(ID)).toMatchObject({ status: "failed", failure: { kind: "network" } });
  });

  it("has no check of how things were before it was read anew", async () => {
    const { store, post } = await previewed(SALES);
    let answer = (): void => undefined;
    post.mockResolvedValueOnce({ StageSolutionResults: { StageSolutionUploadId: guid(5) } });
    post.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => resolve({ StageSolutionResults: { StageSolutionUploadId: guid(6) } });
      }),
    );
    store.check(ID);
    await settle();
    expect(store.getState().import.checks.get(ID)?.status).toBe("checked");
    store.refresh();
    await settle();
    expect(store.getState().import.checks.size).toBe(0);
    store.check(ID);
    store.run({ waitForLock: false });
    await settle();
    store.finish();
    answer();
    await settle();
    expect(store.getState().import.checks.size).toBe(0);
  });

  it("sends values that were typed, and none that were left empty", async () => {
    const bench = createReleaseBench();
    const value = { displayName: "", value: "none" } as const;
    bench.work.preview.mockResolvedValue({
      overwrite: false,
      packages: [
        {
          ...previewOf(packageNamed(SALES)),
          values: [
            { kind: "environmentVariable", name: "con_Url", ...value },
            { kind: "environmentVariable", name: "con_Empty", ...value },
            { kind: "connectionReference", name: "con_ref", connector: "/providers/x", ...value },
            { kind: "connectionReference", name: "con_bare", ...value },
          ],
        },
      ],
      order: { names: [], cycles: [] },
      unread: [],
      readAt: new Date(0),
    });
    bench.store.addFiles([fileNamed(SALES)]);
    await settle();
    bench.store.giveValue(valueKey("environmentVariable", "con_Url"), " https://x ");
    bench.store.giveValue(valueKey("connectionReference", "con_ref"), "abc");
    bench.store.giveValue(valueKey("connectionReference", "con_bare"), "def");
    bench.store.run({ waitForLock: false });
    await settle();
    expect(bench.jobs.importPackage.mock.calls[0]?.[1]).toMatchObject({
      values: [
        { kind: "environmentVariable", schemaName: "con_Url", value: "https://x" },
        { kind: "connectionReference", logicalName: "con_ref", connectionId: "abc", connectorId: "/providers/x" },
        { kind: "connectionReference", logicalName: "con_bare", connectionId: "def" },
      ],
    });
    // An empty connector would be written over the reference's own.
    expect(bench.jobs.importPackage.mock.calls[0]?.[1].values?.[2]).not.toHaveProperty("connectorId");
  });

  it("does nothing along a way that is refused or does not exist", async () => {
    const { store, jobs, ways } = createReleaseBench();
    ways.Sales = { update: { status: "refused" }, patch: { hypothetical: true } };
    store.addFiles([fileNamed(SALES)]);
    await settle();
    store.run({ waitForLock: false });
    store.chooseWay(ID, "patch");
    store.run({ waitForLock: false });
    await settle();
    expect(jobs.importPackage).not.toHaveBeenCalled();
  });

  it("keeps its preview until its end has been seen, and then reads anew", async () => {
    const { store, work } = await previewed(SALES);
    store.run({ waitForLock: false });
    await settle();
    store.setOverwrite(true);
    expect(store.getState().choice.overwrite).toBe(false);
    store.finish();
    await settle();
    expect(store.getState().import.run.status).toBe("none");
    expect(work.read).toHaveBeenCalledTimes(3);
  });
});
