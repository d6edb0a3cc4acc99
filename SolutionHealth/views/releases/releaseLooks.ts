import type { ComponentRelease, ReleaseKind, ReleaseWay } from "../../domain/releases/releasePreview";
import type { IconShape } from "../../ui/icons";
import type { ShareLook } from "../../ui/ShareBar";
import type { Tone } from "../../ui/tone";

export interface KindLook {
  readonly look: ShareLook;
  readonly tone: Tone;
  readonly shape: IconShape;
  /** "Deleted". */
  readonly word: string;
  /** For a count: "3 deleted". */
  readonly counted: string;
}

/** What costs something first, what nobody knows next, what stays as it is last. */
export const KIND_ORDER: readonly ReleaseKind[] = [
  "deleted",
  "unknown",
  "changed",
  "added",
  "leftBehind",
  "survives",
  "unchanged",
];

export const KIND_LOOKS: Readonly<Record<ReleaseKind, KindLook>> = {
  deleted: look("bad", "bad", "circleCross", "Release_Deleted", "Release_CountDeleted"),
  unknown: look("unknown", "unknown", "question", "Release_Unknown", "Release_CountUnknown"),
  changed: look("warning", "neutral", "swap", "Release_Changed", "Release_CountChanged"),
  added: look("good", "good", "plus", "Release_Added", "Release_CountAdded"),
  leftBehind: look("accent", "neutral", "box", "Release_LeftBehind", "Release_CountLeftBehind"),
  survives: look("neutral", "neutral", "layers", "Release_Survives", "Release_CountSurvives"),
  unchanged: look("neutral", "neutral", "minus", "Release_Unchanged", "Release_CountUnchanged"),
};

function look(share: ShareLook, tone: Tone, shape: IconShape, word: string, counted: string): KindLook {
  return { look: share, tone, shape, word, counted };
}

export const WAY_WORDS: Readonly<Record<ReleaseWay, string>> = {
  install: "Release_WayInstall",
  update: "Release_WayUpdate",
  upgrade: "Release_WayUpgrade",
  stagedUpgrade: "Release_WayStaged",
  patch: "Release_WayPatch",
};

/** Filters above the list: kinds of fate, and what cuts across them. */
export const FILTERS = [
  "deleted",
  "hidden",
  "blocked",
  "unknown",
  "uncertain",
  "changed",
  "added",
  "leftBehind",
  "survives",
  "unchanged",
] as const;
export type ReleaseFilter = (typeof FILTERS)[number];

export const isHidden = ({ changes }: ComponentRelease): boolean =>
  changes.some(({ seen }) => seen === "hiddenByOverride" || seen === "hiddenByHigher");

/** Whether it is judged, and yet something about it is not certain: not all of it was read, or a change may not be seen. */
export const isUncertain = ({ kind, why, asOfNow, changes }: ComponentRelease): boolean =>
  kind !== "unknown" &&
  (why !== undefined || asOfNow === true || changes.some(({ seen, certain }) => seen === "unknown" || !certain));

export function matchesFilter(fate: ComponentRelease, filter: ReleaseFilter): boolean {
  if (filter === "hidden") return isHidden(fate);
  if (filter === "blocked") return fate.blockedBy.length > 0;
  return filter === "uncertain" ? isUncertain(fate) : fate.kind === filter;
}

export const FILTER_LOOKS: Readonly<
  Record<ReleaseFilter, { readonly word: string; readonly tone: Tone; readonly shape: IconShape }>
> = {
  deleted: { word: "Release_CountDeleted", tone: "bad", shape: "circleCross" },
  hidden: { word: "Release_CountHidden", tone: "warning", shape: "layers" },
  blocked: { word: "Release_CountBlocked", tone: "bad", shape: "lock" },
  changed: { word: "Release_CountChanged", tone: "neutral", shape: "swap" },
  added: { word: "Release_CountAdded", tone: "good", shape: "plus" },
  leftBehind: { word: "Release_CountLeftBehind", tone: "neutral", shape: "box" },
  survives: { word: "Release_CountSurvives", tone: "neutral", shape: "layers" },
  unknown: { word: "Release_CountUnknown", tone: "unknown", shape: "question" },
  uncertain: { word: "Release_CountUncertain", tone: "unknown", shape: "question" },
  unchanged: { word: "Release_CountUnchanged", tone: "neutral", shape: "minus" },
};
