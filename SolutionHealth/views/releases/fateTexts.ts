import { mayStay } from "../../domain/releases/droppedChild";
import type { ComponentRelease, ReleaseBlocker, ReleaseChange, WayPreview } from "../../domain/releases/releasePreview";
import type { CountState } from "../../state/releases/model";
import type { Host } from "../host";
import type { Product } from "../product";
import { amountText } from "../rollbacks/dataTexts";
import { whyText } from "./blockerTexts";
import type { ReleaseNames } from "./releaseNames";

/** What the sentences about one component need to know besides its fate. */
export interface FateSurroundings {
  readonly names: ReleaseNames;
  readonly product: Pick<Product, "t" | "plural"> & Pick<Host, "formatNumber">;
  readonly way: WayPreview;
  /** Title of the whole with which it goes. */
  readonly whole?: string;
  /** Rows or values that go along, in words. */
  readonly data?: string;
}

/** The sentences of every component of a way, with the data that has been counted so far. */
export function sentencesOf(
  way: WayPreview,
  count: CountState | undefined,
  { names, product }: Pick<FateSurroundings, "names" | "product">,
): (fate: ComponentRelease) => string[] {
  const titles = new Map(way.fates.map(({ component }) => [component.address, names.title(component)]));
  const items = new Map(count?.data.items.map((item) => [item.component.key, item]));
  return (fate) => {
    const whole = fate.goesWith === undefined ? undefined : (titles.get(fate.goesWith) ?? fate.goesWith);
    const item = fate.component.here && items.get(fate.component.here.key);
    return fateSentences(fate, {
      names,
      product,
      way,
      ...(whole === undefined ? {} : { whole }),
      ...(item ? { data: amountText(item, product) } : {}),
    });
  };
}

/** What becomes of a component and why, a sentence each. */
function fateSentences(fate: ComponentRelease, around: FateSurroundings): string[] {
  const { t } = around.product;
  return [
    ...kindSentences(fate, around),
    ...hiddenSentences(fate, around),
    ...(isUnasked(fate) ? [] : overrideSentences(fate, around)),
    ...(fate.merged && (fate.kind === "changed" || fate.kind === "added") ? [t("Release_Merged")] : []),
    ...blockedSentences(fate, around),
    ...(fate.asOfNow === true ? [t("Release_AsOfNow")] : []),
    ...(fate.why && fate.kind !== "unknown" ? [t("Release_NotWhole", around.names.why(fate.why))] : []),
  ];
}

/** Nobody has asked yet; where that failed, there is an error. */
const isUnasked = ({ kind, why }: ComponentRelease): boolean =>
  kind === "unknown" && why?.reason === "notRead" && why.text === undefined && why.code === undefined;

function kindSentences(fate: ComponentRelease, around: FateSurroundings): string[] {
  const { names, product } = around;
  const { t } = product;
  switch (fate.kind) {
    case "added":
      return [t(fate.shell ? "Release_AddedShell" : "Release_AddedText")];
    case "changed":
      return changedSentences(fate, around);
    case "unchanged":
      return [t(fate.shell ? "Release_UnchangedShell" : "Release_UnchangedText")];
    case "deleted":
      return deletedSentences(around);
    case "survives":
      return [fate.heldBy.length > 0 ? t("Release_HeldBy", names.layers(fate.heldBy)) : t("Release_SurvivesText")];
    case "leftBehind":
      return [t("Release_LeftBehindText")];
    case "unknown":
      if (isUnasked(fate)) return [t("Release_UnaskedText")];
      return [t("Release_UnknownText"), names.why(fate.why)].filter(Boolean);
  }
}

const changedSentences = (
  { changes, newLayer }: ComponentRelease,
  { product: { t, plural } }: FateSurroundings,
): string[] => [plural("Release_ChangedText", changes.length), ...(newLayer ? [t("Release_NewLayer")] : [])];

