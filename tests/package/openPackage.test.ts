import { createHash, randomBytes } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import { crc32 } from "../../SolutionHealth/domain/crc32";
import { PackageError } from "../../SolutionHealth/package/errors";
import { openPackage, type OpenedPackage } from "../../SolutionHealth/package/openPackage";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { sourceOfBytes, sourceOfFile, type FileSource } from "../../SolutionHealth/package/reading/fileSource";
import { DEFAULT_LIMITS } from "../../SolutionHealth/package/limits";
import { isRange, runNow, type ReadingProgress, type Steps } from "../../SolutionHealth/package/reading/steps";
import { readSolution } from "../../SolutionHealth/package/readSolution";
import { openArchive } from "../../SolutionHealth/package/zip/archive";
import { component, customizationsXml, patchedEverywhere, solutionXml, solutionZip } from "./solutionZip";

/** Cannot be compressed, so that it is as large in the zip. */
const LARGE = new Uint8Array(randomBytes(2_000_000));
const RESOURCE =
  "<WebResources><WebResource><Name>con_big</Name><FileName>/WebResources/big</FileName></WebResource></WebResources>";
const FLOW =
  "<Workflows><Workflow WorkflowId='{11111111-1111-1111-1111-111111111111}' Name='Flow'>" +
  "<JsonFileName>/Workflows/flow.json</JsonFileName></Workflow></Workflows>";
const FLOW_JSON = JSON.stringify({ text: "x".repeat(500) });

const withLarge = solutionZip({
  "solution.xml": solutionXml({ roots: '<RootComponent type="61" schemaName="con_big" behavior="0" />' }),
  "customizations.xml": customizationsXml(RESOURCE + FLOW),
  "WebResources/big": LARGE,
  "Workflows/flow.json": FLOW_JSON,
});

const open = (bytes: Uint8Array): Promise<OpenedPackage> => openPackage(sourceOfBytes(bytes, "sample.zip"));

/** Does the work on bytes that are gone when it asks for others, as memory that is given away. */
function runForgetting<T>(steps: Steps<T>, bytes: Uint8Array): T {
  let answer = new Uint8Array();
  for (;;) {
    const next = steps.next(answer);
    if (next.done === true) return next.value;
    if (!isRange(next.value)) continue;
    if (answer.length > 0) structuredClone(answer.buffer, { transfer: [answer.buffer] });
    answer = bytes.slice(next.value.from, next.value.to);
  }
}

function* all<T>(works: readonly Steps<T>[]): Steps<T[]> {
  const done: T[] = [];
  for (const work of works) done.push(yield* work);
  return done;
}

