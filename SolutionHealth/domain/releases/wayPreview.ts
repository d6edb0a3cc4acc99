import { type InSteps, mapInSteps } from "../inSteps";
import { createLayerNames } from "../rollbacks/layerNames";
import { admissionBlockers } from "./admission";
import { asOfNow, blockedAsOfNow } from "./asOfNow";
import { baseBlockers } from "./baseBlockers";
import { deletionBlockers } from "./deletionBlockers";
import { droppedFates, leftBehind } from "./droppedFates";
import type { EarlierPackages } from "./earlierPackages";
import type { Family } from "./family";
import { fateFindings } from "./fateFindings";
import { incomingFate } from "./incomingFate";
import { lastFormBlockers } from "./lastFormBlockers";
import { layerPlan } from "./placement";
import type { PackageFacts, ReleaseFacts } from "./releaseFacts";
import {
  type ComponentRelease,
  type NotApplicable,
  RELEASE_KINDS,
  type ReleaseBlocker,
  type ReleaseFinding,
  type ReleaseKind,
  type ReleaseWay,
  type WayPreview,
} from "./releasePreview";
import { incomingComponents, type Situation } from "./situation";
import { isUnlisted, unreadOf } from "./unreadOf";

/** What is judged, whichever way. */
export interface Judged {
  readonly facts: ReleaseFacts;
  readonly found: PackageFacts;
  /** As it is here now: what layers there are. */
  readonly family: Family;
  /** As it will be once the earlier packages of the release are in: what may be imported at all. */
  readonly then: Family;
  readonly earlier: EarlierPackages;
  readonly overwrite: boolean;
  /** Findings about the package as a whole. */
  readonly findings: readonly ReleaseFinding[];
}

/** What the package would do, imported this way. */
export function* wayPreview(way: ReleaseWay, judged: Judged): InSteps<WayPreview> {
  const why = notApplicable(way, judged);
  const own = judged.findings.filter(({ ways }) => ways.includes(way));
  if (why !== undefined) return closedWay(way, why, why === "baseMissing" ? own : []);
  const at = situationOf(way, judged);
  const { earlier } = judged;
  const bare = yield* fatesOf(at);
  yield;
  const blockers = (yield* blockersOf(bare, at)).map((blocker) => blockedAsOfNow(blocker, earlier));
  yield;
  const blocked = withBlockers(bare, blockers).map((fate) => asOfNow(fate, earlier));
  yield;
  const fates = blocked.sort(byKind);
  yield;
  const findings = [...own, ...fateFindings(way, fates, earlier.names)];
  yield;
  const { patches, patchOf } = judged.family;
  return {
    way,
    status: statusOf(judged, findings, blockers, fates),
    hypothetical: way === "patch" && patchOf === undefined,
    fates,
    counts: countKinds(fates),
    hidden: hiddenIn(fates),
    blockers,
    rollsUp: at.plan.takesAll ? [...patches].reverse() : [],
    unlisted: drops(at) && isUnlisted(at),
    findings,
  };
}

/** Why a way does not come into question (fact sheet §6.4). */
function notApplicable(way: ReleaseWay, { then, found }: Judged): NotApplicable | undefined {
  const { managed } = found.package.manifest;
  const { installed, base, patchOf } = then;
  if (patchOf !== undefined) return way !== "patch" ? "isPatch" : base ? undefined : "baseMissing";
  if (way === "install") return installed ? "installed" : undefined;
  if (!installed) return "notInstalled";
  return way !== "update" && !managed ? "unmanaged" : undefined;
}

const closedWay = (way: ReleaseWay, why: NotApplicable, findings: readonly ReleaseFinding[]): WayPreview => ({
  way,
  status: why === "baseMissing" ? "refused" : "notApplicable",
  notApplicable: why,
  hypothetical: false,
  fates: [],
  counts: countKinds([]),
  hidden: { byOverride: 0, byHigher: 0 },
  blockers: [],
  rollsUp: [],
  unlisted: false,
  findings,
});

