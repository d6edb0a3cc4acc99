import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import { rollbackCsv, rollbackMarkdown } from "../../../SolutionHealth/domain/rollbacks/rollbackReport";
import { rollbackReportJson } from "../../../SolutionHealth/domain/rollbacks/rollbackReportJson";
import type { ReportWords } from "../../../SolutionHealth/domain/rollbacks/reportWords";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { column, component, facts, member, solution, stack, table } from "./rollbackFacts";

const WORDS: ReportWords = {
  heading: (heading) => `[${heading}]`,
  column: (name) => name,
  verdict: (verdict) => `verdict ${verdict}`,
  fate: (kind) => kind,
  blocker: (kind) => kind,
  fix: ({ fix }) => fix.where,
  refusal: (reason) => reason,
  step: ({ implied }) => (implied ? "along" : ""),
  unchanged: (reason) => reason,
  goesWith: ({ name }) => `with ${name}`,
  newBase: ({ displayName }) => `base ${displayName}`,
  change: ({ property, now, then, certain }) => `${property}: ${now ?? "-"} to ${then ?? "-"}${certain ? "" : "?"}`,
  data: ({ count }) => (count.status === "unknown" ? "unknown" : `${count.status} ${count.count}`),
  incomplete: (counted, total) => `${counted} of ${total}`,
  unread: ({ what }) => `unread ${what}`,
  why: (why) => why?.reason ?? "",
  type: ({ typeName }) => typeName,
  component: ({ displayName }) => displayName,
  layer: ({ displayName }) => displayName,
  solution: (name) => name,
  yes: "yes",
  notTold: "not told",
  date: (date) => date.toISOString(),
};

const js = { ...component("WebResource", "con_/a.js"), displayName: "=cmd|'/c calc'!A1 | <b>*x*</b>" };

function preview(): RollbackPreview {
  const t = table("con_t");
  const judged = previewRollback(
    facts({
      solutions: [solution("A"), solution("F")],
      targets: ["A"],
      members: [member(t, ["A"]), member(column("con_t", "con_c"), []), member(js, ["A"], { alsoHeldBy: ["F"] })],
      stacks: [stack(js, ["F", { content: "x".repeat(200) }], ["A", { content: "1" }])],
      unread: [{ what: "dependencies", why: { reason: "notRead" } }],
    }),
  );
  const items = [{ component: t, kind: "rows", count: { status: "atLeast", count: 5000 } }] as const;
  return { ...judged, data: { items, complete: false, total: 2 } };
}

const PLACE = { url: "https://contoso.example", name: "Contoso" };

describe("the report of a rollback", () => {
  it("tells everything in Markdown, in the words handed in", () => {
    const text = rollbackMarkdown(preview(), PLACE, WORDS);
    for (const part of [
      "# \\[title\\]: A display 1.0.0.0",
      "Contoso – https://contoso.example",
      "**verdict uncertain**",
      "1. A display 1.0.0.0 (A)",
      "unread dependencies",
      "1 of 2",
      "| Entity | con\\_t |",
      "with con\\_t",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("keeps names from becoming mark-up, and shortens documents", () => {
    const text = rollbackMarkdown(preview(), PLACE, WORDS);
    expect(text).toContain("=cmd\\|'/c calc'!A1 \\| &lt;b&gt;\\*x\\*&lt;/b&gt;");
    expect(text).toContain(`content: 1 to ${"x".repeat(59)}…`);
    expect(text).not.toContain("x".repeat(61));
  });

  it("gives every component a row of the CSV file, and no formula", () => {
    const rows = rollbackCsv(preview(), WORDS).trim().split("\r\n");
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain("fate,type,name,logicalName,table,id");
    expect(rows.join()).toContain("'=cmd");
    expect(rows.find((row) => row.startsWith("deleted,Entity"))).toContain("atLeast 5000");
  });

  it("is versioned JSON for programs, with codes and without inner keys", () => {
    const file = JSON.parse(rollbackReportJson(preview(), PLACE, { compared: 1, asSaid: 1, surprises: [] })) as object;
    expect(file).toMatchObject({
      format: "solution-health/rollback-preview",
      formatVersion: 1,
      readAt: "2026-01-01T00:00:00.000Z",
      targets: [{ uniqueName: "A" }],
      counts: { deleted: 2, fallsBack: 1 },
      comparison: { compared: 1 },
    });
    expect(JSON.stringify(file)).not.toContain('"key"');
    expect(file).toHaveProperty("fates.0.goesWith", "id of con_t");
  });
});
