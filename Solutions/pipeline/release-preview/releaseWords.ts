import { mayStay } from "../../../SolutionHealth/domain/releases/droppedChild";
import type { RequiredValue, UnreadReleaseFact } from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { AdviceReason } from "../../../SolutionHealth/domain/releases/releaseAdvice";
import type {
  NotApplicable,
  OverrideFate,
  ReleaseBlocker,
  ReleaseBlockerKind,
  ReleaseKind,
  ReleaseWay,
  Visibility,
  WayPreview,
} from "../../../SolutionHealth/domain/releases/releasePreview";
import type { ReleaseCondition } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import type { ReleaseWords } from "../../../SolutionHealth/domain/releases/report/releaseWords";
import { data, layer, why } from "../report/rollbackWords";
import { findingText } from "./findingWords";
import { BACK, CHECKS, COLUMNS, HEADINGS } from "./reportHeadings";

const WAYS: Readonly<Record<ReleaseWay, string>> = {
  install: "first installation",
  update: "update",
  upgrade: "upgrade",
  stagedUpgrade: "staged upgrade",
  patch: "patch",
};

/** A patch that does not exist is judged as if it did. */
export const wayText = ({ way, hypothetical }: Pick<WayPreview, "way" | "hypothetical">): string =>
  hypothetical ? `${WAYS[way]}, if it were one` : WAYS[way];

export const KINDS: Readonly<Record<ReleaseKind, string>> = {
  added: "added",
  changed: "changed",
  unchanged: "unchanged",
  deleted: "deleted",
  survives: "survives",
  leftBehind: "left behind",
  unknown: "not known",
};

export const CONDITIONS: Readonly<Record<ReleaseCondition, string>> = {
  deletes: "components would be deleted",
  data: "data would be deleted",
  hidden: "changes would not be seen",
  blocked: "it would be refused",
};

const STATUSES: Readonly<Record<WayPreview["status"], string>> = {
  possible: "Nothing is known that stands in the way.",
  refused: "The environment will refuse.",
  uncertain: "Whether it is possible could not be found out.",
  notApplicable: "This way does not apply.",
};

const NOT_APPLICABLE: Readonly<Record<NotApplicable, string>> = {
  installed: "is installed already",
  notInstalled: "not installed",
  isPatch: "is a patch",
  unmanaged: "is unmanaged",
  baseMissing: "its base is not installed",
};

const REASONS: Readonly<Record<AdviceReason, string>> = {
  firstInstall: "the solution is not here yet",
  nothingLeftBehind: "only additions and changes",
  partsMayStay:
    "an update may leave options or labels behind that the package no longer holds; an upgrade takes them away",
  leftBehindUnknown: "whether components would be left behind is not known; an update deletes nothing",
  leftBehind: "an update would leave components behind",
  isPatch: "a patch can only be imported as one",
  subset: "a small part of what is installed, as a patch has it; an upgrade would delete the rest",
  upgradeBlocked: "an upgrade would have to delete components, and is blocked",
  staged: "this version is staged here already; apply it instead of importing it again",
  unmanaged: "unmanaged packages know only this way",
  allRefused: "see what stands in the way",
};

const BLOCKERS: Readonly<Record<ReleaseBlockerKind, string>> = {
  dependency: "needed",
  coveredDependency: "needed by a layer that is covered now",
  incomingDependency: "needed by the package itself",
  part: "part of a table that would go",
  baseLayer: "another publisher's layer over the base",
  unmanagedBase: "exists unmanaged here",
  lastForm: "the last main form of its table",
  columnType: "a column of this name is here, of another type",
  unmanagedParent: "its table is unmanaged here",
  notCustomizable: "not customizable",
  managedProperty: "held by a managed property",
  unreadable: "could not be found out",
};

const SEEN: Readonly<Record<Visibility, string>> = {
  seen: "seen",
  hiddenByOverride: "hidden by a customization",
  hiddenByHigher: "hidden by a higher layer",
  merged: "merged",
  unknown: "whether it is seen is not known",
};

