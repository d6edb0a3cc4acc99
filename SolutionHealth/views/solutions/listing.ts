import type { Guid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import type { InstalledSolution, Publisher, SolutionKind } from "../../domain/model/solution";
import type { SolutionQuery } from "./query";
import type { SolutionRow, SolutionState } from "./rows";

export interface SolutionList {
  readonly rows: readonly SolutionRow[];
  readonly total: number;
  readonly hidden: number;
  readonly publishers: readonly Publisher[];
  readonly states: readonly SolutionState[];
  readonly byId: ReadonlyMap<Guid, SolutionRow>;
  readonly patchesOf: (solution: InstalledSolution) => readonly InstalledSolution[];
}

export function listSolutions(
  solutions: readonly InstalledSolution[],
  _history: readonly SolutionOperation[] | undefined,
  query: SolutionQuery,
): SolutionList {
  const kindOf = (s: InstalledSolution): SolutionKind =>
    s.parentId ? "patch" : !s.managed ? "unmanaged" : s.uniqueName.endsWith("_Upgrade") ? "holding" : "managed";
  const patchesOf = (base: InstalledSolution): InstalledSolution[] => solutions.filter((s) => s.parentId === base.id);
  const all = solutions
    .filter((s) => !s.parentId)
    .flatMap((s) => [s, ...patchesOf(s)])
    .map<SolutionRow>((s) => ({
      solution: s,
      kind: kindOf(s),
      state: kindOf(s) === "holding" ? "leftOver" : "installed",
      level: s.parentId ? 1 : 0,
      patchCount: patchesOf(s).length,
    }));
  const visible = query.everything ? all : all.filter(({ solution }) => solution.managed && solution.visible);
  const rows = visible.filter(({ solution }) =>
    solution.displayName.toLowerCase().includes(query.search.toLowerCase()),
  );
  return {
    rows,
    total: all.length,
    hidden: all.length - visible.length,
    publishers: [],
    states: ["installed", "leftOver"],
    byId: new Map(all.map((row) => [row.solution.id, row])),
    patchesOf,
  };
}

export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.join(",")).join("\r\n");
