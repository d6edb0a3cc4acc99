import type { BatchItem } from "../../../SolutionHealth/dataverse/batchReading";
import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { readMissingDependencies } from "../../../SolutionHealth/dataverse/health/readMissingDependencies";
import { readUnmanaged } from "../../../SolutionHealth/dataverse/health/readUnmanaged";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { WireRow } from "../../../SolutionHealth/dataverse/wire";
import { solution } from "../../domain/solutionSamples";

const id = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, "0")}`;

/** What the environment answers, by a part of the address. */
type Answers = Readonly<Record<string, readonly WireRow[] | DataverseError>>;

function answering(answers: Answers): Transport {
  const rowsFor = (path: string): readonly WireRow[] | DataverseError => {
    const found = Object.entries(answers).find(([part]) => decodeURIComponent(path).includes(part));
    return found ? found[1] : [];
  };
  const item = (path: string): BatchItem => {
    const rows = rowsFor(path);
    return rows instanceof DataverseError
      ? { status: "failed", error: rows }
      : { status: "read", body: { value: rows } };
  };
  return {
    getMany: (paths: readonly string[]) => Promise.resolve(paths.map(item)),
    getRows: (path: string) => Promise.resolve(rowsFor(path)),
  } as unknown as Transport;
}

const reading = { signal: new AbortController().signal };

describe("unmanaged components", () => {
  const summary = (number: number, type: number, columns: WireRow): WireRow => ({
    msdyn_objectid: id(number),
    msdyn_componenttype: type,
    msdyn_ismanaged: false,
    msdyn_iscustom: true,
    ...columns,
  });
  const membership = (number: number, type: number, behavior: number | null): WireRow => ({
    objectid: id(number),
    componenttype: type,
    _solutionid_value: id(100),
    rootcomponentbehavior: behavior,
  });
  const hotfixes = solution("Hotfixes", { id: id(100), managed: false });
  const column = summary(2, 2, { msdyn_name: "con_extra", msdyn_primaryentityname: "account" });
  const account = { msdyn_objectid: id(1), msdyn_componenttype: 1, msdyn_name: "account", msdyn_ismanaged: true };
  const read = async (behavior: number, more: Answers = {}) => {
    const answers = {
      "msdyn_ismanaged eq 'false'": [column],
      "solutioncomponents?": [membership(1, 1, behavior)],
      "msdyn_objectid eq": [account],
      ...more,
    };
    return (await readUnmanaged([hotfixes], answering(answers), reading)).map(({ solutions }) => solutions);
  };

  it("are held by a solution that holds their table with all that is below it, without a row of their own", async () => {
    expect(await read(0)).toEqual([["Hotfixes"]]);
  });

  it("are held by none where the table is held without them", async () => {
    expect(await read(1)).toEqual([[]]);
    expect(await read(2)).toEqual([[]]);
  });

  it("are not known where a table that is held as a whole is not named", async () => {
    await expect(read(0, { "msdyn_objectid eq": [] })).rejects.toMatchObject({ kind: "unreadable" });
  });
});

describe("missing dependencies", () => {
  const need = (baseSolution: string): WireRow => ({
    requiredcomponentobjectid: id(7),
    requiredcomponenttype: 1,
    requiredcomponentbasesolutionid: baseSolution,
    dependentcomponentobjectid: id(8),
    dependentcomponenttype: 60,
  });
  const own = solution("Own");
  const missing = async (answer: readonly WireRow[] | DataverseError) => {
    const readings = await readMissingDependencies([own], answering({ RetrieveMissingDependencies: answer }), reading);
    return readings.get("own");
  };

  it.each([
    ["the platform's own layer, which the list of solutions does not name", "fd140aad-4df4-11dd-bd17-0019b9312238"],
    ["no layer", "00000000-0000-0000-0000-000000000000"],
  ])("of %s are told without a solution that would have to be installed", async (_which, baseSolution) => {
    expect(await missing([need(baseSolution)])).toMatchObject({ missing: [{ requiredSolution: "" }] });
  });

  it("of a solution that is not there name it", async () => {
    expect(await missing([need(id(99))])).toMatchObject({ missing: [{ requiredSolution: id(99) }] });
  });

  it("that may not be read say which privilege is missing", async () => {
    const error = new DataverseError("forbidden", "No", { privilege: "prvReadSolution" });
    expect(await missing(error)).toEqual({
      status: "failed",
      failure: { kind: "forbidden", privilege: "prvReadSolution" },
    });
  });
});
