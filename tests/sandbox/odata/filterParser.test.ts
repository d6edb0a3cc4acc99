import { faultOf } from "../engine/handMade";
import type { Expression } from "../../../sandbox/odata/expression";
import { parseFilter } from "../../../sandbox/odata/filterParser";

function shape(expression: Expression): string {
  switch (expression.kind) {
    case "and":
    case "or":
      return `(${expression.operands.map(shape).join(` ${expression.kind} `)})`;
    case "not":
      return `not ${shape(expression.operand)}`;
    case "text":
      return `${expression.name} ${expression.path} ${expression.value}`;
    case "compare": {
      const { right } = expression;
      const value = right.kind === "property" ? right.path : right.kind === "null" ? "null" : String(right.value);
      return `${expression.path} ${expression.operator} ${right.kind}:${value}`;
    }
  }
}

describe("parseFilter", () => {
  it.each([
    ["a eq 1 or b eq 2 and c eq 3", "(a eq number:1 or (b eq number:2 and c eq number:3))"],
    ["not contains(a,'x') and b eq 2", "(not contains a x and b eq number:2)"],
    ["not (a eq 1 or b eq 2)", "not (a eq number:1 or b eq number:2)"],
    ["a eq 'O''Brien (x) and y'", "a eq string:O'Brien (x) and y"],
    ["a eq FD140AAE-4df4-11dd-bd17-0019b9312238", "a eq guid:fd140aae-4df4-11dd-bd17-0019b9312238"],
    ["a ge 2025-01-06T08:00:00Z", "a ge date:2025-01-06T08:00:00Z"],
    ["a ne null", "a ne null:null"],
    ["a eq -1.5", "a eq number:-1.5"],
    ["a eq false", "a eq boolean:false"],
    ["a eq b", "a eq property:b"],
    ["publisherid/uniquename eq 'x'", "publisherid/uniquename eq string:x"],
  ])("reads %s", (source, expected) => {
    expect(shape(parseFilter(source))).toBe(expected);
  });

  it("keeps an or-list of hundreds flat", () => {
    const source = Array.from({ length: 600 }, (_unused, index) => `a eq ${index}`).join(" or ");
    const parsed = parseFilter(source);
    expect(parsed.kind === "or" && parsed.operands).toHaveLength(600);
  });

  it("takes the value of a parameter alias", () => {
    expect(shape(parseFilter("a eq @p1", { "@p1": "'x'" }))).toBe("a eq string:x");
  });

  it.each([
    "a eq",
    "a eq 'open",
    "a in (1,2)",
    "(a eq 1",
    "a eq 1 b",
    "a eq eq eq",
    "any(x:x eq 1)",
    "contains(a,1)",
    "#",
  ])("refuses %s with 400", (source) => {
    expect(faultOf(() => parseFilter(source))).toMatchObject({ status: 400, code: "0x80060888" });
  });

  it("refuses nesting that would exhaust the stack", () => {
    const source = `${"(".repeat(5000)}a eq 1${")".repeat(5000)}`;
    expect(faultOf(() => parseFilter(source)).status).toBe(400);
  });
});
