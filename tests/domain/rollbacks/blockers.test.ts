import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { RollbackComponent } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { column, component, facts, type FactsText, member, solution, stack, table } from "./rollbackFacts";

const js = component("WebResource", "con_/a.js");
const account = column("account", "con_c");
const view = component("SavedQuery", "Accounts", "account");
const SOLUTIONS = [solution("A"), solution("B"), solution("F"), solution("G")];

const preview = (text: FactsText): RollbackPreview => previewRollback(facts({ solutions: SOLUTIONS, ...text }));
const told = ({ blockers }: RollbackPreview): unknown[] =>
  blockers.map(({ kind, required, dependent, fix, round }) => [
    kind,
    required.name,
    dependent.name,
    "solution" in fix ? `${fix.where} ${fix.solution.solution}` : fix.where,
    round,
  ]);

const fetch = (...names: string[]) => ({
  fetchxml: `<fetch><entity name="account">${names.map((name) => `<attribute name="${name}" />`).join("")}</entity></fetch>`,
});
/** As the server says it of the uninstall of A, unless told. */
const needs = (required: RollbackComponent, dependent: RollbackComponent, uninstalls = ["A"]) => ({
  required,
  dependent,
  uninstalls,
});

describe("what stands in the way", () => {
  it("is a dependent that the server names, to be mended where its layer says it", () => {
    const text = {
      targets: ["A"],
      members: [member(account, ["A"])],
      dependencies: [needs(account, view)],
    };
    const inSolution = preview({ ...text, stacks: [stack(view, ["F", fetch("con_c")])] });
    expect(told(inSolution)).toEqual([["dependency", "con_c", "Accounts", "solution F", 1]]);
    expect(inSolution).toMatchObject({ verdict: "blocked", order: { missing: ["F"] } });
    const here = preview({ ...text, stacks: [stack(view, ["F", fetch()], ["Active", fetch("con_c")])] });
    expect(told(here)).toEqual([["dependency", "con_c", "Accounts", "here", 1]]);
    expect(told(preview(text))).toEqual([["dependency", "con_c", "Accounts", "unknown", 1]]);
  });

  it("is every layer of the dependent that needs it, a round each", () => {
    const layers = stack(view, ["F", fetch("con_c")], ["G", fetch()], ["Active", fetch("con_c")]);
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"])],
      dependencies: [needs(account, view)],
      stacks: [layers],
    });
    expect(told(found)).toEqual([
      ["dependency", "con_c", "Accounts", "here", 1],
      ["coveredDependency", "con_c", "Accounts", "solution F", 2],
    ]);
  });

  it("is not a dependent that goes itself, or with its table", () => {
    const t = table("con_t");
    const form = component("SystemForm", "Main", "con_t");
    const found = preview({
      targets: ["A"],
      members: [member(t, ["A"]), member(view, ["A"]), member(form, [])],
      dependencies: [needs(t, form), needs(t, view)],
    });
    expect([told(found), found.verdict]).toEqual([[], "possible"]);
  });

  it("is a survivor that will fall back to a layer that names what goes", () => {
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["F"] })],
      stacks: [stack(view, ["F", fetch("con_c")], ["A", fetch("name")])],
    });
    expect(told(found)).toEqual([["coveredDependency", "con_c", "Accounts", "solution F", 2]]);
    expect(found.verdict).toBe("blocked");
  });

  it("is not a layer that stays covered by one that does not need it", () => {
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["F", "G"] })],
      stacks: [stack(view, ["F", fetch("con_c")], ["G", fetch("name")], ["A", fetch("a")])],
    });
    expect(told(found)).toEqual([]);
  });

  it("is every layer of a form, since forms are merged (§8.1)", () => {
    const form = component("SystemForm", "Main", "account");
    const control = (name: string) => ({ formxml: `<form><control id="x" datafieldname="${name}" /></form>` });
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(form, ["A"], { alsoHeldBy: ["F", "G"] })],
      stacks: [stack(form, ["F", control("con_c")], ["G", control("name")], ["A", control("a")])],
    });
    expect(told(found)).toEqual([["coveredDependency", "con_c", "Main", "solution F", 2]]);
  });

  it("is not a name that only stands in a label", () => {
    const word = {
      fetchxml: '<fetch><entity name="account"><!-- con_c --><x label="con_c">con_c</x></entity></fetch>',
    };
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["F"] })],
      stacks: [stack(view, ["F", word], ["A", fetch("name")])],
    });
    expect(told(found)).toEqual([]);
  });

  it("is another publisher's layer over the base that goes, and the next one behind it (§6.5)", () => {
    const found = preview({
      targets: ["A"],
      members: [member(js, ["A"], { alsoHeldBy: ["F", "G"] })],
      stacks: [stack(js, ["A", { content: "1" }], ["F", { content: "2" }], ["G", { content: "3" }])],
    });
    expect(told(found)).toEqual([
      ["baseLayer", "con_/a.js", "con_/a.js", "solution F", 1],
      ["baseLayer", "con_/a.js", "con_/a.js", "solution G", 2],
    ]);
  });

  it("is no layer of the same publisher, nor one over the platform's own base (§8.2)", () => {
    const over = (...layers: Parameters<typeof stack>[1][]) =>
      told(
        preview({
          targets: ["A"],
          members: [member(js, ["A"], { alsoHeldBy: ["B"] })],
          stacks: [stack(js, ...layers)],
        }),
      );
    expect(over(["A", {}], ["B", {}], ["F", {}])).toEqual([]);
    expect(over(["System", {}], ["A", {}], ["F", {}])).toEqual([]);
    expect(over(["B", {}], ["A", {}], ["F", {}])).toEqual([]);
  });

  it("is a managed layer on a part of a table that goes", () => {
    const found = preview({
      targets: ["A"],
      members: [member(table("con_t"), ["A"]), member(column("con_t", "con_f"), [], { alsoHeldBy: ["F"] })],
      stacks: [stack(column("con_t", "con_f"), ["F", { length: 1 }])],
      dependencies: [needs(table("con_t"), column("con_t", "con_f"))],
    });
    expect(told(found)).toEqual([["part", "con_f", "con_f", "solution F", 1]]);
  });

  it("may be what could not be read: the verdict says so", () => {
    const found = preview({ targets: ["A"], members: [member(js, ["A"], { alsoHeldBy: ["F"] })], unknownStacks: [js] });
    expect(told(found)).toEqual([["unreadable", "con_/a.js", "con_/a.js", "unknown", 1]]);
    expect(found.verdict).toBe("uncertain");
  });

  it("may be in what was not read at all", () => {
    const unread = [{ what: "dependencies", solution: "A", why: { reason: "notRead" } }] as const;
    expect(preview({ targets: ["A"], members: [member(js, ["A"])], unread }).verdict).toBe("uncertain");
  });

  it("is an order that is wrong only where no order is right", () => {
    const other = component("WebResource", "con_/b.js");
    const found = preview({
      targets: ["A", "F"],
      members: [member(js, ["A", "F"]), member(other, ["A", "F"])],
      stacks: [stack(js, ["A", {}], ["F", {}]), stack(other, ["F", {}], ["A", {}])],
    });
    expect(found.order.cycles).toHaveLength(1);
    expect(found.blockers.map(({ kind, fix }) => [kind, fix.where])).toEqual([["baseLayer", "order"]]);
  });

  it("is resolved by what goes before, and by what it falls back to then", () => {
    const layers = stack(view, ["G", fetch("con_c")], ["F", fetch()], ["B", fetch("con_c")]);
    const found = preview({
      targets: ["A", "B"],
      members: [member(account, ["A"]), member(view, ["B"], { alsoHeldBy: ["F", "G"] })],
      dependencies: [needs(account, view)],
      stacks: [layers],
    });
    expect(found.order.steps.map(({ solution: { uniqueName } }) => uniqueName)).toEqual(["B", "A"]);
    expect(told(found)).toEqual([]);
  });

  it("is a new base that repeats, without listing it, what needs the component", () => {
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["B"] })],
      dependencies: [needs(account, view)],
      stacks: [stack(view, ["A", fetch("con_c")], ["B", { name: "b" }])],
    });
    expect(told(found)).toEqual([["dependency", "con_c", "Accounts", "solution B", 1]]);
  });

  it("may be a new base that has it in its whole, where the server does not name it: it may have had it from below", () => {
    const found = preview({
      targets: ["A"],
      members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["B"] })],
      stacks: [stack(view, ["A", fetch("con_c")], ["B", { name: "b" }])],
    });
    expect(told(found)).toEqual([["perhaps", "con_c", "Accounts", "solution B", 2]]);
    expect(found.verdict).toBe("uncertain");
  });

  describe("where a layer goes that needs it, over the platform's", () => {
    const found = (uninstalls: string[], ...top: Parameters<typeof stack>[1][]) =>
      preview({
        targets: ["A", "G"],
        members: [member(account, ["A"]), member(view, ["A"], { alsoHeldBy: ["B"] })],
        dependencies: [needs(account, view, uninstalls)],
        stacks: [stack(view, ["System", fetch()], ["A", fetch("con_c")], ...top)],
      });

    it("is a layer above that repeats it, as the server says of this very uninstall (§4.4)", () => {
      const repeated = found(["A"], ["B", { name: "b" }]);
      expect(told(repeated)).toEqual([["dependency", "con_c", "Accounts", "solution B", 1]]);
      expect([repeated.verdict, repeated.order.missing]).toEqual(["blocked", ["B"]]);
    });

    it("may be that layer, where the server spoke of things as they are now: it may only pass the value on", () => {
      for (const uninstalls of [[], ["G"]]) {
        const passedOn = found(uninstalls, ["B", { name: "b" }]);
        expect(told(passedOn)).toEqual([["perhaps", "con_c", "Accounts", "solution B", 1]]);
        expect([passedOn.verdict, passedOn.order.missing]).toEqual(["uncertain", []]);
      }
    });

    it("may be that layer too, where another one goes that covers it: the server was asked about neither together", () => {
      const later = { installedOn: new Date(1) };
      const covered = preview({
        solutions: [solution("A"), solution("B"), solution("G", later)],
        targets: ["A", "G"],
        members: [member(account, ["A"]), member(view, ["A", "G"], { alsoHeldBy: ["B"] })],
        stacks: [stack(view, ["System", fetch()], ["A", fetch("con_c")], ["B", { name: "b" }], ["G", fetch()])],
      });
      expect(told(covered)).toEqual([["perhaps", "con_c", "Accounts", "solution B", 2]]);
    });

    it("is nothing where nobody repeats it: what is edited here says only what was edited", () => {
      expect(told(found([], ["B", fetch()]))).toEqual([]);
      expect(told(found([], ["Active", { name: "x" }]))).toEqual([]);
      expect(told(found([], ["B", fetch()], ["G", { name: "g" }]))).toEqual([]);
    });

    it("may be something that layers do not tell, where the server says so of this very uninstall", () => {
      expect(told(found(["A"], ["B", fetch()]))).toEqual([["perhaps", "con_c", "Accounts", "solution B", 1]]);
      expect(told(found(["A"], ["Active", { name: "x" }]))).toEqual([["perhaps", "con_c", "Accounts", "here", 1]]);
    });
  });

  it("may be a dependent of unknown layers, where another one that goes holds it too", () => {
    const held = (...holders: string[]) =>
      told(
        preview({
          targets: ["A", "F"],
          members: [member(account, ["A"]), member(view, holders, { alsoHeldBy: ["B"] })],
          dependencies: [needs(account, view)],
          unknownStacks: [view],
        }),
      ).filter((line) => JSON.stringify(line).includes("con_c"));
    expect(held("A")).toEqual([["dependency", "con_c", "Accounts", "unknown", 1]]);
    expect(held("F")).toEqual([["perhaps", "con_c", "Accounts", "unknown", 1]]);
  });
});