const deletedSentences = ({ whole, data, product: { t } }: FateSurroundings): string[] => [
  whole === undefined ? t("Release_DeletedText") : t("Release_GoesWith", whole),
  ...(data === undefined ? [] : [t("Release_WithData", data)]),
];

/** "2 of 3 changes will not be seen: …", for each that hides some. */
function hiddenSentences({ changes }: ComponentRelease, { names, product }: FateSurroundings): string[] {
  const { t, plural, formatNumber } = product;
  const total = formatNumber(changes.length);
  const byOverride = changes.filter(({ seen }) => seen === "hiddenByOverride").length;
  const hiders = new Map<string, number>();
  for (const { seen, by } of changes) {
    if (seen !== "hiddenByHigher") continue;
    const name = by ? names.layer(by) : t("Value_Unknown");
    hiders.set(name, (hiders.get(name) ?? 0) + 1);
  }
  const unsure = changes.filter(
    (change) => change.seen === "unknown" || (change.seen === "seen" && !change.certain && !mayStay(change)),
  ).length;
  return [
    ...(byOverride > 0 ? [plural("Release_HiddenByOverride", byOverride, total)] : []),
    ...[...hiders].map(([name, count]) => plural("Release_HiddenByHigher", count, total, name)),
    ...(unsure > 0 ? [plural("Release_MaybeHidden", unsure, total)] : []),
  ];
}

export const OVERRIDES: Readonly<Partial<Record<ComponentRelease["override"], string>>> = {
  removedByOverwrite: "Release_OverrideLost",
  mergeTypeKept: "Release_OverrideKept",
  goesAlong: "Release_OverrideGoes",
  unknown: "Release_OverrideUnknown",
};

function overrideSentences({ override }: ComponentRelease, { product }: FateSurroundings): string[] {
  const key = OVERRIDES[override];
  return key === undefined ? [] : [product.t(key)];
}

/** What others need of it; what is about the component alone is told by its reason. */
function blockedSentences({ blockedBy }: ComponentRelease, { names, product, way }: FateSurroundings): string[] {
  const blockers = blockedBy.flatMap((index) => way.blockers[index] ?? []);
  const isOwn = ({ required, dependent }: ReleaseBlocker): boolean => required.address === dependent.address;
  const own = blockers.filter(isOwn).map(({ kind, certain, dependent }) => {
    const why = product.t(whyText(kind, certain), names.titled(dependent));
    return certain ? why : `${why} ${product.t("Release_MayBlock")}`;
  });
  const byOthers = blockers.filter((one) => !isOwn(one));
  if (byOthers.length === 0) return own;
  const certain = byOthers.some((blocker) => blocker.certain);
  const others = [...new Set(byOthers.map(({ dependent }) => names.title(dependent)))];
  return [...own, product.t(certain ? "Release_BlockedBy" : "Release_MaybeBlockedBy", others.join(", "))];
}

const SEEN: Readonly<Record<Exclude<ReleaseChange["seen"], "seen">, string>> = {
  hiddenByOverride: "Release_SeenOverride",
  hiddenByHigher: "Release_SeenHigher",
  merged: "Release_SeenMerged",
  unknown: "Release_SeenUnknown",
};

type SeenChange = Pick<ReleaseChange, "seen" | "by" | "certain" | "child" | "incoming" | "otherwise" | "visibleThen">;

/** An option or label that the package drops, and that nobody else has. */
const goes = ({ child, incoming, visibleThen }: SeenChange): boolean =>
  child !== undefined && incoming === undefined && visibleThen === undefined;

/** What people see of one change afterwards. */
export function seenText(change: SeenChange, { t }: Pick<Product, "t">, names: ReleaseNames): string {
  const { seen, certain, by } = change;
  if (seen !== "seen") return t(SEEN[seen], by ? names.layer(by) : t("Value_Unknown"));
  if (!certain && mayStay(change)) return t("Release_MayStay");
  if (goes(change)) return t(certain ? "Release_Goes" : "Release_GoesLikely");
  return t(certain ? "Release_Seen" : "Release_SeenLikely");
}
