import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { compareRelease, type LookedAt, toLookAt } from "../../../SolutionHealth/domain/releases/compareRelease";
import { csvText } from "../../../SolutionHealth/domain/csv";
import { judgedWay } from "../../../SolutionHealth/domain/releases/judgedWay";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import { checklist, waysBack } from "../../../SolutionHealth/domain/releases/report/checklist";
import { releaseHtml } from "../../../SolutionHealth/domain/releases/report/releaseHtml";
import { releaseMarkdown } from "../../../SolutionHealth/domain/releases/report/releaseMarkdown";
import type { ReleaseReport } from "../../../SolutionHealth/domain/releases/report/releaseReport";
import type { ReleaseReportFile } from "../../../SolutionHealth/domain/releases/report/releaseReportFile";
import { releaseReportJson } from "../../../SolutionHealth/domain/releases/report/releaseReportJson";
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
  fix: ({ fix }) => fix.where,
  override: code,
  change: ({ property, seen }, { installed, incoming }) =>
    `${property} ${String(installed)} > ${String(incoming)} ${seen}`,
  merged: "merged",
  incomplete: (counted, total) => `${counted} of ${total} counted`,
  partial: "partial",
  overwrite: (overwrite) => `overwrite ${String(overwrite)}`,
  value: ({ name }) => name,
  data: ({ count }) => (count.status === "unknown" ? "?" : String(count.count)),
  asOfNow: "as of now",
  goesWith: code,
  check: (check, count) => `${check} ${count}`,
  wayBack: code,
  unread: ({ what }) => what,
  why: ({ reason }) => reason,
  type: ({ typeName }) => typeName,
  layer: ({ solution: name }) => name,
  date: (date) => date.toISOString(),
};

const DOCUMENTED = readFileSync(resolve(__dirname, "..", "..", "..", "docs", "release-report.md"), "utf8");
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
const reportOf = (of: ReleaseReport["preview"], as?: "update" | "upgrade"): ReleaseReport => ({
  preview: of,
  place: PLACE,
  wayOf: (one) => judgedWay(one, as),
});
const REPORT = reportOf(preview);

