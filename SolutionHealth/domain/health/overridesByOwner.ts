import type { InstalledSolution } from "../model/solution";
import type { ListedOverride } from "../overrides/listedOverride";
import type { AcceptanceState } from "../overrides/override";
import { nameKey } from "../solutions/solutionNames";
import { createAttribution } from "./attribution";
import type { OverrideScanResult } from "./deepFacts";
import { outdatedUnknowns } from "./outdatedUnknowns";
import { isOwn } from "./platformSolutions";
import type { RuleUnknown } from "./rule";
import { earliest, sinceOf } from "./solutionSubject";

/**
 * The real overrides in one state of acceptance, by the solution that owns the component. On components of the platform
 * and of Microsoft's solutions they are what customizing is, so those are told of the environment, as worth knowing.
 */
export function overrideAnswer(
  acceptance: Exclude<AcceptanceState, "unknown">,
  { rows, unread, outdated }: OverrideScanResult,
  solutions: readonly InstalledSolution[],
) {
  const { groups, platform } = byOwner(
    rows.filter((row) => row.facts.state === "real" && row.acceptance === acceptance && !isConfiguration(row)),
    solutions,
  );
  const finding = (overrides: readonly ListedOverride[], solution?: string) => ({
    ...(solution !== undefined && { solution }),
    subjects: overrides.map(({ component, facts }) => ({
      kind: component.typeName,
      name: component.displayName,
      id: component.id,
      ...(component.table !== undefined && { table: component.table }),
      note: facts.changed.join(", "),
    })),
    ...sinceOf(earliest(overrides.map(({ origin }) => origin?.modifiedOn))),
    evidence: { overrides: overrides.length },
    // Another change of the same component is another override.
    essence: overrides.map(({ facts }) => facts.fingerprint).sort(),
    action: { kind: "overrides", acceptance, ...(solution !== undefined && { solution }) } as const,
  });
  return {
    findings: [
      ...[...groups].map(([solution, overrides]) => finding(overrides, solution)),
      ...(platform.length === 0 ? [] : [{ ...finding(platform), severity: "info" as const }]),
    ],
    // Told once, by the rule about new ones: what could not be read may be one.
    unknowns:
      acceptance === "new"
        ? [...unknownsOf(rows, unread, solutions), ...outdatedUnknowns(outdated, "overrides", solutions)]
        : [],
  };
}

/** A connection is chosen in each environment, by a layer of its own: no release brings one that it could hide (§6.4). */
const isConfiguration = ({ component, facts }: ListedOverride): boolean =>
  component.typeName.toLowerCase() === "connectionreference" &&
  facts.changed.every((property) => property.toLowerCase() === "connectionid");

function byOwner(rows: readonly ListedOverride[], solutions: readonly InstalledSolution[]) {
  const attribution = createAttribution(solutions);
  const groups = new Map<string, ListedOverride[]>();
  const platform: ListedOverride[] = [];
  for (const row of rows) {
    const solution = attribution.of(row.facts.owner === undefined ? [] : [row.facts.owner]);
    if (solution === undefined) platform.push(row);
    else groups.set(solution, [...(groups.get(solution) ?? []), row]);
  }
  return { groups, platform };
}

function unknownsOf(
  rows: readonly ListedOverride[],
  unread: readonly string[],
  solutions: readonly InstalledSolution[],
): Omit<RuleUnknown, "ruleId">[] {
  const unknown = rows.filter(({ facts }) => facts.state === "unknown").length;
  const own = new Set(solutions.filter(isOwn).map(({ uniqueName }) => nameKey(uniqueName)));
  const base = { reason: "failed", part: "overrides" } as const;
  return [
    ...(unknown === 0 ? [] : [{ ...base, count: unknown }]),
    ...[...new Set(unread)].filter((name) => own.has(nameKey(name))).map((solution) => ({ ...base, solution })),
  ];
}