function situationOf(way: ReleaseWay, { facts, found, family, earlier, overwrite }: Judged): Situation {
  const { manifest, components } = found.package;
  const { uniqueName, managed } = manifest;
  const version = way === "patch" && family.patchOf === undefined ? "65535.65535.65535.65535" : manifest.version;
  return {
    way,
    overwrite: overwrite && managed,
    facts,
    found,
    family,
    earlier,
    names: createLayerNames(facts.solutions),
    plan: layerPlan({ way, uniqueName, version, managed, family }),
    incoming: incomingComponents(components),
  };
}

/** A patch holds a part of its base by nature: the rest is not left behind. */
const drops = ({ plan, way }: Situation): boolean => plan.takesAll || way === "update";

function* fatesOf(at: Situation): InSteps<ComponentRelease[]> {
  const incoming = yield* mapInSteps(at.incoming, ([address, component]) => incomingFate(address, component, at));
  yield;
  if (!drops(at)) return incoming;
  return [...incoming, ...(at.plan.takesAll ? droppedFates(at) : leftBehind(at))];
}

function* blockersOf(fates: readonly ComponentRelease[], at: Situation): InSteps<ReleaseBlocker[]> {
  const admission = admissionBlockers(at);
  yield;
  const deletions = at.plan.takesAll
    ? [...(yield* deletionBlockers(fates, at)), ...baseBlockers(at), ...lastFormBlockers(fates, at)]
    : [];
  return [...admission, ...deletions].sort(
    (a, b) =>
      a.round - b.round ||
      compare(a.required.address, b.required.address) ||
      compare(a.dependent.address, b.dependent.address),
  );
}

function withBlockers(fates: readonly ComponentRelease[], blockers: readonly ReleaseBlocker[]): ComponentRelease[] {
  const byAddress = new Map<string, number[]>();
  for (const [index, { required }] of blockers.entries()) {
    byAddress.set(required.address, [...(byAddress.get(required.address) ?? []), index]);
  }
  return fates.map((fate) => {
    const blockedBy = byAddress.get(fate.component.address);
    return blockedBy ? { ...fate, blockedBy } : fate;
  });
}

/** Refused is certain; else anything that could not be found out, or is not documented, makes it uncertain. */
function statusOf(
  judged: Judged,
  findings: readonly ReleaseFinding[],
  blockers: readonly ReleaseBlocker[],
  fates: readonly ComponentRelease[],
): WayPreview["status"] {
  const refused = findings.some(({ severity }) => severity === "blocker") || blockers.some(({ certain }) => certain);
  if (refused) return "refused";
  const isOpen =
    blockers.length > 0 ||
    findings.some(({ id }) => UNCERTAIN.has(id)) ||
    fates.some(({ kind, asOfNow: mayTurn }) => kind === "unknown" || (kind === "deleted" && mayTurn === true)) ||
    unreadOf(judged).some(({ what }) => !HARMLESS.has(what));
  return isOpen ? "uncertain" : "possible";
}

const UNCERTAIN: ReadonlySet<ReleaseFinding["id"]> = new Set([
  "packageVersionUnknown",
  "versionEqual",
  "versionLower",
  "notAVersion",
  "dependencyUnknown",
  "missingDependency",
  "dependencyMayGo",
  "operationRunning",
  "packagePartial",
]);

/** What does not decide whether an import goes through, or is told by a blocker of the way that it concerns. */
const HARMLESS: ReadonlySet<string> = new Set(["languages", "values", "operations", "forms"]);

function countKinds(fates: readonly ComponentRelease[]): Record<ReleaseKind, number> {
  const counts = Object.fromEntries(RELEASE_KINDS.map((kind) => [kind, 0])) as Record<ReleaseKind, number>;
  for (const { kind } of fates) counts[kind] += 1;
  return counts;
}

function hiddenIn(fates: readonly ComponentRelease[]): WayPreview["hidden"] {
  const count = (seen: string): number =>
    fates.filter(({ changes }) => changes.some((change) => change.seen === seen)).length;
  return { byOverride: count("hiddenByOverride"), byHigher: count("hiddenByHigher") };
}

const byKind = (a: ComponentRelease, b: ComponentRelease): number =>
  RELEASE_KINDS.indexOf(a.kind) - RELEASE_KINDS.indexOf(b.kind) ||
  compare(a.component.typeName, b.component.typeName) ||
  compare(a.component.address, b.component.address);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
