import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyState } from "../../../sandbox/engine/emptyState";
import { copyOf, loadState, saveState, StateFileError } from "../../../sandbox/store/stateFile";
import { Bench, table } from "../engine/handMade";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function errorOf(operation: () => unknown): StateFileError {
  try {
    operation();
  } catch (error) {
    if (error instanceof StateFileError) return error;
    throw error;
  }
  throw new Error("no error");
}

describe("saveState and loadState", () => {
  it("bring a live environment back as it was", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t")] });
    const file = join(folder, "deep", "state.json");
    saveState(file, bench.environment.state);
    const loaded = loadState(file);
    expect(loaded).toEqual({ ...bench.environment.state });
    const again = new Bench({}, loaded);
    again.uninstall("A");
    expect(again.find(1, "con_t")).toBeUndefined();
  });

  it("replace the file whole and leave nothing beside it", () => {
    const file = join(folder, "state.json");
    saveState(file, emptyState({ friendlyName: "first" }));
    saveState(file, emptyState({ friendlyName: "second" }));
    expect(readdirSync(folder)).toEqual(["state.json"]);
    expect(loadState(file).organization.friendlyName).toBe("second");
  });

  it("leave the old file alone when the new one cannot be put in its place", () => {
    const file = join(folder, "state.json");
    saveState(file, emptyState());
    const before = readFileSync(file, "utf8");
    expect(errorOf(() => saveState(join(file, "below"), emptyState())).code).toBe("unwritable");
    expect(errorOf(() => saveState(folder, emptyState())).code).toBe("unwritable");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["state.json"]);
  });

  it.each([
    ["text that is no JSON", "{", "unreadable"],
    ["an empty file", "", "unreadable"],
    ["JSON of something else", "[1]", "notState"],
    ["an object without format", "{}", "notState"],
    ["another format", '{"format":2}', "otherFormat"],
    ["a state with parts missing", '{"format":1,"users":[]}', "notState"],
  ])("refuse %s", (_what, text, code) => {
    const file = join(folder, "state.json");
    writeFileSync(file, text);
    const error = errorOf(() => loadState(file));
    expect(error.code).toBe(code);
    expect(error.message).toContain(file);
  });

  it("say so when there is no such file", () => {
    expect(errorOf(() => loadState(join(folder, "none.json"))).code).toBe("notFound");
    expect(errorOf(() => loadState(folder)).code).toBe("unreadable");
  });
});

describe("copyOf", () => {
  it("is equal and independent", () => {
    const bench = new Bench();
    const copy = copyOf(bench.environment.state);
    expect(copy).toEqual({ ...bench.environment.state });
    bench.import({ name: "A", components: [table("con_t")] });
    expect(copy.components).toEqual([]);
    expect(copy.solutions).toHaveLength(5);
  });
});
