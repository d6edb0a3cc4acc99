import { healthCsv } from "../../../SolutionHealth/domain/health/report/healthCsv";
import { healthHtml } from "../../../SolutionHealth/domain/health/report/healthHtml";
import { healthJson } from "../../../SolutionHealth/domain/health/report/healthJson";
import { healthMarkdown } from "../../../SolutionHealth/domain/health/report/healthMarkdown";
import type { HealthWords } from "../../../SolutionHealth/domain/health/report/healthWords";
import { REPORT_STYLE } from "../../../SolutionHealth/domain/reports/reportStyle";
import { HEALTH_STATES } from "../../../SolutionHealth/domain/health/healthReport";
import { SEVERITIES } from "../../../SolutionHealth/domain/health/finding";
import { failedUpgrade, plainWords, reportContent } from "./reportSamples";

/** An environment whose texts want to be more than text. */
const HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>|**bold**"\'&';
const hostileWords: HealthWords = { ...plainWords, found: () => HOSTILE, solution: () => HOSTILE };
const hostile = {
  ...reportContent({ findings: [{ ...failedUpgrade, subjects: [{ kind: "flow", name: HOSTILE, note: HOSTILE }] }] }),
  about: { url: HOSTILE, name: HOSTILE, createdOn: new Date(0) },
};

describe("the report of the environment's health", () => {
  it("is a sheet with each finding and with what could not be judged", () => {
    const lines = healthCsv(reportContent(), plainWords).trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain("found lastOperationFailed");
    expect(lines[2]).toContain("Known,2026-06-01");
    expect(lines[3]).toContain("(unknown)");
    expect(lines[3]).toContain("stepsOff unknown: failed");
  });

  it("begins no cell of the sheet as a formula", () => {
    const text = healthCsv(hostile, hostileWords);
    expect(text).not.toMatch(/(^|[,"\n])=HYPERLINK/);
    expect(text).toContain("'=HYPERLINK");
  });

  it("is Markdown with state, changes, findings, unknown rules and freshness", () => {
    const text = healthMarkdown(reportContent(), plainWords);
    expect(text).toContain("(atRisk)");
    expect(text).toContain("1 new, 1 gone");
    expect(text).toContain("found lastOperationFailed");
    expect(text).toContain("stepsOff unknown: failed");
    expect(text).toContain("| part history | 2026-01-02 |");
    expect(text).toContain("| part overrides | (notAsked) |");
  });

  it("lets no mark-up of the environment through into Markdown", () => {
    const text = healthMarkdown(hostile, hostileWords);
    expect(text).not.toMatch(/<script|[^\\]\*\*bold/);
  });

  it("is JSON with a format, a version and codes", () => {
    const parsed = JSON.parse(healthJson(reportContent())) as Record<string, unknown>;
    expect(parsed).toMatchObject({
      format: "solution-health/health",
      version: 2,
      createdOn: "2026-01-02T03:04:05.000Z",
      environment: { url: "https://contoso.crm4.dynamics.com", name: "Contoso Prod" },
      state: "atRisk",
      solutions: [
        { solution: "ContosoCore", state: "noProblemFound", findings: 0 },
        { solution: "ContosoSales", state: "atRisk", findings: 1 },
      ],
      unknown: [{ ruleId: "stepsOff", reason: "failed" }],
      notLookedAt: ["overrides"],
      change: { new: 1, since: "2025-12-20T00:00:00.000Z" },
    });
    expect(parsed.findings).toMatchObject([{ since: "2025-12-31T10:00:00.000Z" }, { acceptance: "accepted" }]);
  });

  it("is a page of its own that loads and runs nothing", () => {
    const text = healthHtml(reportContent(), plainWords);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|<img|\ssrc=|url\(|@import|\son\w+=/);
    expect(text).toContain('<li class="atRisk"><strong>found lastOperationFailed</strong>');
    expect(text).toContain('<li class="accepted"><strong>found componentsLoose</strong>');
  });

  it("lets no tag and no attribute of the environment through into the page", () => {
    const text = healthHtml(hostile, hostileWords);
    expect(text).not.toMatch(/<script|"HYPERLINK|\("x"\)/);
    expect(text).toContain("&lt;script&gt;");
  });

  it.each([...HEALTH_STATES.map((state) => `.state.${state}`), ...SEVERITIES.map((severity) => `li.${severity}`)])(
    "has a look for %s",
    (selector) => expect(REPORT_STYLE).toContain(selector),
  );

  it("calls healthy only what was looked at as a whole", () => {
    const nothing = { findings: [], unknowns: [], state: "healthy" } as const;
    const [partly, wholly] = [reportContent(nothing), reportContent({ ...nothing, notLookedAt: [] })];
    for (const write of [healthMarkdown, healthHtml]) {
      expect(write(partly, plainWords)).toContain("(noProblemFound)");
      expect(write(partly, plainWords)).toContain("undefined healthy");
      expect(write(partly, plainWords)).not.toContain("(healthy)");
      expect(write(wholly, plainWords)).toContain("(healthy)");
      expect(write(wholly, plainWords)).toContain("1 healthy");
      expect(write(wholly, plainWords)).not.toContain("(noProblemFound)");
    }
    const stateIn = (content: typeof partly): unknown => (JSON.parse(healthJson(content)) as { state: unknown }).state;
    expect([stateIn(partly), stateIn(wholly)]).toEqual(["noProblemFound", "healthy"]);
  });

  it("says plainly that nothing was found", () => {
    const nothing = reportContent({ findings: [], unknowns: [] });
    expect(healthMarkdown(nothing, plainWords)).toContain("nothingFound");
    expect(healthHtml(nothing, plainWords)).toContain("[nothingFound]");
    expect(healthCsv(nothing, plainWords).trim().split("\r\n")).toHaveLength(1);
  });
});
