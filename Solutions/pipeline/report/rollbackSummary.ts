import {
  type FateKind,
  isCertain,
  type RollbackPreview,
} from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { ExitCode, type ExitCodeValue } from "../errors";

const FATES: readonly (readonly [FateKind, string])[] = [
  ["deleted", "deleted"],
  ["fallsBack", "falling back"],
  ["returns", "coming back to view"],
  ["survives", "surviving under another solution"],
  ["unchanged", "looking the same"],
  ["unknown", "not known"],
];

/** What the preview comes to, in a line. */
export function rollbackSummary({ counts, blockers, verdict, unread }: RollbackPreview): string {
  const fates = FATES.flatMap(([kind, words]) => (counts[kind] > 0 ? [`${counts[kind]} ${words}`] : []));
  const parts = [`Components: ${fates.length > 0 ? fates.join(", ") : "none"}`];
  const certain = blockers.filter(isCertain).length;
  if (certain > 0) parts.push(`in the way: ${certain}`);
  if (blockers.length > certain) parts.push(`perhaps in the way: ${blockers.length - certain}`);
  if (unread.length > 0) parts.push(`parts that could not be read: ${unread.length}`);
  const verdicts = { possible: "possible", blocked: "blocked", uncertain: "not certain to be possible" };
  return `${parts.join("; ")}. Uninstalling is ${verdicts[verdict]}.`;
}

/** 0 possible, 1 blocked, 7 where it could not be found out. */
export function previewExitCode({ verdict }: RollbackPreview): ExitCodeValue {
  return { possible: ExitCode.ok, blocked: ExitCode.findings, uncertain: ExitCode.unknown }[verdict];
}