const OVERRIDES: Readonly<Record<OverrideFate, string>> = {
  none: "",
  staysOnTop: "stays on top",
  removedByOverwrite: "lost by overwriting",
  mergeTypeKept: "kept: this kind is merged",
  goesAlong: "goes along",
  unknown: "not known",
};

const UNREAD: Readonly<Record<UnreadReleaseFact["what"], string>> = {
  package: "the package",
  environment: "the environment",
  operations: "running operations",
  languages: "languages",
  types: "names of component types",
  members: "what is installed",
  holders: "who else holds it",
  presence: "what is here already",
  dependencies: "what stands in the way",
  forms: "main forms of a table",
  values: "values of connection references and variables",
};

const VALUES: Readonly<Record<RequiredValue["value"], string>> = {
  here: "has a value here",
  package: "the package brings a value",
  none: "will want a value",
  unknown: "whether it has a value is not known",
};

function fix({ fix: place }: Pick<ReleaseBlocker, "fix">): string {
  if (place.where === "solution") return `${layer(place.solution)} has to go or to change first`;
  return { here: "in this environment", package: "in the package", unknown: "not known" }[place.where];
}

const shown = (text: string | undefined): string => (text === undefined ? "nothing" : text === "" ? "empty" : text);

/** The words of the command line, which speaks English. */
export const RELEASE_WORDS: ReleaseWords = {
  language: "en",
  heading: (heading) => HEADINGS[heading],
  column: (column) => COLUMNS[column],
  way: (way, hypothetical) => wayText({ way, hypothetical }),
  status: (status) => STATUSES[status],
  notApplicable: (reason) => NOT_APPLICABLE[reason],
  kind: (kind) => KINDS[kind],
  advice: ({ way, reason }) => `${way === undefined ? "none" : WAYS[way]}: ${REASONS[reason]}`,
  finding: findingText,
  severity: (severity) => severity,
  blocker: (kind, certain) => (certain ? BLOCKERS[kind] : `${BLOCKERS[kind]}, perhaps`),
  fix,
  override: (fate) => OVERRIDES[fate],
  change: (change, { installed, incoming }) => {
    const { property, child, seen, by, certain } = change;
    const name = [property, child].filter(Boolean).join(" ");
    const hidden = [SEEN[seen], by && layer(by)].filter(Boolean).join(": ");
    const doubt = certain ? "" : mayStay(change) ? "; it may stay" : ", likely";
    return `${name}: ${shown(installed)} → ${shown(incoming)} (${hidden}${doubt})`;
  },
  merged: "merged piece by piece",
  overwrite: (overwrite) => `Customizations: ${overwrite ? "overwritten; they do not come back" : "kept"}`,
  value: ({ name, value }) => `${name}: ${VALUES[value]}`,
  data: (item) => `${item.component.displayName || item.component.name}: ${data(item)}`,
  incomplete: (counted, total) => `Not everything was counted: ${counted} of ${total}.`,
  partial: "Not everything could be found out: what is not known is said below.",
  asOfNow: "judged as it is now: an earlier package touches or needs it too",
  goesWith: (whole) => `goes with ${whole}`,
  check: (check, count) => CHECKS[check](count),
  wayBack: (way) => BACK[way],
  unread: ({ what, solution, table, typeName }) =>
    [UNREAD[what], solution && `of ${solution}`, table && `below ${table}`, typeName].filter(Boolean).join(" "),
  why,
  type: ({ typeName }) => typeName,
  layer,
  date: (date) => date.toISOString(),
};

/** "2 changed, 1 added"; "none". */
export function countsText(counts: WayPreview["counts"]): string {
  const parts = (Object.keys(KINDS) as ReleaseKind[]).flatMap((kind) =>
    counts[kind] > 0 ? [`${counts[kind]} ${KINDS[kind]}`] : [],
  );
  return parts.length > 0 ? parts.join(", ") : "none";
}
