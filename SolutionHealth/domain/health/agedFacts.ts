import type { InstalledSolution } from "../model/solution";
import type { ListedOverride } from "../overrides/listedOverride";
import { nameKey } from "../solutions/solutionNames";
import type { DependencyReading, OverrideScanResult, StackReading } from "./deepFacts";
import { type Fact, NOT_ASKED, readFact, valueOf } from "./fact";
import type { HealthFacts } from "./healthFacts";

/** Solutions that are not as they were: other versions, newly installed, or gone. */
export interface ChangedSolutions {
  /** By lower-case unique name. */
  readonly names: ReadonlySet<string>;
  /** Whether a visible unmanaged one is among them. */
  readonly unmanaged: boolean;
}

/** What tells whether a solution is as it was: its version, and when it was last brought. */
export const solutionStamp = ({ version, updatedOn, installedOn }: InstalledSolution): string =>
  `${version} ${(updatedOn ?? installedOn)?.getTime() ?? ""}`;

/** @returns undefined where none has changed */
export function changedSolutions(
  before: readonly InstalledSolution[],
  now: readonly InstalledSolution[],
): ChangedSolutions | undefined {
  const stamps = new Map(before.map((solution) => [nameKey(solution.uniqueName), solutionStamp(solution)]));
  const there = new Set(now.map(({ uniqueName }) => nameKey(uniqueName)));
  const changed = [
    ...now.filter((solution) => stamps.get(nameKey(solution.uniqueName)) !== solutionStamp(solution)),
    ...before.filter(({ uniqueName }) => !there.has(nameKey(uniqueName))),
  ];
  if (changed.length === 0) return undefined;
  return {
    names: new Set(changed.map(({ uniqueName }) => nameKey(uniqueName))),
    unmanaged: changed.some(({ managed, visible }) => !managed && visible),
  };
}

/** Deep parts but the overrides, without what the changed solutions make stale; what belongs to others stays. */
export function agedFacts(
  { dependencies, stacks, unmanaged }: HealthFacts,
  changed: ChangedSolutions,
  solutions: readonly InstalledSolution[],
): Pick<HealthFacts, "dependencies" | "stacks" | "unmanaged"> {
  return {
    dependencies: mapped(dependencies, (readings) => agedDependencies(readings, changed, solutions)),
    stacks: mapped(stacks, (reading) => agedStacks(reading, changed)),
    // Which unmanaged solutions hold what is asked for all of them at once.
    unmanaged: changed.unmanaged && valueOf(unmanaged) !== undefined ? NOT_ASKED : unmanaged,
  };
}

/** A part that was read keeps the time of its reading. */
const mapped = <T>(fact: Fact<T>, change: (value: T) => T): Fact<T> =>
  fact.status === "read" ? readFact(change(fact.value), fact.readAt) : fact;

/**
 * Without the readings of the changed ones, and without those that miss something of a solution that has changed or is
 * not there: it may have come. What nothing was missing from stays: the platform lets nobody delete what others need
 * (fact sheet §6.2).
 */
function agedDependencies(
  readings: ReadonlyMap<string, DependencyReading>,
  { names }: ChangedSolutions,
  solutions: readonly InstalledSolution[],
): ReadonlyMap<string, DependencyReading> {
  const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));
  const stands = (solution: string): boolean => installed.has(nameKey(solution)) && !names.has(nameKey(solution));
  const isStale = (key: string, reading: DependencyReading): boolean =>
    names.has(key) ||
    (reading.status === "read" && !reading.missing.every(({ requiredSolution }) => stands(requiredSolution)));
  return new Map(
    [...readings].map(([key, reading]) => [key, isStale(key, reading) ? { status: "outdated" } : reading] as const),
  );
}

function agedStacks(reading: StackReading, { names }: ChangedSolutions): StackReading {
  return {
    ...reading,
    components: reading.components.filter(({ layers }) => !layers.some(({ solution }) => names.has(nameKey(solution)))),
    outdated: together(reading.outdated, names),
  };
}

/** Overrides without those that have a layer of a changed solution under them. */
export const agedOverrides = (scan: OverrideScanResult, names: ReadonlySet<string>): OverrideScanResult => ({
  ...scan,
  rows: scan.rows.filter((row) => !stackOf(row).some((solution) => names.has(nameKey(solution)))),
  outdated: together(scan.outdated, names),
});

/** Solutions in the stack, as far as the row tells them. */
const stackOf = ({ stack, facts: { owner, below } }: ListedOverride): readonly string[] =>
  stack ?? [owner, below].filter((name) => name !== undefined);

const together = (before: readonly string[] = [], names: ReadonlySet<string>): readonly string[] => [
  ...new Set([...before.map(nameKey), ...names]),
];
