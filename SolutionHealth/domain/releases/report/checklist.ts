import type { PackagePreview, ReleaseWay, WayPreview } from "../releasePreview";
import type { ReleaseCheck, WayBack } from "./releaseWords";

export interface CheckItem {
  readonly check: ReleaseCheck;
  /** Of what it speaks, how many. */
  readonly count: number;
}

/** What to do before the package is imported this way: only what applies, in this order. */
export function checklist({ findings, values }: PackagePreview, { blockers, fates, way }: WayPreview): CheckItem[] {
  const found = (id: string): number => findings.filter((one) => one.id === id && one.ways.includes(way)).length;
  const deleted = fates.filter(({ kind }) => kind === "deleted").length;
  const items: CheckItem[] = [
    { check: "applyPending", count: found("pendingUpgrade") },
    { check: "waitForOperation", count: found("operationRunning") },
    { check: "bringDependencies", count: found("missingDependency") },
    { check: "resolveBlockers", count: blockers.length },
    { check: "prepareValues", count: values.filter(({ value }) => value === "none" || value === "unknown").length },
    { check: "saveOverrides", count: fates.filter(({ override }) => override === "removedByOverwrite").length },
    { check: "exportData", count: deleted },
    { check: "backUp", count: 1 },
    { check: "runInCopy", count: deleted + blockers.length > 0 ? 1 : 0 },
  ];
  return items.filter(({ count }) => count > 0);
}

/**
 * How things come back. Deleted data and overwritten overrides come back from a backup only; an update is undone by no
 * uninstall of its own, since it has changed the solution itself (fact sheet §8.2, §8.3).
 */
export function waysBack({ fates, way }: WayPreview): WayBack[] {
  const first: Readonly<Record<ReleaseWay, WayBack>> = {
    install: "uninstall",
    patch: "uninstallPatch",
    update: "previousUpgrade",
    upgrade: "previousUpgrade",
    stagedUpgrade: "previousUpgrade",
  };
  const back: WayBack[] = [first[way]];
  if (fates.some(({ override }) => override === "removedByOverwrite")) back.push("reimportOverrides");
  if (fates.some(({ kind }) => kind === "deleted")) back.push("restoreBackup");
  return back;
}