describe("the report", () => {
  it("as HTML holds no mark-up of the package, loads nothing and runs nothing", () => {
    const html = releaseHtml(REPORT, WORDS);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|src="|href="/);
    expect(html.match(/<h1>.*<\/h1>/g)).toEqual(["<h1>title: A display 1.1.0.0</h1>"]);
  });

  it("as Markdown keeps texts as texts", () => {
    const markdown = releaseMarkdown(REPORT, WORDS);
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toMatch(/[^\\]\[x\]\(/);
    expect(markdown).toContain("hash: ab");
    expect(markdown).toContain("### upgrade – deleted (1)");
  });

  it("as JSON names the format, each component by type and key, and its fate; the same text each time", () => {
    const json = releaseReportJson(REPORT);
    expect(releaseReportJson(REPORT)).toBe(json);
    const file = JSON.parse(json) as ReleaseReportFile;
    expect(file).toMatchObject({ format: "solution-health/release-preview", formatVersion: 1, overwrite: true });
    const fates = file.packages[0]?.ways.upgrade.fates.map(({ fate, component }) => [
      fate,
      component.typeName,
      component.key,
    ]);
    expect(fates).toEqual([
      ["changed", "Attribute", "con_t.con_c"],
      ["deleted", "Attribute", "con_t.con_d"],
    ]);
  });

  it("as JSON has no member that its page in docs does not tell", () => {
    const [one] = preview.packages;
    if (!one) throw new Error("no package");
    const data = { upgrade: { items: [], complete: true, total: 0 } };
    const report = reportOf({ ...preview, packages: [{ ...one, data }] }, "upgrade");
    const file = JSON.parse(releaseReportJson(report)) as ReleaseReportFile;
    const way = file.packages[0]?.ways.upgrade;
    const fates = way?.fates ?? [];
    const [whole, ofPackage, ofWay, ofComponent] = DOCUMENTED.split(/^## /m);
    const told = (text = ""): string[] => [...text.matchAll(/`(\w+)/g)].map(([, name]) => name ?? "");
    const parts: (readonly [string | undefined, object | undefined])[] = [
      [whole, file],
      [ofPackage, file.packages[0]],
      [ofWay, way],
      [ofComponent, fates[0]],
      [ofComponent, fates[0]?.component],
      [ofComponent, fates.flatMap(({ changes }) => changes)[0]],
    ];
    for (const [text, part] of parts)
      expect(told(text)).toEqual(expect.arrayContaining(Object.keys(part ?? { absent: 1 })));
  });

  it("as JSON has each value as it is, a long one by its size and hash", () => {
    const long = "ä".repeat(1001);
    const column = incomingColumn("con_t", "con_c", { properties: { length: 2, formxml: long } });
    const stacks = [stack(con, ["A", { length: 1, formxml: "short" }])];
    const facts = releaseFacts({ ...text, package: pack([column]), stacks });
    const file = JSON.parse(
      releaseReportJson(reportOf(previewRelease(facts, { overwrite: false }))),
    ) as ReleaseReportFile;
    expect(file.packages[0]?.ways.update.fates[0]?.changes).toMatchObject([
      {
        property: "formxml",
        installed: { value: "short" },
        incoming: { bytes: 2002, sha256: createHash("sha256").update(long).digest("hex") },
      },
      { property: "length", installed: { value: 1 }, incoming: { value: 2 }, visibleThen: { value: 2 } },
    ]);
  });

  it("tells all of the way that is judged, and says what was not counted", () => {
    const [one] = preview.packages;
    if (!one) throw new Error("no package");
    const item = { component: gone, kind: "values", count: { status: "exact", count: 7 } } as const;
    const counted = { ...one, data: { upgrade: { items: [item], complete: false, total: 2 } } };
    const report = reportOf({ ...preview, packages: [counted] }, "upgrade");
    const markdown = releaseMarkdown(report, WORDS);
    for (const part of ["hash: ab", "9.2.1.1", "installed: 1.0.0.0", "way: upgrade – possible", "partial"])
      expect(markdown).toContain(part);
    for (const part of ["before", "data", "changed (1)", "deleted (1)", "wayBack"])
      expect(markdown).toContain(`### upgrade – ${part}`);
    expect(markdown).toContain("1 of 2 counted");
    expect(markdown).not.toContain("### update – changed");
    const file = JSON.parse(releaseReportJson(report)) as ReleaseReportFile;
    expect(file).toMatchObject({ partial: true, verdict: { deletes: "yes", data: "yes", blocked: "no" } });
    expect(file.packages[0]?.ways.upgrade.data?.items).toMatchObject([
      { component: { typeName: "Attribute", key: "con_t.con_d", id: gone.id }, count: { count: 7 } },
    ]);
    const uncounted = JSON.parse(releaseReportJson(reportOf(preview, "upgrade"))) as ReleaseReportFile;
    expect(uncounted).toMatchObject({ partial: true, verdict: { data: "unknown" } });
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

describe("hostile names", () => {
  const NAMES = [
    "<script>alert(1)</script>",
    "a | b",
    "`code` **bold** [x](javascript:1)",
    "=cmd|'/c calc'!A1",
    "- item",
    "1. item",
    "con_\u202Egnp.exe",
    "line\r\n# heading",
  ];
  const columns = NAMES.map((name, index) => incomingColumn("con_t", `c${index}`, { displayName: name, name }));
  const facts = releaseFacts({ ...text, package: pack(columns), here: [], members: [], stacks: [] });
  const report = reportOf(previewRelease(facts, { overwrite: false }));
  const html = releaseHtml(report, WORDS);
  const markdown = releaseMarkdown(report, WORDS);

  it("stay texts in HTML", () => {
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => cell);
    expect(cells).toEqual(
      expect.arrayContaining([
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "a | b",
        "`code` **bold** [x](javascript:1)",
        "=cmd|&#39;/c calc&#39;!A1",
        "con_⟨U+202E⟩gnp.exe",
      ]),
    );
    const marks = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, mark]) => mark));
    const own = "html head meta title style body main h1 h2 h3 ul li table thead tbody tr th td".split(" ");
    expect(marks).toEqual(new Set(own));
    expect(html).not.toContain("\u202E");
  });

  it("stay texts in Markdown, each in its row", () => {
    const rows = markdown.split("\n").filter((line) => line.startsWith("| Attribute "));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    expect(rows).toHaveLength(NAMES.length);
    expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
    expect(cells.map((row) => row[2])).toEqual(
      expect.arrayContaining([
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "a \\| b",
        "\\`code\\` \\*\\*bold\\*\\* \\[x\\](javascript:1)",
        "\\- item",
        "1\\. item",
        "con\\_⟨U+202E⟩gnp.exe",
        "line \\# heading",
      ]),
    );
    expect(markdown).not.toContain("\u202E");
  });

  it("come back from JSON as they were, without a mark in the file that turns its direction", () => {
    const json = releaseReportJson(report);
    const file = JSON.parse(json) as ReleaseReportFile;
    const told = file.packages[0]?.ways.upgrade.fates.map(({ component }) => component.displayName);
    expect(new Set(told)).toEqual(new Set(NAMES));
    expect(json).not.toContain("\u202E");
  });

  it("are no formulas in CSV", () => {
    expect(csvText(NAMES.map((name) => [name]))).toContain("'=cmd|'/c calc'!A1");
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

  const looked = (status: "gone" | "there"): LookedAt =>
    new Map([[gone.key, status === "gone" ? { status } : { status, stack: stack(gone, ["B", { length: 1 }]) }]]);

  it("finds everything as said", () => {
    expect(toLookAt(said, "upgrade", after(2)).map(({ component }) => component.address)).toEqual([
      "Attribute con_t.con_d",
    ]);
    expect(compareRelease(said, "upgrade", after(2), looked("gone"))).toEqual({
      solution: "A",
      way: "upgrade",
      version: "1.1.0.0",
      compared: 2,
      asSaid: 2,
      surprises: [],
    });
  });

  it("does not take for deleted what only another solution holds any more", () => {
    expect(compareRelease(said, "upgrade", after(2), looked("there")).surprises).toMatchObject([
      { address: "Attribute con_t.con_d", said: "deleted", found: "there" },
    ]);
  });

  it("does not take for gone what nobody has looked at", () => {
    expect(compareRelease(said, "upgrade", after(2)).surprises).toMatchObject([
      { address: "Attribute con_t.con_d", said: "deleted", found: "unknown" },
    ]);
  });

  it("does not take for gone what was not looked for to the end", () => {
    const unread = [{ what: "members", solution: "A", why: { reason: "notRead" } } as const];
    const { surprises, asSaid } = compareRelease(said, "upgrade", { ...after(2), unread });
    expect(surprises).toMatchObject([{ address: "Attribute con_t.con_d", said: "deleted", found: "unknown" }]);
    expect(asSaid).toBe(1);
  });

  it("names what is still there, what is missing, and values that are others", () => {
    expect(compareRelease(said, "upgrade", after(2, [held(gone, "A")])).surprises).toMatchObject([
      { address: "Attribute con_t.con_d", said: "deleted", found: "there" },
    ]);
    const without = { ...after(2), stacks: new Map() };
    expect(compareRelease(said, "update", without, looked("gone")).surprises).toMatchObject([
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
    expect(compareRelease(said, "upgrade", other, looked("gone")).surprises).toMatchObject([
      { found: "otherValues", properties: ["length"] },
    ]);
  });
});
