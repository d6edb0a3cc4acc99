import type { OperationGroup } from "../history/operationGroups";
import type { InstalledSolution } from "../model/solution";
import type { FindingSubject } from "./finding";
import type { SwitchedPart, WorkingPart } from "./workingParts";

export const solutionSubject = ({ displayName, id, version }: InstalledSolution): FindingSubject => ({
  kind: "solution",
  name: displayName,
  id,
  note: version,
});

export const operationSubject = ({ act, key, version }: OperationGroup): FindingSubject => ({
  kind: "operation",
  name: act,
  id: key,
  note: version,
});

export const partSubject = (kind: string, { id, name }: WorkingPart, note?: string): FindingSubject => ({
  kind,
  name,
  id,
  ...(note !== undefined && { note }),
});

export const switchSubject = (part: SwitchedPart): FindingSubject => partSubject(part.kind, part, part.owner?.name);

/** The earliest of some dates. */
export function earliest(dates: readonly (Date | undefined)[]): Date | undefined {
  const known = dates.filter((date) => date !== undefined).map((date) => date.getTime());
  return known.length === 0 ? undefined : new Date(Math.min(...known));
}

/** `since` where it is known. */
export const sinceOf = (date: Date | undefined): { since?: Date } => (date ? { since: date } : {});
