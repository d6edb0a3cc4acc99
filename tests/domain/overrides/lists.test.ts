import { countOverrides } from "../../../SolutionHealth/domain/overrides/listedOverride";
import { filterOverrides, groupOverrides, sortOverrides } from "../../../SolutionHealth/domain/overrides/listOverrides";
import {
  LIST_COLUMNS,
  type ListWords,
  overridesCsv,
  overridesJson,
  overridesMarkdown,
} from "../../../SolutionHealth/domain/overrides/listText";
import { accepted, component, facts, listed } from "./overrideSamples";

const words: ListWords = {
  header: (column) => column,
  state: (state) => state,
  reason: (reason) => reason,
  acceptance: (acceptance) => acceptance,
  type: ({ typeName }) => typeName,
  solution: (uniqueName) => uniqueName ?? "",
};

const numbers = (rows: readonly { component: { displayName: string } }[]) =>
  rows.map(({ component: { displayName } }) => Number(displayName.replace(/\D/g, "")));

describe("countOverrides", () => {
  it("counts states, and accepted ones apart from new, changed and expired ones", () => {
    const rows = [
      listed(1),
      listed(2, { acceptance: "accepted" }),
      listed(3, { acceptance: "changed" }),
      listed(4, { acceptance: "expired", facts: facts({ state: "stateOnly" }) }),
      listed(5, { facts: facts({ state: "phantom" }) }),
      listed(6, { acceptance: "unknown", facts: facts({ state: "unknown" }) }),
    ];
    expect(countOverrides(rows)).toEqual({ real: 3, stateOnly: 1, phantom: 1, unknown: 1, accepted: 1, new: 3 });
  });
});

describe("filterOverrides", () => {
  const rows = [
    listed(1, { origin: { modifiedBy: "B. Lee", unmanagedSolutions: ["Hotfixes"] } }),
    listed(2, { facts: facts({ state: "phantom", changed: [], owner: "Fabrikam" }) }),
  ];

  it("finds every word in names, properties, owner, author and solutions", () => {
    expect(numbers(filterOverrides(rows, { search: "LEE hotfix fetch" }))).toEqual([1]);
    expect(numbers(filterOverrides(rows, { search: "fabrikam" }))).toEqual([2]);
    expect(filterOverrides(rows, { search: "lee fabrikam" })).toEqual([]);
  });

  it("keeps the chosen states, owners, types and acceptances", () => {
    expect(numbers(filterOverrides(rows, { search: "", states: new Set(["phantom"]) }))).toEqual([2]);
    expect(numbers(filterOverrides(rows, { search: "", owners: new Set(["Contoso"]) }))).toEqual([1]);
    expect(filterOverrides(rows, { search: "", types: new Set(["Role"]) })).toEqual([]);
    expect(filterOverrides(rows, { search: "", acceptance: new Set(["accepted"]) })).toEqual([]);
  });
});

describe("sortOverrides", () => {
  it("sorts names as people count, and keeps rows without the value last either way", () => {
    const on = (day: number) => ({ origin: { modifiedOn: new Date(2026, 0, day) } });
    const rows = [listed(10, on(2)), listed(2), listed(1, on(3))];
    expect(numbers(sortOverrides(rows, "name"))).toEqual([1, 2, 10]);
    expect(numbers(sortOverrides(rows, "modifiedOn"))).toEqual([10, 1, 2]);
    expect(numbers(sortOverrides(rows, "modifiedOn", true))).toEqual([1, 10, 2]);
  });

  it("shows real ones first by state", () => {
    const of = (number: number, state: "real" | "unknown" | "phantom" | "stateOnly") =>
      listed(number, { facts: facts({ state }) });
    const rows = [of(1, "phantom"), of(2, "unknown"), of(3, "stateOnly"), of(4, "real")];
    expect(numbers(sortOverrides(rows, "state"))).toEqual([4, 3, 2, 1]);
  });
});

describe("groupOverrides", () => {
  it("groups by solution and type, those without an owner too", () => {
    const rows = [
      listed(1),
      listed(2, { component: component(2, { typeName: "Role" }) }),
      listed(3),
      listed(4, {
        facts: {
          state: "unknown",
          reason: "readFailed",
          changed: [],
          changedState: [],
          bookkeeping: [],
          fingerprint: "",
        },
      }),
    ];
    const groups = groupOverrides(rows).map(({ owner, types, count }) => [
      owner,
      count,
      types.map((t) => [t.typeName, numbers(t.rows)]),
    ]);
    expect(groups).toEqual([
      [
        "Contoso",
        3,
        [
          ["SavedQuery", [1, 3]],
          ["Role", [2]],
        ],
      ],
      ["", 1, [["SavedQuery", [4]]]],
    ]);
  });
});

describe("exports", () => {
  const hostile = listed(1, {
    component: component(1, { displayName: "=1+1 | <b>`x`</b> [a](http://b)\r\n# h" }),
    accepted: accepted(1, { expiresOn: "2026-12-31" }),
    origin: { modifiedBy: "@lee", modifiedOn: new Date("2026-01-31T12:00:00Z"), unmanagedSolutions: ["A", "B"] },
  });

  it("write every column as CSV, formulas defused", () => {
    const text = overridesCsv([hostile], words);
    const [head] = text.split("\r\n");
    expect(head).toBe(`\uFEFF${LIST_COLUMNS.join(",")}`);
    expect(text).toContain(`"'=1+1 | <b>`);
    expect(text).toContain('\'@lee,2026-01-31T12:00:00.000Z,"A, B",Asked for by sales,2026-12-31');
  });

  it("write a Markdown table in which names stay one cell of text", () => {
    const lines = overridesMarkdown([hostile], words).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain("=1+1 \\| &lt;b&gt;\\`x\\`&lt;/b&gt; \\[a\\](http://b) \\# h");
    const cells = (line: string | undefined) => line?.replace(/\\\|/g, "").split("|").length;
    expect(cells(lines[2])).toBe(cells(lines[0]));
  });

  it("write JSON in one order with codes, counts and what it is about", () => {
    const [one, two] = [listed(1), listed(2, { failure: { kind: "server", serverText: "no" } })];
    const text = overridesJson([two, one], { environment: "https://contoso" });
    expect(text).toBe(overridesJson([one, two], { environment: "https://contoso" }));
    expect(JSON.parse(text)).toMatchObject({
      environment: "https://contoso",
      counts: { real: 2 },
      overrides: [
        { name: "View 1", state: "real" },
        { name: "View 2", failure: { kind: "server" } },
      ],
    });
  });
});
