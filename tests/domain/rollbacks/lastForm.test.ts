import type { MainFormsReading } from "../../../SolutionHealth/domain/consequences/mainForms";
import { previewRollback, tablesToAskForForms } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackFacts } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { component, facts, type FactsText, member, solution, stack, table } from "./rollbackFacts";

const SOLUTIONS = [solution("A"), solution("B"), solution("C")];
const con = table("con_t");
const form = (name: string) => component("SystemForm", name, "con_t");
const [main, second] = [form("Main"), form("Second")];

/** Main forms that are here; of those that are switched off the name ends with a point. */
const read = (...names: string[]): MainFormsReading => ({
  status: "read",
  forms: names.map((name) => ({ id: form(name.replace(".", "")).id, active: !name.endsWith(".") })),
});

/** A has a form of a table that stays with C. */
const text = (forms?: MainFormsReading, more: FactsText = {}): RollbackFacts =>
  facts({
    solutions: SOLUTIONS,
    targets: ["A"],
    members: [member(con, ["A"], { alsoHeldBy: ["C"] }), member(main, ["A"])],
    stacks: [stack(con, ["C", { name: "t" }], ["A", {}])],
    ...(forms && { mainForms: new Map([["con_t", forms]]) }),
    ...more,
  });
const told = (forms?: MainFormsReading, more?: FactsText) => {
  const { verdict, blockers } = previewRollback(text(forms, more));
  return [verdict, ...blockers.map(({ kind, dependent }) => `${kind} ${dependent.name}`)];
};

describe("a main form that an uninstall deletes", () => {
  it("is kept by the platform where no other one of its table, which stays, is here (0x8004F654)", () => {
    expect(told(read("Main"))).toEqual(["blocked", "lastForm Main"]);
    expect(previewRollback(text(read("Main"))).blockers).toMatchObject([{ fix: { where: "here" }, round: 1 }]);
  });

  it("may go where another one stays, and where it is another kind of form", () => {
    expect(told(read("Main", "Theirs"))).toEqual(["possible"]);
    expect(told(read("Theirs"))).toEqual(["possible"]);
    expect(told(read())).toEqual(["possible"]);
    const stacks = [...[stack(con, ["C", {}], ["A", {}])], stack(main, ["A", { type: 7 }])];
    expect(told(undefined, { stacks })).toEqual(["possible"]);
  });

  it("may be the last one where only a form stays that is switched off: whether that counts no source says [?]", () => {
    expect(told(read("Main", "Theirs."))).toEqual(["uncertain", "mayBeLastForm Main"]);
  });

  it("may be the last one where the forms could not be read, and says why", () => {
    const why = { reason: "notRead", text: "An unexpected error." } as const;
    expect(told({ status: "unknown", why })).toEqual(["uncertain", "mayBeLastForm Main"]);
    expect(previewRollback(text({ status: "unknown", why })).blockers[0]?.why).toEqual(why);
    expect(told()).toEqual(["uncertain", "mayBeLastForm Main"]);
  });

  it("goes with what else goes: another form of the same solution does not keep it", () => {
    const members = [...text().members, member(second, ["A"])];
    expect(told(read("Main", "Second"), { members })).toEqual(["blocked", "lastForm Main", "lastForm Second"]);
    // Whether the other goes nobody can tell: its layers decide and were not read.
    const open = [...text().members, member(second, ["A"], { alsoHeldBy: ["C"] })];
    expect(told(read("Main", "Second"), { members: open, unknownStacks: [second] })).toEqual([
      "uncertain",
      "mayBeLastForm Main",
      "unreadable Second",
    ]);
  });

  it("goes with its table, and those of the platform's tables do not matter", () => {
    const along = { members: [member(con, ["A"]), member(main, ["A"])], stacks: [] };
    expect(told(read("Main"), along)).toEqual(["possible"]);
    const platforms = {
      members: [member(con, ["A"], { custom: false }), member(main, ["A"])],
      stacks: [stack(con, ["System", {}], ["A", {}])],
    };
    expect(told(read("Main"), platforms)).toEqual(["possible"]);
    // Whose table it is has to be known, or nothing is certain.
    expect(told(read("Main"), { members: [member(main, ["A"])] })).toEqual(["uncertain", "mayBeLastForm Main"]);
  });

  it("must not go a step before its table", () => {
    const later = {
      targets: ["A", "C"],
      members: [member(con, ["C"]), member(main, ["A"])],
      stacks: [stack(con, ["C", {}]), stack(main, ["A", { type: 2 }])],
      // The form needs the table, so that A goes first.
      dependencies: [{ required: { id: con.id, type: 1 }, dependent: main, uninstalls: ["C"] }],
    };
    expect(told(read("Main"), later)).toEqual(["blocked", "lastForm Main"]);
    expect(told(read("Main", "Theirs"), later)).toEqual(["possible"]);
  });

  it("is gone for those that go a step later", () => {
    const both = {
      targets: ["A", "B"],
      members: [member(con, ["A", "B"], { alsoHeldBy: ["C"] }), member(main, ["A"]), member(second, ["B"])],
      stacks: [
        stack(con, ["C", {}], ["A", {}], ["B", {}]),
        stack(main, ["A", { type: 2 }]),
        stack(second, ["B", { type: 2 }]),
      ],
    };
    expect(told(read("Main", "Second"), both).filter((one) => one.startsWith("lastForm"))).toHaveLength(1);
  });
});

describe("the tables whose main forms have to be known", () => {
  const asked = (more?: FactsText) => tablesToAskForForms(text(undefined, more));

  it("are those that stay while a form of theirs goes", () => {
    expect(asked()).toEqual(["con_t"]);
    expect(asked({ members: [member(con, ["A"]), member(main, ["A"])], stacks: [] })).toEqual([]);
    expect(asked({ members: [member(con, ["A"], { alsoHeldBy: ["C"] })] })).toEqual([]);
  });

  it("are those too that may go in another step than their form", () => {
    const members = [member(con, ["C"]), member(main, ["A"])];
    const stacks = [stack(con, ["C", {}]), stack(main, ["A", { type: 2 }])];
    expect(asked({ targets: ["A", "C"], members, stacks })).toEqual(["con_t"]);
    expect(asked({ targets: ["A", "C"], members: [member(con, ["A"]), member(main, ["A"])], stacks: [] })).toEqual([]);
  });
});
