import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Blocker, FixPlace } from "../../domain/rollbacks/rollbackPreview";

/** One thing that stands in the way, for one reason, with all that it keeps from going. */
export interface BlockerGroup extends Omit<Blocker, "required"> {
  readonly key: string;
  readonly required: readonly RollbackComponent[];
}

const fixKey = (fix: FixPlace): string => ("solution" in fix ? `${fix.where} ${fix.solution.solution}` : fix.where);

/** What has to change is mended once, however much it needs: blockers of one component are one line; first rounds first. */
export function groupBlockers(blockers: readonly Blocker[]): BlockerGroup[] {
  const groups = new Map<string, { group: Omit<BlockerGroup, "required">; required: RollbackComponent[] }>();
  for (const { required, ...rest } of blockers) {
    const key = [rest.round, rest.kind, rest.dependent.key, fixKey(rest.fix)].join(" ");
    const known = groups.get(key);
    if (known) known.required.push(required);
    else groups.set(key, { group: { key, ...rest }, required: [required] });
  }
  return [...groups.values()]
    .map(({ group, required }) => ({ ...group, required }))
    .sort((one, other) => one.round - other.round);
}
