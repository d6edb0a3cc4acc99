import { compareArrived } from "../../../SolutionHealth/domain/releases/compareArrived";
import { column, solution, stack } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, incomingColumn, pack, previewOf } from "./releaseSamples";

const con = column("con_t", "con_c");
const gone = column("con_t", "con_d");
/** The environment after the import of a package with one column, whose layer there has this length. */
const after = (length: number, more: Partial<FoundText> = {}) =>
  previewOf({
    package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })]),
    here: [con],
    members: [held(con, "A")],
    stacks: [stack(con, ["A", { length }])],
    facts: { solutions: [solution("A", { version: "1.1.0.0" })] },
    ...more,
  });

describe("what an imported package holds against what is here", () => {
  it("is the same where everything has come", () => {
    expect(compareArrived(after(2), "update")).toEqual({
      solution: "A",
      way: "update",
      version: "1.1.0.0",
      compared: 1,
      asSaid: 1,
      surprises: [],
    });
  });

  it("differs where a value has not come, component by component", () => {
    expect(compareArrived(after(1), "update").surprises).toMatchObject([
      { address: "Attribute con_t.con_c", found: "otherValues", properties: ["length"] },
    ]);
  });

  it("differs where a component has not come; a first installation is compared as well", () => {
    const { compared, surprises } = compareArrived(after(2, { here: [], members: [], stacks: [] }), "install");
    expect(compared).toBe(1);
    expect(surprises).toMatchObject([{ found: "missing" }]);
  });

  it("differs where an upgrade has left what it should have deleted; an update may leave it", () => {
    const left = after(2, {
      members: [held(con, "A"), held(gone, "A")],
      stacks: [stack(con, ["A", { length: 2 }]), stack(gone, ["A", { length: 1 }])],
    });
    expect(compareArrived(left, "upgrade").surprises).toMatchObject([
      { address: "Attribute con_t.con_d", found: "there" },
    ]);
    expect(compareArrived(left, "update").surprises).toEqual([]);
  });

  it("compares nothing of what the package only names", () => {
    const shell = after(2, {
      package: pack([incoming(2, "con_t.con_c", { shell: true, name: "con_c", table: "con_t" })]),
    });
    expect(compareArrived(shell, "update")).toMatchObject({ compared: 0, surprises: [] });
  });
});
