import { progressTeller } from "../../../SolutionHealth/state/overrides/progressTeller";
import type { ScanProgress } from "../../../SolutionHealth/state/overrides/model";

function create() {
  const told: ScanProgress[] = [];
  const abort = new AbortController();
  let calls = 0;
  const tell = progressTeller(
    (progress) => told.push(progress),
    () => (calls += 1),
    abort.signal,
  );
  return { tell, told, abort };
}

describe("progressTeller", () => {
  it("tells the flags until they are through, then the layers", () => {
    const { tell, told } = create();
    tell("flags", 0, 2, "Sales");
    tell("layers", 1, 3);
    tell("flags", 1, 2);
    tell("flags", 2, 2);
    tell("layers", 2, 3, "Account");
    expect(told).toEqual([
      { stage: "flags", done: 0, total: 2, current: "Sales", calls: 1 },
      { stage: "flags", done: 1, total: 2, calls: 2 },
      { stage: "layers", done: 1, total: 3, calls: 3 },
      { stage: "layers", done: 2, total: 3, current: "Account", calls: 4 },
    ]);
  });

  it("says that the flags are read while the first layers are waited for", () => {
    const { tell, told } = create();
    tell("flags", 0, 1);
    tell("layers", 0, 40);
    tell("flags", 1, 1);
    expect(told[told.length - 1]).toMatchObject({ stage: "layers", done: 0, total: 40 });
  });

  it("says that the flags are read where no layer was asked for", () => {
    const { tell, told } = create();
    tell("flags", 0, 1);
    tell("flags", 1, 1);
    expect(told[told.length - 1]).toMatchObject({ stage: "flags", done: 1, total: 1 });
  });

  it("says nothing after the scan was cancelled", () => {
    const { tell, told, abort } = create();
    abort.abort();
    tell("flags", 1, 1);
    expect(told).toEqual([]);
  });
});
