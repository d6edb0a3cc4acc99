import { Bench, column, faultOf, table } from "./handMade";

function booking(options = {}): Bench {
  const bench = new Bench(options);
  bench.import({
    name: "A",
    components: [
      table("con_booking"),
      column("con_booking", "con_seat", { type: "int" }),
      column("con_booking", "con_paid", { type: "bit" }),
      column("con_booking", "con_when", { type: "datetime" }),
      column("con_booking", "con_note", { type: "nvarchar" }),
    ],
  });
  return bench;
}

describe("rows of tables", () => {
  it("a created table gets rows with id, name, state and date", () => {
    const [row] = booking().environment.rowsOf("con_booking");
    expect(row).toMatchObject({ con_name: "con_booking 1", statecode: 0, createdon: "2025-01-06T08:00:00Z" });
    expect(row?.con_bookingid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("has values by kind in two rows of three", () => {
    const rows = booking().environment.rowsOf("con_booking");
    expect(rows[0]).toMatchObject({
      con_seat: 1,
      con_paid: true,
      con_when: "2025-01-01T08:00:00Z",
      con_note: "con_note 1",
    });
    expect(rows.map((row) => row.con_seat)).toEqual([1, 2, null, 4, 5, null, 7]);
  });

  it("is the same on every machine", () => {
    expect(booking().environment.rowsOf("con_booking")).toEqual(booking().environment.rowsOf("con_booking"));
  });

  it("counts as many as the environment is set to", () => {
    expect(booking({ rowsPerTable: 2 }).environment.rowsOf("con_booking")).toHaveLength(2);
  });

  it("can be set to another number, new rows filled like the others", () => {
    const bench = booking();
    bench.environment.setRowCount("con_booking", 10);
    expect(bench.environment.rowsOf("con_booking")[9]).toMatchObject({ con_name: "con_booking 10", con_seat: 10 });
    bench.environment.setRowCount("con_booking", 1);
    expect(bench.environment.rowsOf("con_booking")).toHaveLength(1);
  });

  it("keeps rows through an update that brings a column", () => {
    const bench = booking();
    bench.environment.setRowCount("con_booking", 3);
    bench.import({ name: "A", version: "1.1", components: [column("con_booking", "con_new")] });
    expect(bench.environment.rowsOf("con_booking")).toHaveLength(3);
    expect(bench.environment.rowsOf("con_booking")[0]).toMatchObject({ con_new: "con_new 1", con_seat: 1 });
  });

  it.each([-1, 1.5, Number.NaN])("refuses %s rows", (count) => {
    expect(() => booking().environment.setRowCount("con_booking", count)).toThrow(RangeError);
  });

  it("refuses a table that is not there", () => {
    expect(faultOf(() => booking().environment.setRowCount("con_none", 1)).status).toBe(404);
    expect(booking().environment.rowsOf("con_none")).toEqual([]);
  });
});
