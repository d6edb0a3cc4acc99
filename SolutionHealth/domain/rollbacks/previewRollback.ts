import type { ComponentKey } from "../layers/componentLayer";
import { nameKey } from "../solutions/solutionNames";
import { baseLayerBlockers } from "./baseLayerBlockers";
import { createDepartures, type Departures } from "./departures";
import { fatesOf } from "./fates";
import { lastFormBlockers, tablesForMainForms } from "./lastFormBlockers";
import { createLayerNames, type LayerNames } from "./layerNames";
import { type Leaving, leavingSolutions } from "./leavingSolutions";
import { createMentionIndex, type MentionIndex } from "./mentionIndex";
import { needBlockers } from "./needBlockers";
import { needsOf } from "./needs";
import { partBlockers } from "./partBlockers";
import { precedencesOf } from "./precedences";
import type { RollbackFacts } from "./rollbackFacts";
import { sequenceOf } from "./rollbackOrder";
import { type Blocker, type ComponentFate, type FateKind, isCertain, type RollbackPreview } from "./rollbackPreview";
import { collectSubjects, type Subject } from "./subjects";

/**
 * What uninstalling the targets would do, from the facts alone: the fate of each component, all that stands in the way in
 * one pass, and the order (fact sheet §1.5, §6.2, §6.5, §8).
 */
export function previewRollback(facts: RollbackFacts): RollbackPreview {
  const leaving = leavingSolutions(facts.solutions, facts.targets);
  const names = createLayerNames(facts.solutions);
  const subjects = collectSubjects(facts, leaving);
  const atOnce = departuresAtOnce(subjects, leaving);
  const index = createMentionIndex([...subjects.values()].filter((subject) => atOnce.goneAt(subject) !== undefined));
  const sequence = sequenceOf(leaving, precedencesOf(facts, leaving, subjects, index, names));
  const departures = createDepartures(subjects, sequence.numbers);
  const blockers = blockersOf(facts, leaving, { subjects, index, names, departures });
  const fates = fatesOf(facts, leaving, subjects, atOnce, names);
  return {
    targets: leaving.targets,
    refused: leaving.refused,
    verdict: verdictOf(facts, leaving, blockers, fates),
    order: { steps: sequence.steps, cycles: sequence.cycles, missing: missingOf(blockers) },
    fates,
    counts: countFates(fates),
    blockers,
    unread: facts.unread,
    holdings: leaving.holdings,
    readAt: facts.readAt,
  };
}

/** Tables whose main forms have to be known beside these facts. */
export function tablesToAskForForms(facts: Omit<RollbackFacts, "unread" | "readAt">): string[] {
  if (!facts.members.some(({ component }) => component.typeName === "SystemForm")) return [];
  const leaving = leavingSolutions(facts.solutions, facts.targets);
  const subjects = collectSubjects(facts, leaving);
  return tablesForMainForms(subjects, departuresAtOnce(subjects, leaving));
}

/** Whether something goes at all does not depend on the order: as if all went in one step. */
const departuresAtOnce = (subjects: Known["subjects"], { solutions }: Leaving): Departures =>
  createDepartures(subjects, new Map(solutions.map(({ uniqueName }) => [nameKey(uniqueName), 0])));

interface Known {
  readonly subjects: ReadonlyMap<ComponentKey, Subject>;
  readonly index: MentionIndex;
  readonly names: LayerNames;
  readonly departures: Departures;
}

function blockersOf(facts: RollbackFacts, leaving: Leaving, known: Known): Blocker[] {
  const { subjects, index, names, departures } = known;
  const parts = [...subjects.values()].flatMap((subject) => partBlockers(subject, departures, names, leaving));
  const held = new Set(parts.map(({ dependent }) => dependent.key));
  const needs = needsOf(facts, subjects, index)
    // The server names such a part as a dependent of its table; that it is one says more.
    .filter(({ dependent, required }) => !(held.has(dependent.component.key) && isWholeOf(required, dependent)))
    .flatMap((need) => needBlockers(need, { departures, index, names, leaving }));
  const bases = [...subjects.values()].flatMap((subject) => baseLayerBlockers(subject, departures, names));
  const forms = lastFormBlockers(subjects, departures, facts.mainForms);
  return [...bases, ...parts, ...needs, ...forms].sort(
    (a, b) => a.round - b.round || compare(a.required.key, b.required.key) || compare(a.dependent.key, b.dependent.key),
  );
}

const isWholeOf = (whole: Subject, part: Subject): boolean =>
  whole.component.typeName === "Entity" && nameKey(whole.component.name) === nameKey(part.component.table ?? "");

/** Blocked is certain; else anything that could not be found out makes it uncertain. */
function verdictOf(
  facts: RollbackFacts,
  leaving: Leaving,
  blockers: readonly Blocker[],
  fates: readonly ComponentFate[],
): RollbackPreview["verdict"] {
  if (leaving.targets.length === 0 || blockers.some(isCertain)) return "blocked";
  const unknown = blockers.length > 0 || facts.unread.length > 0 || fates.some(({ kind }) => kind === "unknown");
  return unknown ? "uncertain" : "possible";
}

/** Solutions that have to go or change first, without those on the list. */
function missingOf(blockers: readonly Blocker[]): string[] {
  const names = blockers
    .filter(isCertain)
    .flatMap(({ fix }) => (fix.where === "solution" ? [fix.solution.solution] : []));
  return [...new Set(names)].sort();
}

function countFates(fates: readonly ComponentFate[]): Record<FateKind, number> {
  const counts: Record<FateKind, number> = {
    deleted: 0,
    fallsBack: 0,
    returns: 0,
    survives: 0,
    unchanged: 0,
    unknown: 0,
  };
  for (const { kind } of fates) counts[kind] += 1;
  return counts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
