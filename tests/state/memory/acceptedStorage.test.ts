import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { overrideBody } from "../../../SolutionHealth/dataverse/memory/acceptedOverrideRows";
import { toDecision } from "../../../SolutionHealth/dataverse/memory/decisionRows";
import { createMemoryRow } from "../../../SolutionHealth/dataverse/memory/memoryWrites";
import { NOTHING_MISSING } from "../../../SolutionHealth/dataverse/memory/memoryRights";
import { rowId } from "../../../SolutionHealth/dataverse/memory/rowId";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { WireRow } from "../../../SolutionHealth/dataverse/wire";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import { createAcceptedStorage } from "../../../SolutionHealth/state/memory/acceptedStorage";
import type { MemorySource, MemoryState } from "../../../SolutionHealth/state/memory/model";

const entry: AcceptedOverride = {
  typeName: "SystemForm",
  id: "00000000-0000-0000-0000-000000000001",
  name: "Main",
  fingerprint: "f",
  properties: ["formxml"],
  reason: "Mine",
  acceptedOn: "2026-11-02T00:00:00.000Z",
};
const ID = rowId("override", `SystemForm ${entry.id}`);

/** One row of the table, as the platform keeps it, and the writes that were sent. */
class Table {
  readonly writes: string[] = [];
  /** What the next write ends in, after it was carried out. */
  lost: DataverseError | undefined;
  private version = 1;

  constructor(
    public row: WireRow | undefined,
    private readonly isInstalled = true,
  ) {}

  readonly transport = {
    get: () => Promise.resolve(this.read()),
    patch: (_path: string, body: WireRow, { headers }: { headers: Readonly<Record<string, string>> }) =>
      Promise.resolve().then(() => this.write(body, headers)),
  } as unknown as Transport;

  private read(): WireRow {
    if (!this.row) throw new DataverseError("notFound", "There is no such row.");
    return { ...this.row, shl_acceptedfindingid: ID, "@odata.etag": String(this.version) };
  }

  private write(body: WireRow, headers: Readonly<Record<string, string>>): void {
    if (this.writes.push(JSON.stringify(headers)) > 5) throw new Error("Writes are repeated without end");
    if (!this.isInstalled) throw new DataverseError("notFound", "Resource not found for the segment.");
    const creates = headers["If-None-Match"] === "*";
    if (creates ? this.row !== undefined : this.row && headers["If-Match"] !== String(this.version)) {
      if (this.lost) throw this.lost;
      throw new DataverseError("conflict", "Somebody else was faster.");
    }
    if (!creates && !this.row) throw new DataverseError("notFound", "There is no such row.");
    this.row = { statecode: 0, ...this.row, ...body };
    this.version += 1;
    if (this.lost) throw this.lost;
  }
}

/** What the page knows, which may be older than what the table holds. */
function known(
  overrides: readonly { readonly id: string; readonly etag?: string; readonly entry: AcceptedOverride }[],
) {
  const memory = { plans: [], decisions: [], snapshots: [], overrides };
  let state: MemoryState = { status: "ready", memory, missing: NOTHING_MISSING };
  const source: Partial<MemorySource> = {
    getState: () => state,
    settled: () => Promise.resolve(state),
    put: (change) => {
      if (state.status === "ready") state = { ...state, memory: change(state.memory) };
    },
  };
  return source as MemorySource;
}

const row = (change: Partial<AcceptedOverride> = {}, columns: WireRow = {}): WireRow => ({
  statecode: 0,
  ...overrideBody({ ...entry, ...change }),
  ...columns,
});

const save = (table: Table, memory = known([])) => createAcceptedStorage(memory, table.transport).save([entry], []);

