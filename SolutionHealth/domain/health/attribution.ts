import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { toFamilies } from "../solutions/solutionFamilies";
import type { WorkingPart } from "./workingParts";
import { isOwn } from "./platformSolutions";

/** The solution that something held by several is told of. */
export interface Attribution {
  /** Unique name of the base of an own solution; undefined where none of the holders is an own solution. */
  of(holders: readonly string[]): string | undefined;
  /** Unique name of the base a solution belongs to: itself, unless it is a patch or a staged upgrade. */
  baseOf(uniqueName: string): string;
  solution(uniqueName: string): InstalledSolution | undefined;
}

/** Patches and staged upgrades count as their base; of several own solutions the one installed first is meant. */
export function createAttribution(solutions: readonly InstalledSolution[]): Attribution {
  const byName = new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solution]));
  const bases = new Map<string, InstalledSolution>();
  for (const { solution, patches, holdings } of toFamilies(solutions)) {
    for (const member of [solution, ...patches, ...holdings]) bases.set(nameKey(member.uniqueName), solution);
  }
  const installed = ({ installedOn }: InstalledSolution): number => installedOn?.getTime() ?? Infinity;
  return {
    of: (holders) => {
      const own = holders.flatMap((holder) => bases.get(nameKey(holder)) ?? []).filter(isOwn);
      const [first] = [...own].sort((a, b) => installed(a) - installed(b) || (a.uniqueName < b.uniqueName ? -1 : 1));
      return first?.uniqueName;
    },
    baseOf: (uniqueName) => bases.get(nameKey(uniqueName))?.uniqueName ?? uniqueName,
    solution: (uniqueName) => byName.get(nameKey(uniqueName)),
  };
}

/** Parts by the own solution they are told of. Those of Microsoft's solutions are left out. */
export interface PartsBySolution<T> {
  readonly groups: ReadonlyMap<string, readonly T[]>;
  /** Parts of which it could not be read whose they are. */
  readonly homeless: readonly T[];
}

export function partsBySolution<T extends WorkingPart>(
  parts: readonly T[],
  solutions: readonly InstalledSolution[],
): PartsBySolution<T> {
  const attribution = createAttribution(solutions);
  const groups = new Map<string, T[]>();
  const homeless: T[] = [];
  for (const part of parts) {
    if (part.solutions === undefined) homeless.push(part);
    const solution = attribution.of(part.solutions ?? []);
    if (solution !== undefined) groups.set(solution, [...(groups.get(solution) ?? []), part]);
  }
  return { groups, homeless };
}