/** Code of the PackageError it ends in. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof PackageError ? error.code : String(error);
}

describe("openPackage", () => {
  it("gives what readPackage gives, and the facts of the file", async () => {
    const zip = solutionZip({ "customizations.xml": customizationsXml(FLOW), "Workflows/flow.json": FLOW_JSON });
    const { readContent, ...opened } = await openPackage(sourceOfFile(new File([Buffer.from(zip)], "sample.zip")));
    expect(opened).toEqual({
      ...readPackage(zip),
      fileName: "sample.zip",
      size: zip.length,
      sha256: createHash("sha256").update(zip).digest("hex"),
    });
    expect(readContent).toEqual(expect.any(Function));
  });

  it("leaves a large content on the file, known by size and checksum, and reads it when asked", async () => {
    const opened = await open(withLarge);
    const resource = component(opened, 61, "con_big");
    const content = { path: "WebResources/big", size: LARGE.length, crc32: crc32(LARGE) };
    expect(resource.deferred).toEqual([{ ...content, column: "content" }]);
    expect(Object.keys(resource.properties)).not.toContain("content");
    expect(opened.partial).toBeUndefined();
    expect(Buffer.compare(await opened.readContent(content), LARGE)).toBe(0);
  });

  it("needs no bytes any more once it asks for others: their memory is used again", () => {
    const stored = zipSync(unzipSync(withLarge), { level: 0 });
    const archive = runForgetting(openArchive(stored.length, DEFAULT_LIMITS), stored);
    const read = runForgetting(readSolution(archive, DEFAULT_LIMITS, { tolerant: true }), stored);
    expect(read).toEqual(runNow(readSolution(archive, DEFAULT_LIMITS, { tolerant: true }), stored));
    const large = ["WebResources/big", "Workflows/flow.json"];
    const entries = archive.entries.filter(({ name }) => large.includes(name));
    const contents = runForgetting(all(entries.map((entry) => archive.read(entry))), stored);
    expect(contents.map((one) => Buffer.from(one).toString("base64"))).toEqual(
      [Buffer.from(LARGE), Buffer.from(FLOW_JSON)].map((one) => one.toString("base64")),
    );
  });

  it("gives back the memory of what is no longer needed", async () => {
    const source = sourceOfFile(new File([Buffer.from(withLarge)], "sample.zip"));
    const first = await source.read(0, 1_000);
    const second = await source.read(1_000, 1_800, first);
    expect(first).toHaveLength(0);
    expect(Buffer.compare(second, withLarge.subarray(1_000, 1_800))).toBe(0);
    expect(Buffer.compare(await source.read(0, 500, first), withLarge.subarray(0, 500))).toBe(0);
  });

  it("tells that a file has become shorter", async () => {
    const file = new File([Buffer.from(withLarge)], "sample.zip");
    const shorter = {
      name: file.name,
      size: file.size,
      slice: (from: number, to: number) => file.slice(from, Math.min(to, 500)),
    };
    await expect(openPackage(sourceOfFile(shorter))).rejects.toThrow("The file has changed while it was read");
  });

  it("never asks for more than a window of the file at once", async () => {
    const asked: number[] = [];
    const source: FileSource = {
      ...sourceOfBytes(withLarge, "sample.zip"),
      read: (from, to) => {
        asked.push(to - from);
        return Promise.resolve(withLarge.slice(from, to));
      },
    };
    await openPackage(source);
    expect(Math.max(...asked)).toBeLessThanOrEqual(256 * 1024);
    // The whole file is read once for its checksum, and a few windows more for directory, headers and documents.
    expect(asked.reduce((sum, length) => sum + length, 0)).toBeLessThan(withLarge.length + 5 * 256 * 1024);
  });

  it("tells how far it is, and never goes back", async () => {
    const told: ReadingProgress[] = [];
    await openPackage(sourceOfBytes(withLarge, "sample.zip"), { onProgress: (progress) => told.push(progress) });
    const phases = told.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(["opening", "definitions", "components", "checksum"]);
    expect(phases).toEqual([...phases].sort((a, b) => phases.indexOf(a) - phases.indexOf(b)));
    expect(told.at(-1)).toEqual({ phase: "checksum", done: withLarge.length, total: withLarge.length });
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
  });

  it("lets others have their turn while it reads", async () => {
    const columns = Array.from({ length: 20_000 }, (_, place) => `<Role id="${String(place)}" name="x" />`).join("");
    const zip = solutionZip({ "customizations.xml": customizationsXml(`<Roles>${columns}</Roles>`) });
    let pauses = 0;
    await openPackage(sourceOfBytes(zip, "sample.zip"), {
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
    });
    expect(pauses).toBeGreaterThan(0);
  });

  it("stops with the signal's reason, and reads nothing more", async () => {
    const controller = new AbortController();
    let reads = 0;
    const source: FileSource = {
      ...sourceOfBytes(withLarge, "sample.zip"),
      read: (from, to) => {
        reads += 1;
        if (reads === 3) controller.abort(new Error("No longer wanted"));
        return Promise.resolve(withLarge.subarray(from, to));
      },
    };
    await expect(openPackage(source, { signal: controller.signal })).rejects.toThrow("No longer wanted");
    expect(reads).toBe(3);
  });

  it.each([1, 3])("can be given up while the file does not answer reading %d", async (silent) => {
    const controller = new AbortController();
    let reads = 0;
    const source: FileSource = {
      ...sourceOfBytes(withLarge, "sample.zip"),
      read: (from, to) => {
        reads += 1;
        return reads < silent ? Promise.resolve(withLarge.subarray(from, to)) : new Promise(() => undefined);
      },
    };
    const opening = openPackage(source, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(new Error("No longer wanted"));
    await expect(opening).rejects.toThrow("No longer wanted");
    expect(reads).toBe(silent);
  });

  it("says unreadable when the file is gone", async () => {
    const source = { ...sourceOfBytes(withLarge, "sample.zip"), read: () => Promise.reject(new Error("NotReadable")) };
    expect(await codeOf(openPackage(source))).toBe("unreadable");
  });

  it("says unreadable when the file has become shorter", async () => {
    const source = { ...sourceOfBytes(withLarge.subarray(0, 1_000), "sample.zip"), size: withLarge.length };
    expect(await codeOf(openPackage(source))).toBe("unreadable");
  });

  it.each([
    ["empty", new Uint8Array()],
    ["notZip", Buffer.from("no zip at all, however long it goes on")],
    ["missingEntry", solutionZip({ "customizations.xml": undefined })],
    ["brokenXml", solutionZip({ "customizations.xml": "<ImportExportXml>" })],
    ["notSolution", solutionZip({ "solution.xml": "<Types />" })],
  ])("refuses with %s as readPackage does", async (code, zip) => {
    expect(await codeOf(open(zip))).toBe(code);
  });
});

describe("openPackage on a package of which a part is damaged", () => {
  it("gives the rest, and says which component lacks what", async () => {
    const damaged = patchedEverywhere(withLarge, "Workflows/flow.json", 16, 0x12345678);
    const opened = await open(damaged);
    expect(opened.partial).toEqual([
      {
        code: "damagedZip",
        entry: "Workflows/flow.json",
        place: "Workflows/flow.json",
        text: expect.any(String),
        type: 29,
        key: "11111111-1111-1111-1111-111111111111",
      },
    ]);
    expect(opened.components.map(({ key }) => key)).toContain("con_big");
    expect(() => readPackage(damaged)).toThrow(PackageError);
  });

  it("says that a document of a component is no XML", async () => {
    const zip = solutionZip({ "customapis/con_api/customapi.xml": "<customapi" });
    const opened = await open(zip);
    expect(opened.partial).toMatchObject([{ code: "brokenXml", entry: "customapis/con_api/customapi.xml" }]);
  });

  it("says that something is needed that it does not understand", async () => {
    const zip = solutionZip({
      "solution.xml": solutionXml({
        missing: '<MissingDependency><Required type="1" schemaName="x" /></MissingDependency>',
      }),
    });
    expect((await open(zip)).partial).toMatchObject([{ code: "unknownElement", entry: "solution.xml" }]);
  });

  it("says that there is more than it tells, instead of telling thousands", async () => {
    const zip = solutionZip({ "customizations.xml": customizationsXml("<Strange>x</Strange>".repeat(3_000)) });
    const { partial = [] } = await open(zip);
    expect(partial).toHaveLength(1_001);
    expect(partial.at(-1)).toMatchObject({ code: "more", text: expect.stringContaining("1000 parts") });
  });

  it.each(["constructor", "toString", "hasOwnProperty"])("knows no element that is called %s", async (name) => {
    const zip = solutionZip({ "customizations.xml": customizationsXml(`<${name}><a>1</a></${name}>`) });
    expect((await open(zip)).partial).toMatchObject([{ code: "unknownElement", text: `<${name}> is not known` }]);
  });

  it("refuses a large content that is damaged only when it is read", async () => {
    const damaged = patchedEverywhere(withLarge, "WebResources/big", 16, 0x12345678);
    const opened = await open(damaged);
    expect(await codeOf(opened.readContent({ path: "WebResources/big" }))).toBe("damagedZip");
    expect(await codeOf(opened.readContent({ path: "WebResources/other" }))).toBe("missingEntry");
  });
});
