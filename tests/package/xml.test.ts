import { parseXml } from "../../SolutionHealth/package/xml";
import { decodeXml } from "../../SolutionHealth/package/xmlBytes";

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return littleEndian ? bytes : bytes.swap16();
};

describe("parseXml", () => {
  it("decodes named and numeric entities in text and attributes", () => {
    const root = parseXml('<a t="&lt;&#65;&#x42;&quot;">x &amp; y</a>', "test");
    expect([root.attribute("t"), root.text]).toEqual(['<AB"', "x & y"]);
  });

  it("takes CDATA as it stands", () => {
    expect(parseXml("<a><![CDATA[<b> & c]]></a>", "test").text).toBe("<b> & c");
  });

  it("knows attributes named like members of every object", () => {
    const root = parseXml('<control constructor="Chat" />', "test");
    expect([root.attribute("constructor"), root.attribute("toString")]).toEqual(["Chat", undefined]);
  });

  it("writes a subtree back, without the white space exporters indent with", () => {
    const xml =
      '<form a="1 &amp; &quot;2&quot;">\n  <tab>\n    <label> keep </label>\n    <empty></empty>\n  </tab>\n</form>';
    expect(parseXml(xml, "test").toXml()).toBe(
      '<form a="1 &amp; &quot;2&quot;"><tab><label> keep </label><empty /></tab></form>',
    );
  });

  it("writes CDATA back as escaped text", () => {
    expect(parseXml("<a><![CDATA[<b>]]></a>", "test").toXml()).toBe("<a>&lt;b&gt;</a>");
  });

  it("writes what parses to the same tree", () => {
    const xml = "<a x='say \"hi\"'><b>1 &lt; 2</b>tail<b/></a>";
    const once = parseXml(xml, "test");
    const twice = parseXml(once.toXml(), "test");
    expect([twice.toXml(), twice.attribute("x"), twice.text]).toEqual([once.toXml(), 'say "hi"', "tail"]);
  });

  it("says nothing for an element that is nil", () => {
    const root = parseXml('<a xmlns:xsi="x"><b xsi:nil="true"></b><c> d </c></a>', "test");
    expect([root.childText("b"), root.childText("c"), root.childText("e")]).toEqual([undefined, "d", undefined]);
  });

  it("lists all elements in document order", () => {
    const names = [...parseXml("<a><b><c /></b><d /></a>", "test").descendants()].map(({ name }) => name);
    expect(names).toEqual(["a", "b", "c", "d"]);
  });
});

describe("decodeXml", () => {
  it.each([
    ["UTF-8 with a byte order mark", Buffer.from("\ufeff<a>é</a>", "utf8")],
    ["UTF-8 without a declaration", Buffer.from("<a>é</a>", "utf8")],
    ["UTF-16, little endian", utf16("<a>é</a>", true)],
    ["UTF-16, big endian", utf16("<a>é</a>", false)],
  ])("reads %s", (_, bytes) => {
    expect(decodeXml(bytes, "test")).toBe("<a>é</a>");
  });

  it("reads the encoding that the file declares", () => {
    const xml = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>';
    expect(decodeXml(Buffer.from(xml, "latin1"), "test")).toBe(xml);
  });

  it("does not believe a UTF-16 declaration on a file of single bytes", () => {
    const xml = '<?xml version="1.0" encoding="utf-16"?><a>é</a>';
    expect(decodeXml(Buffer.from(xml, "utf8"), "test")).toBe(xml);
  });
});
