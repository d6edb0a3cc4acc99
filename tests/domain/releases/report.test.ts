import { compareRelease } from "../../../SolutionHealth/domain/releases/compareRelease";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import { checklist, waysBack } from "../../../SolutionHealth/domain/releases/report/checklist";
import { releaseHtml } from "../../../SolutionHealth/domain/releases/report/releaseHtml";
import { releaseMarkdown } from "../../../SolutionHealth/domain/releases/report/releaseMarkdown";
import {
  type ReleaseReportFile,
  releaseReportJson,
} from "../../../SolutionHealth/domain/releases/report/releaseReportJson";
import type { ReleaseWords } from "../../../SolutionHealth/domain/releases/report/releaseWords";
import { column, solution, stack } from "../rollbacks/rollbackFacts";
import { type FoundText, held, incomingColumn, pack, previewOf, releaseFacts } from "./releaseSamples";

const code = (value: string): string => value;
const WORDS: ReleaseWords = {
  language: "en",
  heading: code,
  column: code,
  way: code,
  status: code,
  notApplicable: code,
  kind: code,
  advice: ({ reason }) => reason,
  finding: ({ id }) => id,
  severity: code,
  blocker: code,
  fix: ({ where }) => where,
  override: code,
  change: ({ property, seen }, { installed, incoming }) =>
    `${property} ${String(installed)} > ${String(incoming)} ${seen}`,
  merged: "merged",
  overwrite: (overwrite) => `overwrite ${String(overwrite)}`,
  value: ({ name }) => name,
  data: ({ count }) => (count.status === "unknown" ? "?" : String(count.count)),
  goesWith: code,
  check: (check, count) => `${check} ${count}`,
  wayBack: code,
  unread: ({ what }) => what,
  why: ({ reason }) => reason,
  type: ({ typeName }) => typeName,
  layer: ({ solution: name }) => name,
  date: (date) => date.toISOString(),
};

const PLACE = { url: "https://org.example", name: "Org" };
const EVIL = `<img src=x onerror=alert(1)> | [x](javascript:1)`;

const con = column("con_t", "con_c");
const gone = column("con_t", "con_d");
const text: FoundText = {
  package: pack([incomingColumn("con_t", "con_c", { displayName: EVIL, properties: { length: EVIL } })]),
  here: [con],
  members: [held(con, "A"), held(gone, "A")],
  stacks: [stack(con, ["A", { length: 1 }], ["Active", { length: 3 }]), stack(gone, ["A", { length: 1 }])],
  facts: { solutions: [solution("A")] },
};
const preview = previewRelease(releaseFacts(text), { overwrite: true });

describe("the report", () => {
  it("as HTML holds no mark-up of the package, loads nothing and runs nothing", () => {
    const html = releaseHtml(preview, PLACE, WORDS);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|src="|href="/);
    expect(html.match(/<h1>.*<\/h1>/g)).toEqual(["<h1>title: A display 1.1.0.0</h1>"]);
  });

  it("as Markdown keeps texts as texts", () => {
    const markdown = releaseMarkdown(preview, PLACE, WORDS);
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toMatch(/[^\\]\[x\]\(/);
    expect(markdown).toContain("hash: ab");
    expect(markdown).toContain("### upgrade – deleted (1)");
  });

  it("as JSON names the format, each component by type and key, and its fate; the same text each time", () => {
    const json = releaseReportJson(preview, PLACE);
    expect(releaseReportJson(preview, PLACE)).toBe(json);
    const file = JSON.parse(json) as ReleaseReportFile;
    expect(file).toMatchObject({ format: "solution-health/release-preview", formatVersion: 1, overwrite: true });
    const fates = file.packages[0]?.ways.upgrade.fates.map(({ kind, component }) => [
      kind,
      component.typeName,
      component.key,
    ]);
    expect(fates).toEqual([
      ["changed", "Attribute", "con_t.con_c"],
      ["deleted", "Attribute", "con_t.con_d"],
    ]);
  });

  it("lists what to do before and how it comes back, as far as it applies", () => {
    const [one] = preview.packages;
    if (!one) throw new Error("no package");
    expect(checklist(one, one.ways.upgrade).map(({ check }) => check)).toEqual([
      "saveOverrides",
      "exportData",
      "backUp",
      "runInCopy",
    ]);
    expect(waysBack(one.ways.upgrade)).toEqual(["previousUpgrade", "reimportOverrides", "restoreBackup"]);
    expect(waysBack(one.ways.update)).toEqual(["previousUpgrade", "reimportOverrides"]);
  });
});

describe("the comparison after an import", () => {
  const said = previewOf({ ...text, package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })]) });
  const after = (length: number, members: FoundText["members"] = []) =>
    releaseFacts({
      ...text,
      package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })]),
      members,
      stacks: [stack(con, ["A", { length }], ["Active", { length: 3 }])],
      facts: { solutions: [solution("A", { version: "1.1.0.0" })] },
    });

  it("finds everything as said", () => {
    expect(compareRelease(said, "upgrade", after(2))).toEqual({
      solution: "A",
      way: "upgrade",
      version: "1.1.0.0",
      compared: 2,
      asSaid: 2,
      surprises: [],
    });
  });

  it("names what is still there, what is missing, and values that are others", () => {
    expect(compareRelease(said, "upgrade", after(2, [held(gone, "A")])).surprises).toMatchObject([
      { address: "Attribute con_t.con_d", said: "deleted", found: "there" },
    ]);
    const without = { ...after(2), stacks: new Map() };
    expect(compareRelease(said, "update", without).surprises).toMatchObject([
      { found: "unknown" },
      { address: "Attribute con_t.con_d", said: "leftBehind", found: "missing" },
    ]);
    const other = releaseFacts({
      ...text,
      package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })]),
      members: [],
      stacks: [stack(con, ["A", { length: 2 }])],
      facts: { solutions: [solution("A")] },
    });
    expect(compareRelease(said, "upgrade", other).surprises).toMatchObject([
      { found: "otherValues", properties: ["length"] },
    ]);
  });
});