describe("accepting an override where somebody else was faster", () => {
  it("takes the place of an earlier decision, and leaves a later one", async () => {
    const earlier = new Table(row({ reason: "Earlier", acceptedOn: "2026-11-01T00:00:00.000Z" }));
    expect(await save(earlier)).toMatchObject([{ reason: "Mine" }]);
    const later = new Table(row({ reason: "Later", acceptedOn: "2026-11-03T00:00:00.000Z" }));
    expect(await save(later)).toMatchObject([{ reason: "Later" }]);
    expect(later.row).toMatchObject({ shl_reason: "Later" });
  });

  it("takes the place of a row that somebody has emptied on its form", async () => {
    const table = new Table(row({}, { shl_typename: null }));
    expect(await save(table)).toMatchObject([{ reason: "Mine" }]);
    expect(table.row).toMatchObject({ shl_typename: "SystemForm" });
    expect(table.writes).toHaveLength(2);
  });

  it("takes up again a row that was deactivated while the page was open", async () => {
    const table = new Table(row({ reason: "Old", acceptedOn: "2026-11-01T00:00:00.000Z" }, { statecode: 1 }));
    const read = { id: ID, etag: "0", entry: { ...entry, reason: "Old", acceptedOn: "2026-11-01T00:00:00.000Z" } };
    expect(await save(table, known([read]))).toMatchObject([{ reason: "Mine" }]);
    expect(table.row).toMatchObject({ statecode: 0, shl_reason: "Mine" });
  });

  it("makes the row anew where it was deleted", async () => {
    const table = new Table(undefined);
    expect(await save(table, known([{ id: ID, etag: "0", entry }]))).toMatchObject([{ reason: "Mine" }]);
    expect(table.row).toMatchObject({ shl_reason: "Mine" });
  });

  it("fails, and sends nothing again, where the table has been uninstalled", async () => {
    const table = new Table(undefined, false);
    await expect(save(table)).rejects.toMatchObject({ kind: "notFound" });
    expect(table.writes).toHaveLength(1);
  });
});

describe("a creation whose answer was lost", () => {
  const lost = new DataverseError("network", "Failed to fetch", { outcomeUnknown: true });

  it("is done where the row is there", async () => {
    const table = new Table(undefined);
    table.lost = lost;
    await createMemoryRow("accepted", ID, { shl_reason: "Mine" }, table.transport);
    expect(table.writes).toHaveLength(1);
  });

  it("was refused where somebody else's row is there: that is told as the conflict it was", async () => {
    const table = new Table(row({ reason: "Theirs" }));
    table.lost = lost;
    const creation = createMemoryRow("accepted", ID, { shl_reason: "Mine" }, table.transport);
    await expect(creation).rejects.toMatchObject({ kind: "conflict", outcomeUnknown: false });
    expect(table.row).toMatchObject({ shl_reason: "Theirs" });
  });

  it("is done where the row is there as the server writes it", async () => {
    const table = new Table(
      row({}, { shl_reason: "Mine", shl_acceptedon: "2026-11-02T00:00:00Z", shl_kind: 471100001 }),
    );
    table.lost = lost;
    const body = {
      shl_reason: "Mine",
      shl_acceptedon: "2026-11-02T00:00:00.000Z",
      shl_kind: 471100001,
      shl_until: null,
    };
    await expect(createMemoryRow("accepted", ID, body, table.transport)).resolves.toBeUndefined();
  });

  it("was not made over a row that is deactivated: that one is taken up again", async () => {
    const table = new Table(row({}, { statecode: 1 }));
    table.lost = lost;
    const creation = createMemoryRow("accepted", ID, { shl_reason: "New" }, table.transport);
    await expect(creation).rejects.toBe(lost);
    expect(table.row).toMatchObject({ statecode: 0, shl_reason: "New" });
  });
});

it("takes no decision for an acceptance that this version does not know", () => {
  const finding = { ...row(), shl_acceptedfindingid: ID, shl_kind: 471100000, shl_ruleid: "stepsOff" };
  expect(toDecision(finding)).toMatchObject({ decision: "accept" });
  expect(toDecision({ ...finding, shl_decision: 471100009 })).toBeUndefined();
});
