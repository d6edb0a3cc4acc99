import { decisionKey } from "../plan/acceptedFinding";
import type { SnapshotContent, SnapshotFinding } from "../plan/healthSnapshot";
import { SEVERITIES } from "./finding";
import type { HealthChange, JudgedFinding } from "./healthReport";
import type { RuleUnknown } from "./rule";
import { ruleOf, toRuleId } from "./rules";
import { silentRules } from "./silentRules";

/** A snapshot that is there to be compared with. */
export interface PastSnapshot extends SnapshotContent {
  readonly takenOn: Date;
}

export interface Compared {
  readonly findings: readonly JudgedFinding[];
  readonly change: HealthChange;
}

/**
 * What has changed since a snapshot. A finding is new only where its rule spoke then and the snapshot had room for all;
 * one is gone only where its rule speaks now, of all that it goes by. Worse and better go by severity; of equal severity, one
 * that is about more than then is worse, and one that is about something else has changed.
 */
export function compareSnapshot(
  findings: readonly JudgedFinding[],
  unknowns: readonly RuleUnknown[],
  past: PastSnapshot,
): Compared {
  const before = new Map(past.findings.map((finding) => [keyOf(finding), finding]));
  const silentThen = new Set(past.unknownRules);
  const mayBeOld = (ruleId: string): boolean => past.leftOut > 0 || silentThen.has(ruleId);
  const isPartial = partialRules(unknowns);
  const judged = findings.map((finding): JudgedFinding => {
    const known = before.get(keyOf(finding));
    if (known) return { ...finding, change: changeOf(known, finding, isPartial(finding.ruleId)) };
    return mayBeOld(finding.ruleId) ? finding : { ...finding, change: "new" };
  });
  const now = new Set(findings.map(keyOf));
  const silentNow = silentRules(unknowns);
  const gone = past.findings.filter((finding) => !now.has(keyOf(finding)) && !silentNow.has(finding.ruleId));
  const numberOf = (change: JudgedFinding["change"]): number => judged.filter((one) => one.change === change).length;
  return {
    findings: judged,
    change: {
      since: past.takenOn,
      new: numberOf("new"),
      worse: numberOf("worse"),
      better: numberOf("better"),
      changed: numberOf("changed"),
      uncertain: numberOf(undefined),
      gone: gone.flatMap(({ ruleId, solution, severity }) => {
        const known = toRuleId(ruleId);
        return known ? [{ ruleId: known, severity, ...(solution !== undefined && { solution }) }] : [];
      }),
    },
  };
}

const keyOf = decisionKey;

/** Rules that go by a part of which something has been dropped, since a solution has changed: they see less of it. */
function partialRules(unknowns: readonly RuleUnknown[]): (ruleId: string) => boolean {
  const parts = new Set(unknowns.filter(({ reason }) => reason === "outdated").map(({ part }) => part));
  return (ruleId) => ruleOf(ruleId)?.needs.some((part) => parts.has(part)) === true;
}

function changeOf(
  before: SnapshotFinding,
  { severity, fingerprint, subjects }: JudgedFinding,
  partial: boolean,
): NonNullable<JudgedFinding["change"]> {
  const difference = SEVERITIES.indexOf(severity) - SEVERITIES.indexOf(before.severity);
  if (difference !== 0) return difference < 0 ? "worse" : "better";
  if (partial || before.fingerprint === fingerprint) return "same";
  return before.subjects !== undefined && subjects.length > before.subjects ? "worse" : "changed";
}
