import { compareProperty, compareStack } from "../../../SolutionHealth/domain/differences/compareStack";
import { compareValues } from "../../../SolutionHealth/domain/differences/compareValues";
import { childrenText, layer, stackOf } from "../layers/layerSamples";

const base64 = (text: string | Uint8Array): string => Buffer.from(text as string).toString("base64");
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]);

/** Differences between Active and the one layer below it. */
const between = (typeName: string, above: Parameters<typeof layer>[1], below: Parameters<typeof layer>[1]) =>
  compareStack(stackOf(typeName, layer("Active", above), layer("Base", below)));

describe("compareStack", () => {
  it("compares Active with the layer below it unless told otherwise", () => {
    const stack = stackOf(
      "SavedQuery",
      layer("Active", { name: "a" }),
      layer("Top", { name: "t" }),
      layer("Base", { name: "b" }),
    );
    expect(compareStack(stack)).toEqual([
      {
        property: "name",
        change: "changed",
        detail: { kind: "scalar", before: "t", after: "a" },
        before: "t",
        after: "a",
      },
    ]);
    expect(compareStack(stack, 1, 2)).toMatchObject([{ before: "b", after: "t" }]);
    expect(compareStack(stack, 0, 2)).toMatchObject([{ before: "b", after: "a" }]);
  });

  it("compares the two topmost layers where there is no Active", () => {
    const stack = stackOf("SavedQuery", layer("Top", { name: "t" }), layer("Base", { name: "b" }));
    expect(compareStack(stack)).toMatchObject([{ property: "name", before: "b", after: "t" }]);
  });

  it("says nothing about what stays the same, in whatever order its members are", () => {
    expect(between("SavedQuery", { a: { x: 1, y: 2 }, b: 1 }, { a: { y: 2, x: 1 }, b: 1 })).toEqual([]);
  });

  it("tells a property that is new from one that is changed", () => {
    expect(between("SavedQuery", { a: 1, b: null }, { a: 2 })).toMatchObject([
      { property: "a", change: "changed" },
      { property: "b", change: "added" },
    ]);
  });

  it("says nothing of values that could not be read", () => {
    const below = layer("Base", {}, { changes: "?", componentJson: "?" });
    expect(compareStack(stackOf("SavedQuery", layer("Active", { name: "a" }), below))).toEqual([]);
  });

  it("shows references by name and options by number", () => {
    const found = between(
      "SavedQuery",
      { o: { Id: "2", Name: "Ann" }, p: { Value: 2 } },
      { o: { Id: "1" }, p: { Value: 1 } },
    );
    expect(found.map(({ detail }) => detail)).toEqual([
      { kind: "scalar", before: "1", after: "Ann" },
      { kind: "scalar", before: "1", after: "2" },
    ]);
  });

  it("compares a script by line, decoded, whatever its line ends", () => {
    const [found] = between("WebResource", { content: base64("a\r\nb\r\nc\r\n") }, { content: base64("a\nx\nc\n") });
    expect(found?.detail).toEqual({
      kind: "lines",
      added: 1,
      removed: 1,
      hunks: [
        {
          beforeStart: 1,
          afterStart: 1,
          lines: [
            { change: "same", text: "a" },
            { change: "removed", text: "x" },
            { change: "added", text: "b" },
            { change: "same", text: "c" },
            { change: "same", text: "" },
          ],
        },
      ],
    });
  });

  it("compares a picture by size and hash", () => {
    const [found] = between("WebResource", { content: base64(PNG) }, { content: base64("text") });
    expect(found?.detail).toMatchObject({
      kind: "binary",
      before: { size: 4 },
      after: { size: 9, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
  });

  it("compares by line what looks like XML and is none, and what declares a document type", () => {
    for (const text of ["<p>\n<br>\n</p>", '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>']) {
      expect(between("WebResource", { html: text }, { html: "<p>\n</p>" })[0]?.detail?.kind).toBe("lines");
    }
  });

  it("compares documents of another root as text", () => {
    expect(between("SavedQuery", { x: "<a/>" }, { x: "<b/>" })[0]?.detail?.kind).toBe("scalar");
  });

  it("names privileges, and their depths", () => {
    const privileges = (...list: [string, number][]) => ({
      children: childrenText({
        RolePrivileges: list.map(([privilegename, privilegedepthmask]) => ({ privilegename, privilegedepthmask })),
      }),
    });
    const stack = stackOf(
      "Role",
      layer("Active", {}, privileges(["prvReadAccount", 8], ["prvWriteAccount", 2])),
      layer("Base", {}, privileges(["prvReadAccount", 1], ["prvDeleteAccount", 1])),
    );
    expect(compareStack(stack)).toMatchObject([
      {
        property: "RolePrivileges",
        detail: {
          kind: "entries",
          entries: [
            {
              kind: "privilege",
              key: "prvReadAccount",
              change: "changed",
              member: "depth",
              before: "user",
              after: "organization",
            },
            { kind: "privilege", key: "prvDeleteAccount", change: "removed", before: "user" },
            { kind: "privilege", key: "prvWriteAccount", change: "added", after: "businessUnit" },
          ],
        },
      },
    ]);
  });

  it("tells options by value and labels by column and language", () => {
    const option = (value: number, label: string) => ({
      value,
      "DisplayName - LocalizedLabel": JSON.stringify([{ Label: label, LanguageCode: 1033 }]),
    });
    const label = (text: string) => ({ objectcolumnname: "DisplayName", languageid: 1031, label: text });
    const children = (options: object[], text: string) => ({
      children: childrenText({ AttributePicklistValues: options as never, LocalizedLabels: [label(text)] }),
    });
    const stack = stackOf(
      "OptionSet",
      layer("Active", {}, children([option(1, "One!"), option(3, "Three")], "Neu")),
      layer("Base", {}, children([option(1, "One"), option(2, "Two")], "Alt")),
    );
    const details = compareStack(stack).map(({ detail }) => (detail?.kind === "entries" ? detail.entries : []));
    expect(details).toEqual([
      [
        { kind: "option", key: "1", change: "changed", member: "label", before: "1033: One", after: "1033: One!" },
        { kind: "option", key: "3", change: "added", after: "1033: Three" },
      ],
      [
        {
          kind: "label",
          key: "DisplayName",
          language: 1031,
          change: "changed",
          member: "label",
          before: "Alt",
          after: "Neu",
        },
      ],
    ]);
  });
});

describe("long values", () => {
  const long = (text: string): string => `<form>${`<tab id="${text}"/>`.repeat(10_000)}</form>`;

  it("are named at once, and compared when that is asked for", () => {
    const stack = stackOf(
      "SystemForm",
      layer("Active", { formxml: long("a"), name: "New" }),
      layer("Base", { formxml: long("b"), name: "Old" }),
    );
    const [form, name] = compareStack(stack);
    expect(form).toEqual({ property: "formxml", change: "changed", before: long("b"), after: long("a") });
    expect(name?.detail).toEqual({ kind: "scalar", before: "Old", after: "New" });
    const steps = compareProperty(stack, "formxml", 0, 1);
    let result = steps.next();
    let count = 1;
    for (; !result.done; result = steps.next()) count += 1;
    expect(count).toBe(3);
    expect(result.value).toEqual(compareValues("formxml", long("b"), long("a")));
  });
});

describe("long texts", () => {
  const lines = (count: number, change: (line: number) => string): string =>
    Array.from({ length: count }, (_none, line) => change(line)).join("\n");

  it("keep three lines around a change and fold the rest", () => {
    const before = lines(100, (line) => `line ${line}`);
    const after = lines(100, (line) => (line === 10 || line === 90 ? "other" : `line ${line}`));
    const [found] = between("WebResource", { content: base64(after) }, { content: base64(before) });
    if (found?.detail?.kind !== "lines") throw new Error(found?.detail?.kind);
    expect(
      found.detail.hunks.map(({ beforeStart, afterStart, lines: own }) => [beforeStart, afterStart, own.length]),
    ).toEqual([
      [8, 8, 8],
      [88, 88, 8],
    ]);
  });

  it("that have nothing in common are told as taken out and put in", () => {
    const before = lines(6_000, (line) => `a${line}`);
    const after = lines(6_000, (line) => `b${line}`);
    expect(compareValues("content", base64(before), base64(after))).toMatchObject({
      kind: "lines",
      added: 6_000,
      removed: 6_000,
    });
  });
});
