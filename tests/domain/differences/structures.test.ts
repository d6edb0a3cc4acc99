import * as fc from "fast-check";
import { compareStructures } from "../../../SolutionHealth/domain/differences/compareStructures";
import { compareValues } from "../../../SolutionHealth/domain/differences/compareValues";
import type { StructureChange } from "../../../SolutionHealth/domain/differences/difference";
import { Contents } from "../../../SolutionHealth/domain/differences/content";
import { jsonStructure } from "../../../SolutionHealth/domain/differences/jsonStructure";
import { xmlStructure } from "../../../SolutionHealth/domain/differences/xmlStructure";
import { readXml } from "../../../SolutionHealth/domain/xml/readXml";

function changes(before: string, after: string): readonly StructureChange[] {
  const detail = compareValues("formxml", before, after);
  if (detail.kind !== "structure") throw new Error(detail.kind);
  return detail.changes;
}

const cell = (id: string, label: string, field: string): string =>
  `<row><cell id="{${id}}"><labels><label description="${label}" languagecode="1033"/></labels><control id="${field}" datafieldname="${field}"/></cell></row>`;
const section = (id: string, ...rows: string[]): string =>
  `<section id="${id}" name="${id}"><rows>${rows.join("")}</rows></section>`;
const form = (...sections: string[]): string =>
  `<form><tabs><tab id="t" name="general"><labels><label description="General" languagecode="1033"/></labels><columns><column><sections>${sections.join("")}</sections></column></columns></tab></tabs></form>`;

const phone = cell("1", "Phone", "telephone1");
const fax = cell("2", "Fax", "fax");
const city = cell("3", "City", "city");

describe("forms", () => {
  it("say nothing about white space, quotes, the order of attributes and closing tags", () => {
    expect(changes(`<a x="1" y="2"><b/></a>`, `<a y='2' x='1'>\n  <b></b>\n</a>`)).toEqual([]);
  });

  it("name an added cell by its label, say where it stands and behind what", () => {
    expect(changes(form(section("s", phone)), form(section("s", phone, fax)))).toEqual([
      { change: "added", name: "Fax", what: "row", path: ["General", "s"], follows: "Phone" },
    ]);
  });

  it("name a removed section once, with all that is in it", () => {
    expect(changes(form(section("s", phone), section("x", fax, city)), form(section("s", phone)))).toEqual([
      { change: "removed", name: "x", what: "section", path: ["General"] },
    ]);
  });

  it("see one cell moved, not all the others", () => {
    const before = form(section("s", phone, fax, city));
    expect(changes(before, form(section("s", city, phone, fax)))).toEqual([
      { change: "moved", name: "City", what: "row", path: ["General", "s"] },
    ]);
  });

  it("see a cell moved to another section, and what changed in it", () => {
    const moved = cell("2", "Telefax", "fax");
    const found = changes(
      form(section("s", phone, fax), section("x", city)),
      form(section("s", phone), section("x", city, moved)),
    );
    expect(found).toEqual([
      { change: "moved", name: "Telefax", what: "row", path: ["General", "x"], follows: "City" },
      expect.objectContaining({
        change: "changed",
        name: "1033",
        attribute: "description",
        before: "Fax",
        after: "Telefax",
      }),
    ]);
  });

  it("tell an attribute's values before and after, set and taken away", () => {
    const found = changes(`<a><tab id="1" name="T" v="1" w="1"/></a>`, `<a><tab id="1" name="T" v="2" u="3"/></a>`);
    expect(found).toEqual([
      { change: "changed", name: "T", what: "tab", path: [], attribute: "v", before: "1", after: "2" },
      { change: "changed", name: "T", what: "tab", path: [], attribute: "w", before: "1" },
      { change: "changed", name: "T", what: "tab", path: [], attribute: "u", after: "3" },
    ]);
  });
});

describe("views", () => {
  const grid = (...columns: [string, number][]): string =>
    `<grid name="resultset"><row name="result" id="accountid">${columns.map(([name, width]) => `<cell name="${name}" width="${width}"/>`).join("")}</row></grid>`;

  it("tell columns added, removed, moved and made wider", () => {
    const found = changes(
      grid(["name", 300], ["fax", 100], ["phone", 80], ["city", 100]),
      grid(["city", 100], ["name", 200], ["phone", 80], ["credit", 50]),
    );
    expect(found.map(({ change, name, follows, after }) => [change, name, follows ?? after])).toEqual([
      ["removed", "fax", undefined],
      ["moved", "city", undefined],
      ["changed", "name", "200"],
      ["added", "credit", "phone"],
    ]);
  });

  it("tell a condition that was added and one whose value was changed", () => {
    const fetch = (value: number, more = ""): string =>
      `<fetch><entity name="account"><filter type="and"><condition attribute="statecode" operator="eq" value="${value}"/>${more}</filter></entity></fetch>`;
    const found = changes(fetch(0), fetch(1, `<condition attribute="ownerid" operator="eq-userid"/>`));
    expect(found).toEqual([
      expect.objectContaining({ change: "changed", name: "statecode", attribute: "value", before: "0", after: "1" }),
      expect.objectContaining({ change: "added", name: "ownerid", what: "condition", follows: "statecode" }),
    ]);
  });

  it("does not call a filter new because its first condition is another", () => {
    const fetch = (attribute: string): string =>
      `<fetch><entity name="account"><filter type="and"><condition attribute="${attribute}" operator="null"/></filter></entity></fetch>`;
    expect(changes(fetch("a"), fetch("b")).map(({ change, what }) => [change, what])).toEqual([
      ["removed", "condition"],
      ["added", "condition"],
    ]);
  });
});

