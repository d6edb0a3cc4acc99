import type { ScannedComponent, ScanOutcome } from "../../dataverse/overrides/overrideScan";
import { authorTable } from "../../dataverse/overrides/componentTables";
import { toFailure } from "../failure";
import { solutionStamp } from "../../domain/health/agedFacts";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { InstalledSolution } from "../../domain/model/solution";
import { nameKey } from "../../domain/solutions/solutionNames";
import { acceptanceOf } from "../../domain/overrides/acceptance";
import type { AcceptedOverride } from "../../domain/overrides/acceptedOverride";
import { judgeEvidence, unknownOverride } from "../../domain/overrides/judgeOverride";
import { type OverrideEvidence, overrideEvidence } from "../../domain/overrides/overrideEvidence";
import type { Verdict } from "../../domain/overrides/override";
import type { Failure } from "../model";
import type { OverrideOrigin, OverrideRow } from "./model";

/** What is remembered of a component that was looked at, whatever it turned out to be. */
export interface OverrideEntry {
  readonly component: ScannedComponent;
  /** Undefined where the layers could not be read. */
  readonly evidence?: OverrideEvidence;
  readonly failure?: Failure;
  readonly typeUnknown?: boolean;
  /** Version and time of update of each solution in the stack, as of the reading. */
  readonly stamps: ReadonlyMap<string, string>;
  readonly origin?: OverrideOrigin;
}

/** Stamps of all installed solutions by unique name; a solution that is not installed has none. */
export function solutionStamps(solutions: readonly InstalledSolution[]): ReadonlyMap<string, string> {
  return new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solutionStamp(solution)]));
}

/** @param stamps of all solutions as of the beginning of the scan: what is installed meanwhile makes it old */
export function toEntry(
  component: ScannedComponent,
  outcome: ScanOutcome,
  stamps: ReadonlyMap<string, string>,
): OverrideEntry {
  if (outcome.status === "typeUnknown") return { component, typeUnknown: true, stamps: new Map() };
  if (outcome.status === "failed") return { component, failure: toFailure(outcome.error), stamps: new Map() };
  const evidence = overrideEvidence(outcome.stack);
  const own = evidence.solutions.map((name) => [nameKey(name), stamps.get(nameKey(name)) ?? ""] as const);
  return { component, evidence, stamps: new Map(own) };
}

/**
 * The entry with who changed its component last. Where the component's own table does not tell when, the summary did:
 * tables and columns have no row that tells (fact sheet §3.1).
 */
export function withOrigin(entry: OverrideEntry, read: OverrideOrigin = {}): OverrideEntry {
  const modifiedOn = read.modifiedOn ?? entry.component.modifiedOn;
  const origin = { ...read, ...(modifiedOn && { modifiedOn }) };
  if (read.modifiedBy !== undefined) return { ...entry, origin };
  const authorUnknown = authorTable(entry.component.typeName) === undefined ? "notKept" : "notTold";
  return { ...entry, origin: { ...origin, authorUnknown } };
}

/**
 * Whether an entry still holds: the component was not changed since, and neither was any solution of its stack. One
 * without a time of change is always read again, and so is one that could not be read or understood.
 */
export function isCurrent(
  entry: OverrideEntry,
  component: ScannedComponent,
  stamps: ReadonlyMap<string, string>,
): boolean {
  const { evidence, component: before } = entry;
  if (evidence === undefined || evidence.layers === "none") return false;
  if (evidence.layers === "activeOnTop" && (!evidence.properties || !evidence.collections)) return false;
  if (before.modifiedOn === undefined || before.modifiedOn.getTime() !== component.modifiedOn?.getTime()) return false;
  return [...entry.stamps].every(([name, stamp]) => (stamps.get(name) ?? "") === stamp);
}

/** The row of an entry; undefined where there is no override to speak of. */
export function toRow(
  entry: OverrideEntry,
  bookkeeping: readonly string[],
  accepted: ReadonlyMap<ComponentKey, AcceptedOverride>,
  now: Date,
): OverrideRow | undefined {
  const verdict = verdictOn(entry, bookkeeping);
  if (verdict.kind !== "override") return undefined;
  const { key, id, type, typeName, name, displayName, table } = entry.component;
  const acceptedAs = accepted.get(key);
  return {
    component: { key, id, type, typeName, name, displayName, ...(table !== undefined && { table }) },
    facts: verdict.facts,
    acceptance: acceptanceOf(verdict.facts, acceptedAs, now),
    ...(entry.evidence && { stack: entry.evidence.solutions }),
    ...(acceptedAs && { accepted: acceptedAs }),
    ...(entry.failure && { failure: entry.failure }),
    ...(entry.origin && { origin: entry.origin }),
  };
}

function verdictOn({ evidence, typeUnknown }: OverrideEntry, bookkeeping: readonly string[]): Verdict {
  if (evidence !== undefined) return judgeEvidence(evidence, bookkeeping);
  return unknownOverride(typeUnknown ? "typeUnknown" : "readFailed");
}
