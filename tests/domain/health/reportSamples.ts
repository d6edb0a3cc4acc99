import type { HealthReport, JudgedFinding } from "../../../SolutionHealth/domain/health/healthReport";
import type { HealthWords } from "../../../SolutionHealth/domain/health/report/healthWords";
import type { ReportContent } from "../../../SolutionHealth/domain/health/report/reportContent";

export const NOW = new Date("2026-01-02T03:04:05Z");

export const failedUpgrade: JudgedFinding = {
  ruleId: "lastOperationFailed",
  group: "operation",
  severity: "atRisk",
  solution: "ContosoSales",
  subjects: [{ kind: "operation", name: "Upgrade" }],
  since: new Date("2025-12-31T10:00:00Z"),
  evidence: { act: "upgrade", version: "4.3.0.0", errorCode: "0x8004F01F" },
  subject: "",
  fingerprint: "f1",
  action: { kind: "history", solution: "ContosoSales" },
  acceptance: "open",
  change: "new",
};

export const looseComponents: JudgedFinding = {
  ruleId: "componentsLoose",
  group: "layers",
  severity: "attention",
  subjects: [{ kind: "SystemForm", name: "Main", table: "account" }],
  evidence: { components: 1, kind: "production" },
  subject: "",
  fingerprint: "f2",
  action: { kind: "makerPortal", place: "solution" },
  acceptance: "accepted",
  decision: {
    id: "00000000-0000-0000-0000-0000000000d1",
    decision: "accept",
    ruleId: "componentsLoose",
    subject: "",
    fingerprint: "f2",
    title: "Loose components",
    reason: "Known",
    acceptedOn: new Date("2025-12-01T00:00:00Z"),
    until: "2026-06-01",
  },
};

export function healthReport(parts: Partial<HealthReport> = {}): HealthReport {
  const findings = parts.findings ?? [failedUpgrade, looseComponents];
  const own = findings.filter(({ solution }) => solution === "ContosoSales");
  return {
    state: "atRisk",
    findings,
    environment: findings.filter(({ solution }) => solution === undefined),
    solutions: new Map([
      ["contosocore", { solution: "ContosoCore", state: "healthy", findings: [], unknowns: [] }],
      ["contososales", { solution: "ContosoSales", state: "atRisk", findings: own, unknowns: [] }],
    ]),
    unknowns: [{ ruleId: "stepsOff", reason: "failed", part: "steps", failure: { kind: "forbidden" } }],
    notLookedAt: ["overrides"],
    counts: {
      solutionsAtRisk: 1,
      solutionsAttention: 0,
      solutionsHealthy: 1,
      solutionsUnknown: 0,
      findingsAtRisk: 1,
      findingsAttention: 0,
      findingsInfo: 0,
      findingsAccepted: 1,
    },
    byRule: new Map([["lastOperationFailed", 1]]),
    change: {
      since: new Date("2025-12-20T00:00:00Z"),
      new: 1,
      worse: 0,
      better: 0,
      changed: 0,
      uncertain: 0,
      gone: [{ ruleId: "stepsOff", solution: "ContosoCore", severity: "attention" }],
    },
    ...parts,
  };
}

export const reportContent = (parts: Partial<HealthReport> = {}): ReportContent => ({
  report: healthReport(parts),
  freshness: [
    { part: "history", status: "read", readAt: NOW },
    { part: "overrides", status: "notAsked" },
  ],
  about: { url: "https://contoso.crm4.dynamics.com", name: "Contoso Prod", createdOn: NOW },
});

/** Words that show where they come from. */
export const plainWords: HealthWords = {
  language: "en",
  heading: (heading) => `[${heading}]`,
  column: (column) => `[${column}]`,
  state: (state) => `(${state})`,
  severity: (severity) => `(${severity})`,
  group: (group) => `(${group})`,
  rule: (rule) => `rule ${rule}`,
  found: ({ ruleId }) => `found ${ruleId}`,
  meaning: (rule) => `meaning of ${rule}`,
  action: ({ kind }) => `go to ${kind}`,
  acceptance: (acceptance) => `(${acceptance})`,
  change: (change) => `(${change})`,
  part: (part) => `part ${part}`,
  unknown: ({ ruleId, reason }) => `${ruleId} unknown: ${reason}`,
  notRead: (status) => `(${status})`,
  counts: (counts) => `${counts.atRisk} at risk, ${counts.healthy} healthy`,
  changes: (change) => `${change.new} new, ${change.gone} gone`,
  solution: (name) => name ?? "the environment",
  date: (date) => date.toISOString().slice(0, 10),
};