describe("site maps", () => {
  it("name areas by their titles", () => {
    const map = (...areas: string[]): string =>
      `<SiteMap>${areas.map((title) => `<Area Id="${title}_area"><Titles><Title LCID="1033" Title="${title}"/></Titles></Area>`).join("")}</SiteMap>`;
    expect(changes(map("Sales"), map("Sales", "Service"))).toEqual([
      { change: "added", name: "Service", what: "Area", path: [], follows: "Sales" },
    ]);
  });
});

describe("flow definitions", () => {
  const flow = (actions: object): string => JSON.stringify({ properties: { definition: { actions } } });
  const mail = (to: string) => ({
    type: "OpenApiConnection",
    inputs: { parameters: { to } },
    runAfter: { Get: ["Succeeded"] },
  });

  it("name actions, and say nothing about the order of members", () => {
    expect(changes(flow({ A: { type: "x" }, Mail: mail("a") }), flow({ Mail: mail("a"), A: { type: "x" } }))).toEqual(
      [],
    );
    const found = changes(flow({ Mail: mail("a"), Old: { type: "x" } }), flow({ Mail: mail("b"), New: { type: "x" } }));
    expect(
      found.map(({ change, name, path, attribute, after }) => [change, name, path.join("/"), attribute, after]),
    ).toEqual([
      ["removed", "Old", "properties/definition/actions", undefined, undefined],
      ["changed", "parameters", "properties/definition/actions/Mail/inputs", "to", "b"],
      ["added", "New", "properties/definition/actions", undefined, undefined],
    ]);
  });

  it("tell entries of lists by what identifies them, plain ones by their value", () => {
    const list = (...values: unknown[]): string => JSON.stringify({ list: values });
    const found = changes(list({ id: 1, v: 1 }, { id: 2 }, { id: 3 }), list({ id: 2 }, { id: 3 }, { id: 1, v: 2 }));
    expect(found.map(({ change, name, after }) => [change, name, after])).toEqual([
      ["moved", "1", undefined],
      ["changed", "1", "2"],
    ]);
    expect(changes(list("a", "b"), list("b", "c")).map(({ change, name }) => [change, name])).toEqual([
      ["removed", "a"],
      ["added", "c"],
    ]);
  });
});

interface Tree {
  readonly tag: string;
  readonly id: string;
  readonly children: readonly Tree[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom("tab", "section", "row", "cell"),
    id: fc.constantFrom("", "a", "b", "c", "d"),
    children: fc.oneof({ depthSize: "small" }, fc.constant([]), fc.array(tie("tree"), { maxLength: 4 })),
  }),
}));
const xmlOf = ({ tag, id, children }: Tree): string =>
  `<${tag}${id ? ` id="${id}"` : ""}>${children.map(xmlOf).join("")}</${tag}>`;
const rooted = (root: Tree): string => `<form>${xmlOf(root)}</form>`;
/** The same differences, found with and without skipping what is equal. */
function differences(a: string, b: string): StructureChange[] {
  const together = new Contents();
  const skipped = compareStructures(xmlStructure(readXml(a, ""), together), xmlStructure(readXml(b, ""), together));
  const whole = compareStructures(structure(a), structure(b));
  expect(skipped).toEqual(whole);
  return whole;
}
const structure = (xml: string) => xmlStructure(readXml(xml, ""), new Contents());
const countOf = ({ children }: Tree): number => 1 + children.reduce((sum, child) => sum + countOf(child), 0);

describe("any two documents", () => {
  it("have no difference exactly when they are equal", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const found = differences(rooted(a), rooted(b));
        expect(found.length === 0).toBe(rooted(a) === rooted(b));
      }),
    );
  });

  it("have no more differences than things in them", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const found = differences(rooted(a), rooted(b));
        expect(found.length).toBeLessThanOrEqual(3 * (countOf(a) + countOf(b)));
      }),
    );
  });

  it("hold for JSON too", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const json = (value: unknown, contents = new Contents()) => jsonStructure(value, "", contents);
        expect(compareStructures(json(a), json(a))).toEqual([]);
        const [left, right] = [{ v: a }, { v: b }];
        const found = compareStructures(json(left), json(right));
        const together = new Contents();
        expect(compareStructures(json(left, together), json(right, together))).toEqual(found);
        if (JSON.stringify(a) === JSON.stringify(b)) expect(found).toEqual([]);
      }),
    );
  });
});
