import { createCell } from "../../../SolutionHealth/state/overrides/cell";
import type { OverridesState } from "../../../SolutionHealth/state/overrides/model";
import { OverrideBoard } from "../../../SolutionHealth/state/overrides/overrideBoard";
import type { OverrideEntry } from "../../../SolutionHealth/state/overrides/overrideEntries";
import { countOverrides } from "../../../SolutionHealth/domain/overrides/listedOverride";
import { createFakeClock } from "../../dataverse/fakeClock";
import { overridesState } from "../../views/fakeOverrides";

/** An override that changes so many properties; none: there is no Active layer. */
function entry(name: string, changed = 1): OverrideEntry {
  return {
    component: { key: name, id: name, type: 26, typeName: "SavedQuery", name, displayName: name },
    evidence: {
      layers: changed === 0 ? "withoutActive" : "activeOnTop",
      properties: new Map(Array.from({ length: changed }, (_none, index) => [`p${index}`, "hash"])),
      collections: new Map(),
      solutions: ["Active", "App"],
      owner: "App",
    },
    stamps: new Map(),
  };
}

const failed = (name: string): OverrideEntry => ({
  component: entry(name).component,
  failure: { kind: "server", retryable: true },
  stamps: new Map(),
});

function create() {
  const clock = createFakeClock();
  const cell = createCell<OverridesState>(overridesState());
  const board = new OverrideBoard(cell, clock);
  const published: OverridesState[] = [];
  cell.subscribe(() => published.push(cell.get()));
  const see = (found: OverrideEntry): void => {
    board.show(found.component.key);
    board.put([found]);
  };
  const last = (): OverridesState => published[published.length - 1] ?? cell.get();
  const names = (): string[] =>
    last()
      .rows.map(({ component }) => component.name)
      .sort();
  return { clock, cell, board, published, see, last, names };
}

describe("OverrideBoard", () => {
  it("publishes a thousand findings in few batches, and all of them", async () => {
    const { board, see, published, clock, last } = create();
    for (let number = 0; number < 1_000; number += 1) {
      see(entry(`c${number}`));
      board.noteScan({ progress: { stage: "layers", done: number + 1, total: 1_000, calls: number } });
      await clock.pass(1);
    }
    await clock.pass(200);
    expect(published.length).toBeLessThan(12);
    expect(last().rows).toHaveLength(1_000);
    expect(last().counts).toEqual(countOverrides(last().rows));
    expect(last().scan.progress?.done).toBe(1_000);
  });

  it("publishes beginning and end at once, with what was found before", () => {
    const { board, see, last, names } = create();
    board.setScan({ status: "running", complete: false, unread: [] });
    expect(last().scan.status).toBe("running");
    see(entry("a"));
    see(entry("b"));
    board.setScan({ status: "paused", complete: false, unread: [] });
    expect(last().scan.status).toBe("paused");
    expect(names()).toEqual(["a", "b"]);
  });

  it("gives the same list while no row changes", async () => {
    const { board, see, published, clock } = create();
    see(entry("a"));
    await clock.pass(200);
    const before = published[published.length - 1]?.rows;
    board.noteScan({ progress: { stage: "layers", done: 1, total: 2, calls: 3 } });
    await clock.pass(200);
    expect(published[published.length - 1]?.rows).toBe(before);
  });

  it("counts as if it had counted all rows anew, whatever came, changed and went", () => {
    const { board, see, last, cell, names } = create();
    for (const name of ["a", "b", "c", "d", "e"]) see(entry(name));
    see(failed("f"));
    see(entry("b", 0));
    see(failed("d"));
    see(entry("f"));
    board.drop(["a"]);
    cell.update({ bookkeeping: [] });
    board.judge();
    expect(names()).toEqual(["c", "d", "e", "f"]);
    expect(last().counts).toEqual(countOverrides(last().rows));
    expect(last().counts).toMatchObject({ real: 3, unknown: 1 });
    cell.update({ bookkeeping: ["p0"] });
    board.judge();
    expect(last().counts).toMatchObject({ real: 0, phantom: 3, unknown: 1 });
    board.showOnly(new Set(["e"]));
    board.setScan({ status: "finished", complete: true, unread: [] });
    expect(names()).toEqual(["e"]);
    expect(last().counts).toEqual(countOverrides(last().rows));
  });

  it("shows again what was looked at before", () => {
    const { board, see, names } = create();
    see(entry("a"));
    board.showOnly(new Set());
    board.show("a");
    board.setScan({ status: "finished", complete: true, unread: [] });
    expect(names()).toEqual(["a"]);
  });

  it("publishes nothing any more after it is disposed of", async () => {
    const { board, see, published, clock } = create();
    see(entry("a"));
    see(entry("b"));
    const before = published.length;
    board.dispose();
    await clock.pass(1_000);
    expect(published).toHaveLength(before);
  });
});
