import type { DataAtRisk } from "../consequences/dataAtRisk";
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
  const { hidden, counts, fates } = way;
  const data = preview.data?.[way.way];
  const unjudged = counts.unknown > 0;
  const unseen = fates.some(
    ({ why, asOfNow, changes }) =>
      why !== undefined || asOfNow === true || changes.some(({ seen }) => seen === "unknown"),
  );
  const conditions: Conditions = {
    deletes: answer(counts.deleted > 0, mayDeleteMore(way)),
    data: answer(isLost(data), mayDeleteMore(way) || isUncounted(way, data)),
    hidden: answer(hidden.byOverride + hidden.byHigher > 0, unjudged || unseen || fates.some(mayBeHidden)),
    blocked: answer(way.status === "refused" || way.status === "notApplicable", way.status === "uncertain"),
  };
  const unknown = unjudged || unseen || way.unlisted || way.status === "uncertain";
  const partial = unreadInFile || unknown || isUncounted(way, data);
  return { conditions, partial };
}

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

const isLost = (data: DataAtRisk | undefined): boolean =>
  data?.items.some(({ count }) => count.status !== "unknown" && count.count > 0) ?? false;

/** Tables and columns are deleted, and what they hold has not been counted, or not wholly. */
function isUncounted({ fates }: WayPreview, data: DataAtRisk | undefined): boolean {
  if (data) return !data.complete || data.items.some(({ count }) => count.status === "unknown");
  return fates.some(({ kind, component: { here } }) => kind === "deleted" && holdsData(here?.typeName));
}
