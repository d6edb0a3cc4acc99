import { compareValues } from "../../../SolutionHealth/domain/differences/compareValues";
import { readableText } from "../../../SolutionHealth/domain/differences/readableText";

const OPTION = {
  value: 614200004,
  externalvalue: "",
  hidden: false,
  color: null,
  "DisplayName - LocalizedLabel": JSON.stringify([
    { Label: "Filming", LanguageCode: 1033 },
    { Label: "Dreharbeiten", LanguageCode: 1031 },
  ]),
};

describe("a value that has nothing to be compared with", () => {
  it("is read member by member, labels by their languages", () => {
    expect(readableText(OPTION).split("\n")).toEqual([
      "value: 614200004",
      "externalvalue: ",
      "hidden: false",
      "color: ",
      "DisplayName - LocalizedLabel: 1033 Filming · 1031 Dreharbeiten",
    ]);
  });

  it("loses nothing that looks like labels and is none", () => {
    expect(readableText({ filter: "[{not json", rows: '[{"Label":"x"}]', deep: { a: [1] } }).split("\n")).toEqual([
      "filter: [{not json",
      'rows: [{"Label":"x"}]',
      'deep: {"a":[1]}',
    ]);
    expect(readableText([{ Label: "Films", LanguageCode: 1033 }, 7])).toBe("1033 Films\n7");
    expect(readableText(null)).toBe("null");
  });

  it("is a list of lines where an option is new or gone", () => {
    const added = compareValues("AttributePicklistValues", undefined, OPTION);
    expect(JSON.stringify(added)).toContain("1033 Filming");
    expect(compareValues("AttributePicklistValues", OPTION, undefined).kind).toBe("lines");
  });
});
