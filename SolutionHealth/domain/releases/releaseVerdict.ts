import type { DataAtRisk, DataItem } from "../consequences/dataAtRisk";
import { holdsData } from "../consequences/holdsData";
import { mayDeleteMore } from "./deletions";
import { mayStay } from "./droppedChild";
import type { ComponentRelease, PackagePreview, WayPreview } from "./releasePreview";

/**
 * What may be reason enough not to go on:
 * - `deletes`: components are deleted;
 * - `data`: rows or values are deleted with them;
 * - `hidden`: a customization or a higher layer hides something that comes in;
 * - `blocked`: the platform refuses, or no way is open.
 */
export const RELEASE_CONDITIONS = ["deletes", "data", "hidden", "blocked"] as const;
export type ReleaseCondition = (typeof RELEASE_CONDITIONS)[number];

/** `unknown`: nothing says so, but not everything that could has been found out. */
export type Answer = "yes" | "no" | "unknown";
export type Conditions = Readonly<Record<ReleaseCondition, Answer>>;

export interface ReleaseVerdict {
  readonly conditions: Conditions;
  /** Whether anything that was to be judged could not be, or not wholly. */
  readonly partial: boolean;
}

/** @param way that the package is judged by; undefined where none is open: then nothing comes of it */
export function packageVerdict(preview: PackagePreview, way: WayPreview | undefined): ReleaseVerdict {
  const unreadInFile = preview.package.partial.length > 0;
  if (way === undefined) return { conditions: CLOSED, partial: unreadInFile };
  const data = preview.data?.[way.way];
  const isOpen = isUnseen(way) || way.unlisted || way.status === "uncertain" || isUncounted(way, data);
  return { conditions: conditionsOf(way, data), partial: unreadInFile || isOpen };
}

function conditionsOf(way: WayPreview, data: DataAtRisk | undefined): Conditions {
  const { hidden, counts, fates, status } = way;
  const lost = lostIn(data);
  const isHidden = hidden.byOverride + hidden.byHigher > 0;
  return {
    deletes: answer(fates.some(isSurelyDeleted), counts.deleted > 0 || mayDeleteMore(way)),
    data: answer(lost.some(goesSurely(fates)), lost.length > 0 || mayDeleteMore(way) || isUncounted(way, data)),
    hidden: answer(fates.some(isSurelyHidden), isHidden || isUnseen(way) || fates.some(mayBeHidden)),
    blocked: answer(status === "refused" || status === "notApplicable", status === "uncertain"),
  };
}

/** Whether something was not judged, or not wholly. */
const isUnseen = ({ counts, fates }: WayPreview): boolean =>
  counts.unknown > 0 ||
  fates.some(
    ({ why, asOfNow, changes }) =>
      why !== undefined || asOfNow === true || changes.some(({ seen }) => seen === "unknown"),
  );

/** Of several packages: what holds for one holds for the release. */
export function releaseConditions(verdicts: readonly ReleaseVerdict[]): Conditions {
  const of = (condition: ReleaseCondition): Answer => {
    const answers = verdicts.map(({ conditions }) => conditions[condition]);
    return answer(answers.includes("yes"), answers.includes("unknown"));
  };
  return { deletes: of("deletes"), data: of("data"), hidden: of("hidden"), blocked: of("blocked") };
}

/** A higher layer repeats today's value: whether it goes on to hide the change is not settled. What is dropped nobody hides. */
const mayBeHidden = ({ changes }: ComponentRelease): boolean =>
  changes.some(
    (change) => change.seen === "seen" && !change.certain && change.otherwise !== undefined && !mayStay(change),
  );

const CLOSED: Conditions = { deletes: "no", data: "no", hidden: "no", blocked: "yes" };

const answer = (holds: boolean, open: boolean): Answer => (holds ? "yes" : open ? "unknown" : "no");

/** What an earlier package of the release touches or needs may stay. */
const isSurelyDeleted = ({ kind, asOfNow }: ComponentRelease): boolean => kind === "deleted" && asOfNow !== true;

/** Of what is judged as it is now no change is certain. */
const isSurelyHidden = ({ changes }: ComponentRelease): boolean =>
  changes.some(({ seen, certain }) => certain && (seen === "hiddenByOverride" || seen === "hiddenByHigher"));

const lostIn = (data: DataAtRisk | undefined): DataItem[] =>
  (data?.items ?? []).filter(({ count }) => count.status !== "unknown" && count.count > 0);

function goesSurely(fates: readonly ComponentRelease[]): (item: DataItem) => boolean {
  const sure = new Set(fates.filter(isSurelyDeleted).map(({ component: { here } }) => here?.key));
  return ({ component }) => sure.has(component.key);
}

/** Tables and columns are deleted, and what they hold has not been counted, or not wholly. */
function isUncounted({ fates }: WayPreview, data: DataAtRisk | undefined): boolean {
  if (data) return !data.complete || data.items.some(({ count }) => count.status === "unknown");
  return fates.some(({ kind, component: { here } }) => kind === "deleted" && holdsData(here?.typeName));
}
