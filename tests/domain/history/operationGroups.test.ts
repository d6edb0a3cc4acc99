import { filterOperations } from "../../../SolutionHealth/domain/history/filterOperations";
import { historyStrip } from "../../../SolutionHealth/domain/history/historyStrip";
import { groupOperations, type OperationGroup } from "../../../SolutionHealth/domain/history/operationGroups";
import type { SolutionOperation } from "../../../SolutionHealth/domain/model/operation";
import { day, operation } from "../solutionSamples";

const at = (minutes: number): Date => new Date(day(10).getTime() + minutes * 60_000);

let number = 0;
const row = (name: string, minutes: number, change: Partial<SolutionOperation> = {}): SolutionOperation =>
  operation(name, { id: `row ${(number += 1)}`, startedOn: at(minutes), endedOn: at(minutes + 1), ...change });

const only = (groups: readonly OperationGroup[]): OperationGroup => {
  const [group, ...more] = groups;
  if (!group || more.length > 0) throw new Error(`${groups.length} groups`);
  return group;
};

describe("groupOperations", () => {
  it("makes one upgrade of the rows that share a correlation", () => {
    const group = only(
      groupOperations([
        row("Sales_Patch_1a", 3, { correlationId: "c", operation: "Uninstall", patch: true }),
        row("Sales_Upgrade", 1, { correlationId: "c", suboperation: "Upgrade", version: "2.0" }),
        row("Sales", 4, { correlationId: "c", operation: "Uninstall", version: "1.0" }),
      ]),
    );
    expect(group).toMatchObject({
      act: "upgrade",
      solution: "Sales",
      version: "2.0",
      result: "succeeded",
      startedOn: at(1),
      endedOn: at(5),
    });
    expect(group.head.solutionUniqueName).toBe("Sales");
    expect(group.steps.map(({ solutionUniqueName }) => solutionUniqueName)).toEqual([
      "Sales_Upgrade",
      "Sales_Patch_1a",
      "Sales",
    ]);
  });

  it("makes one uninstall of a base with its patches, by their job where there is no correlation", () => {
    const group = only(
      groupOperations([
        row("Hotfix", 1, { activityId: "a", operation: "Uninstall", patch: true }),
        row("Sales", 2, { activityId: "a", operation: "Uninstall", version: "3.0" }),
      ]),
    );
    expect(group).toMatchObject({ act: "uninstall", solution: "Sales", version: "3.0" });
  });

  it("keeps solutions apart that were released together", () => {
    const groups = groupOperations([
      row("Sales", 1, { correlationId: "c" }),
      row("Service", 2, { correlationId: "c" }),
      row("Service_Patch_0f", 3, { correlationId: "c", patch: true, suboperation: "New" }),
    ]);
    expect(groups.map(({ solution, steps }) => [solution, steps.length])).toEqual([
      ["Service", 2],
      ["Sales", 1],
    ]);
  });

  it("lets rows without ids, or with the empty id, stand for themselves", () => {
    const empty = "00000000-0000-0000-0000-000000000000";
    const groups = groupOperations([
      row("A", 1),
      row("B", 2),
      row("C", 3, { correlationId: empty, activityId: empty }),
    ]);
    expect(groups.map(({ solution }) => solution)).toEqual(["C", "B", "A"]);
  });

  it("has failed with its first failed row, and has not ended while one runs", () => {
    const failed = row("Sales", 2, { correlationId: "c", result: "failed", errorCode: "0x8004F01D" });
    const group = only(groupOperations([row("Sales_Upgrade", 1, { correlationId: "c" }), failed]));
    expect(group).toMatchObject({ result: "failed", failed });
    const { endedOn: _none, ...open } = row("Sales", 2, { correlationId: "d", status: "running", result: "running" });
    const running = only(groupOperations([row("Sales_Upgrade", 1, { correlationId: "d" }), open]));
    expect(running.result).toBe("running");
    expect(running.endedOn).toBeUndefined();
  });

  it.each([
    ["install", { suboperation: "New" }],
    ["update", { suboperation: "Update" }],
    ["upgrade", { suboperation: "Upgrade" }],
    ["patch", { suboperation: "New", patch: true }],
    ["uninstall", { operation: "Deinstallieren" }],
    ["import", { suboperation: "Something else" }],
    ["other", { operation: "Publish" }],
    ["update", { suboperation: "", suboperationCode: 3 }],
    ["uninstall", { operation: "удаление", operationCode: 1 }],
  ] as const)("calls it %s by the server's words, by codes only without them: %j", (act, change) => {
    expect(only(groupOperations([row("Sales", 1, change)])).act).toBe(act);
  });

  it("calls the import of an _Upgrade row staged", () => {
    expect(only(groupOperations([row("Sales_Upgrade", 1)]))).toMatchObject({ act: "stage", solution: "Sales" });
  });
});

describe("filterOperations", () => {
  const groups = groupOperations([
    row("Sales", 0, { startedOn: day(1) }),
    row("Service", 0, { startedOn: day(9), result: "failed", errorText: "form Account" }),
    row("Hub", 0, { startedOn: day(10), operation: "Uninstall" }),
  ]);
  const all = { search: "", acts: [], results: [] };
  const names = (filter: Parameters<typeof filterOperations>[1]) =>
    filterOperations(groups, filter, day(10)).map(({ solution }) => solution);

  it("lets everything through when nothing is asked for", () => {
    expect(names(all)).toEqual(["Hub", "Service", "Sales"]);
  });

  it("finds by act, result, time and by what went wrong", () => {
    expect(names({ ...all, acts: ["uninstall"] })).toEqual(["Hub"]);
    expect(names({ ...all, results: ["failed"] })).toEqual(["Service"]);
    expect(names({ ...all, days: 2 })).toEqual(["Hub", "Service"]);
    expect(names({ ...all, search: " FORM acc" })).toEqual(["Service"]);
  });
});

describe("historyStrip", () => {
  it("places operations by time and puts near ones above each other", () => {
    const groups = groupOperations([
      row("A", 0, { startedOn: day(6) }),
      row("B", 0, { startedOn: new Date(day(6).getTime() + 1_000) }),
      row("C", 0, { startedOn: day(11) }),
      row("Old", 0, { startedOn: day(0) }),
    ]);
    const marks = historyStrip(groups, 10, day(11), 3);
    expect(marks.map(({ group, at: place, row: line }) => [group.solution, Math.round(place * 10), line])).toEqual([
      ["A", 5, 0],
      ["B", 5, 1],
      ["C", 10, 0],
    ]);
  });
});
