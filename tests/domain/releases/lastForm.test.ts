import type { MainFormsReading } from "../../../SolutionHealth/domain/consequences/mainForms";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import type { IncomingPackage } from "../../../SolutionHealth/domain/releases/incomingPackage";
import { component, solution, stack, table } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incoming, pack, previewOf, releaseFacts } from "./releaseSamples";

const SOLUTIONS = [solution("A"), solution("B")];
const CODE = "0x8004F654";
const con = table("con_t");
const form = (name: string) => component("SystemForm", name, "con_t");
const shape = { type: 2, formxml: "<form/>" };
const [main, second] = [form("Main"), form("Second")];

/** Main forms that are here; of those that are switched off the name ends with a point. */
const read = (...names: string[]): MainFormsReading => ({
  status: "read",
  forms: names.map((name) => ({ id: form(name.replace(".", "")).id, active: !name.endsWith(".") })),
});
const unread: MainFormsReading = { status: "unknown", why: { reason: "notRead", text: "An unexpected error." } };

const text = (forms?: MainFormsReading, more: Partial<FoundText> = {}): FoundText => ({
  package: pack([incoming(1, "con_t", { table: "con_t" })]),
  here: [con, main],
  members: [held(con, "A"), held(main, "A")],
  stacks: [stack(con, ["A", { name: "t" }]), stack(main, ["A", shape])],
  found: { ...(forms && { mainForms: new Map([["con_t", forms]]) }) },
  facts: { solutions: SOLUTIONS },
  ...more,
});
const told = (forms?: MainFormsReading, more?: Partial<FoundText>) =>
  previewOf(text(forms, more)).ways.upgrade.blockers.map(({ kind, required, certain }) => [
    kind,
    required.name,
    certain,
  ]);
const statusOf = (forms?: MainFormsReading) => previewOf(text(forms)).ways.upgrade.status;

describe("a main form that an upgrade deletes", () => {
  it("is kept by the platform where no other one of its table is here (0x8004F654)", () => {
    const { upgrade, update } = previewOf(text(read("Main"))).ways;
    expect(upgrade.status).toBe("refused");
    expect(upgrade.blockers).toMatchObject([{ kind: "lastForm", certain: true, code: CODE, fix: { where: "here" } }]);
    expect(update.blockers).toEqual([]);
  });

  it("may go where another solution's, or one that was made here, stays", () => {
    expect(told(read("Main", "Theirs"))).toEqual([]);
    expect(statusOf(read("Main", "Theirs"))).toBe("possible");
  });

  it("is no main form where it is not among them, whatever its layers leave open", () => {
    const stacks = [stack(con, ["A", { name: "t" }]), stack(main, ["A", { formxml: "<form/>" }])];
    expect(told(read("Theirs"), { stacks })).toEqual([]);
    expect(told(read(), { stacks })).toEqual([]);
    expect(told(read("Main"), { stacks })).toEqual([["lastForm", "Main", true]]);
  });

  it("may be the last one where only a form stays that is switched off: whether that counts no source says [?]", () => {
    expect(told(read("Main", "Theirs."))).toEqual([["lastForm", "Main", false]]);
    expect(statusOf(read("Main", "Theirs."))).toBe("uncertain");
  });

  it("may be the last one where the forms were not, or could not be read, and says why", () => {
    expect(statusOf()).toBe("uncertain");
    expect(previewOf(text(unread)).ways.upgrade.blockers).toMatchObject([
      { kind: "lastForm", certain: false, why: { reason: "notRead", text: "An unexpected error." } },
    ]);
  });

  it("goes with all others of its table that go: none of these keeps it", () => {
    const both = {
      members: [held(con, "A"), held(main, "A"), held(second, "A")],
      stacks: [...(text().stacks ?? []), stack(second, ["A", shape])],
    };
    expect(told(read("Main", "Second"), both)).toEqual([
      ["lastForm", "Main", true],
      ["lastForm", "Second", true],
    ]);
    // Of one whose layers were not read nobody knows whether it goes.
    const open = { ...both, stacks: text().stacks ?? [] };
    expect(told(read("Main", "Second"), open)).toEqual([["lastForm", "Main", false]]);
  });

  it("is not asked about where the package brings one, or where one of its own survives", () => {
    const own = (more = {}) =>
      pack([
        incoming(1, "con_t", { table: "con_t" }),
        incoming(60, "f2", { id: "f2", table: "con_t", properties: { ...shape, ...more } }),
      ]);
    expect(told(undefined, { package: own() })).toEqual([]);
    expect(told(undefined, { package: own({ formactivationstate: 0 }) })).toEqual([["lastForm", "Main", false]]);
    const stays = { members: [held(con, "A"), held(main, "A"), held(second, "A")] };
    const stacks = [...(text().stacks ?? []), stack(second, ["B", shape], ["A", shape])];
    expect(told(undefined, { ...stays, stacks })).toEqual([]);
  });

  it("is not asked about where its table goes along, for other kinds of forms, nor for the platform's tables", () => {
    expect(told(read("Main"), { package: pack([]) })).toEqual([]);
    const stacks = (type: number, ...layers: Parameters<typeof stack>[1][]) => ({
      stacks: [stack(con, ...layers), stack(main, ["A", { ...shape, type }])],
    });
    expect(told(read("Main"), stacks(7, ["A", {}]))).toEqual([]);
    expect(told(read("Main"), stacks(2, ["System", {}], ["A", {}]))).toEqual([]);
    // Whose table it is has to be known, or nothing is certain.
    expect(told(read("Main"), { here: [main], members: [held(main, "A")] })).toEqual([["lastForm", "Main", false]]);
  });
});

describe("a main form, where an earlier package of the release is about the same table", () => {
  const earlier = (more: Partial<IncomingPackage> = {}): IncomingPackage => ({
    ...pack([incoming(61, "con_/a.js")], { uniqueName: "B" }),
    ...more,
  });
  const toldAfter = (before: IncomingPackage, forms: MainFormsReading, members: FoundText["members"] = []) => {
    const first = releaseFacts({ package: before, members });
    const then = releaseFacts(text(forms));
    const facts = { ...then, packages: [...first.packages, ...then.packages] };
    const [, found] = previewRelease(facts, { overwrite: false }).packages;
    return found?.ways.upgrade.blockers.map(({ kind, certain }) => [kind, certain]);
  };

  it("is not certain to be the last where that one holds a form of it: another may have come by then", () => {
    const brings = earlier({ components: [incoming(60, "f3", { id: "f3", table: "con_t", properties: shape })] });
    expect(toldAfter(earlier(), read("Main"))).toEqual([["lastForm", true]]);
    expect(toldAfter(brings, read("Main"))).toEqual([["lastForm", false]]);
  });

  it("may be the last where that one drops what stays now", () => {
    const both = read("Main", "Theirs");
    expect(toldAfter(earlier(), both)).toEqual([]);
    expect(toldAfter(earlier(), both, [held(form("Theirs"), "B")])).toEqual([["lastForm", false]]);
  });
});
