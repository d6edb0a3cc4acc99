import type { MissingNeed, NeedKind } from "./missingNeeds";

/** Missing needs of one kind by the solution that should bring them. */
export function needsBySolution(needs: readonly MissingNeed[], kind: NeedKind): [string, MissingNeed[]][] {
  const found = new Map<string, MissingNeed[]>();
  for (const need of needs.filter((one) => one.kind === kind)) {
    found.set(need.requiredSolution, [...(found.get(need.requiredSolution) ?? []), need]);
  }
  return [...found];
}
