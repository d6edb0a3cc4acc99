import { parseTree } from "../../../Solutions/pipeline/layout/xml/parse";
import { printDocument } from "../../../Solutions/pipeline/layout/xml/print";
import { xmlMeaning } from "./equivalence";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const printed = (text: string): string => new TextDecoder().decode(printDocument(parseTree(bytes(text), "x.xml")));

describe("printDocument", () => {
  it("indents elements among themselves", () => {
    expect(printed("<a><b><c/></b></a>")).toBe(
      `<?xml version="1.0" encoding="utf-8"?>\n<a>\n  <b>\n    <c />\n  </b>\n</a>\n`,
    );
  });

  it.each([
    ["text with spaces around it", "<a><b> x </b></a>", "<b> x </b>"],
    ["a single space", "<a><b> </b></a>", "<b> </b>"],
    ["text of several lines", "<a><b>x\n  y</b></a>", "<b>x\n  y</b>"],
    ["mixed content", "<a>x <b/> y</a>", "<a>x <b /> y</a>"],
    ["escaped characters", `<a b="&quot;&#10;&lt;">&amp;&#xA0;</a>`, `<a b="&quot;&#10;&lt;">&amp;&#xA0;</a>`],
    ["quotation marks in a value between apostrophes", `<a b='"' />`, `<a b="&quot;" />`],
    [
      "attributes named like parts of JavaScript",
      `<a constructor="C" toString="d" />`,
      `<a constructor="C" toString="d" />`,
    ],
    ["comments", "<a><!-- why --><b/></a>", "<!-- why -->"],
    ["an empty attribute", `<a b="" />`, `<a b="" />`],
  ])("keeps %s", (_, text, expected) => {
    expect(printed(text)).toContain(expected);
  });

  it("writes CDATA as escaped text", () => {
    expect(printed("<a><![CDATA[<b> & c]]></a>")).toContain("<a>&lt;b&gt; &amp; c</a>");
  });

  it("writes line ends as XML readers see them", () => {
    expect(printed("<a><b>x\r\ny\rz</b></a>")).toContain("<b>x\ny\nz</b>");
  });
});

describe("parseTree", () => {
  it.each(["", "<a>", "<a></b>", "<a/><b/>", "text", "<a b='1' b='2'/>", "<a b=1/>", "<a>&</a>"])(
    "refuses %j",
    (text) => {
      expect(() => parseTree(bytes(text), "x.xml")).toThrow(expect.objectContaining({ code: "brokenXml" }) as Error);
    },
  );

  it("refuses entity declarations", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>`;
    expect(() => parseTree(bytes(bomb), "x.xml")).toThrow(expect.objectContaining({ code: "brokenXml" }) as Error);
  });
});

describe("xmlMeaning", () => {
  const same = (one: string, other: string): boolean => xmlMeaning(bytes(one), "x") === xmlMeaning(bytes(other), "x");

  it("levels indentation, order of attributes and of component lists", () => {
    expect(
      same(`<a x="1" y="2"><Roles><b/><c/></Roles></a>`, `<a y="2" x='1'>\n <Roles>\n<c></c><b/></Roles></a>`),
    ).toBe(true);
  });

  it.each([
    [`<a><b/><c/></a>`, `<a><c/><b/></a>`],
    [`<a>x</a>`, `<a>x </a>`],
    [`<a b="1"/>`, `<a b="2"/>`],
    [`<a><b/></a>`, `<a><b/><b/></a>`],
  ])("tells %s from %s", (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
