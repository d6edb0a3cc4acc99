import { type SnapshotContent, type SnapshotFinding, SNAPSHOT_SEVERITIES } from "./healthSnapshot";

/** Characters the findings of one snapshot may take in their column, which holds twice as many. */
export const SNAPSHOT_LIMIT = 100_000;

const FORMAT = 1;

/** Rules by number, so that a name is written once; severities by their place; solution and subject "" where absent. */
type Line = readonly [
  rule: number,
  solution: string,
  subject: string,
  fingerprint: string,
  severity: number,
  accepted: 0 | 1,
  /** Absent in lines of earlier versions, which read past it in later ones. */
  subjects?: number,
];

interface Written {
  readonly format: number;
  readonly rules: readonly string[];
  readonly findings: readonly Line[];
  readonly unknown: readonly string[];
  readonly leftOut: number;
}

/** The part of a snapshot that is text. */
export type SnapshotDetail = Pick<SnapshotContent, "findings" | "unknownRules" | "leftOut">;

/**
 * Findings as compact JSON, the gravest first. What does not fit is left out from the mildest on, and counted.
 * @param limit characters
 */
export function writeSnapshotText({ findings, unknownRules, leftOut }: SnapshotDetail, limit = SNAPSHOT_LIMIT): string {
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  const lines = [...findings].sort(bySeverity).map((finding) => lineOf(finding, rules));
  const text = (count: number): string =>
    JSON.stringify({
      format: FORMAT,
      rules,
      findings: lines.slice(0, count),
      unknown: unknownRules,
      leftOut: leftOut + lines.length - count,
    } satisfies Written);
  const room = limit - text(0).length;
  let [count, used] = [0, 0];
  for (const line of lines) {
    used += JSON.stringify(line).length + 1;
    if (used > room) break;
    count += 1;
  }
  return text(count);
}

/** @returns undefined for what this version cannot read: a text cut off, or of another format */
export function readSnapshotText(text: string): SnapshotDetail | undefined {
  const written = parse(text);
  if (written === undefined) return undefined;
  const findings = written.findings.map((line) => findingOf(line, written.rules));
  if (findings.some((finding) => finding === undefined)) return undefined;
  return {
    findings: findings.filter((finding) => finding !== undefined),
    unknownRules: written.unknown,
    leftOut: written.leftOut,
  };
}

const bySeverity = (a: SnapshotFinding, b: SnapshotFinding): number =>
  SNAPSHOT_SEVERITIES.indexOf(a.severity) - SNAPSHOT_SEVERITIES.indexOf(b.severity);

function lineOf(finding: SnapshotFinding, rules: readonly string[]): Line {
  const line = [
    rules.indexOf(finding.ruleId),
    finding.solution ?? "",
    finding.subject,
    finding.fingerprint,
    SNAPSHOT_SEVERITIES.indexOf(finding.severity),
    finding.accepted ? 1 : 0,
  ] as const;
  return finding.subjects === undefined ? line : [...line, finding.subjects];
}

function findingOf(line: Line, rules: readonly string[]): SnapshotFinding | undefined {
  const [rule, solution, subject, fingerprint, place, accepted, subjects] = line;
  const [ruleId, severity] = [rules[rule], SNAPSHOT_SEVERITIES[place]];
  if (ruleId === undefined || severity === undefined) return undefined;
  return {
    ruleId,
    subject,
    fingerprint,
    severity,
    ...(solution !== "" && { solution }),
    ...(accepted === 1 && { accepted: true }),
    ...(subjects !== undefined && { subjects }),
  };
}

function parse(text: string): Written | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isWritten(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== "object" || value === null) return false;
  const { format, rules, findings, unknown, leftOut } = value as Readonly<Record<string, unknown>>;
  return format === FORMAT && isTexts(rules) && isTexts(unknown) && typeof leftOut === "number" && isLines(findings);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const LINE = ["number", "string", "string", "string", "number", "number"];

const isLines = (value: unknown): value is readonly Line[] =>
  Array.isArray(value) &&
  value.every(
    (line) =>
      Array.isArray(line) &&
      LINE.every((type, index) => typeof line[index] === type) &&
      ["number", "undefined"].includes(typeof line[LINE.length]),
  );
