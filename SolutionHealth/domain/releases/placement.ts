import { ACTIVE_LAYER, type ComponentLayer, type LayerStack } from "../layers/componentLayer";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import { isUpgrade } from "./deletions";
import type { Family } from "./family";
import type { ReleaseWay } from "./releasePreview";

/** Where the package's layer lies in a stack, and what it takes the place of. All lists top first. */
export interface Placement {
  /** Layers that stay above it. */
  readonly above: readonly ComponentLayer[];
  /** Layers that go since it comes: the one before, of an upgrade those of patches too. */
  readonly replaced: readonly ComponentLayer[];
  /** Layers that stay below it. */
  readonly below: readonly ComponentLayer[];
}

/** How the layers of a package come to lie, along one way. */
export interface LayerPlan {
  /** Unique name that the package's layers bear in the end; `Active` for unmanaged packages. */
  readonly own: string;
  /** Of the upgrade: layers of base, patches and pending upgrade go, whether the package holds the component or not. */
  readonly takesAll: boolean;
  readonly goes: (layer: ComponentLayer) => boolean;
  place(stack: Pick<LayerStack, "layers">): Placement;
}

/** 0 base, 1 patch, 2 pending upgrade: layers of one base solution stay together, in this order (fact sheet §8.1). */
interface Rank {
  readonly rank: number;
  readonly version: string;
}

export interface PlanTarget {
  readonly way: ReleaseWay;
  readonly uniqueName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly family: Family;
}

export function layerPlan({ way, uniqueName, version, managed, family }: PlanTarget): LayerPlan {
  if (!managed) return unmanagedPlan();
  const takesAll = isUpgrade(way);
  // A patch that does not exist has no name yet; it must not be taken for its base.
  const own = way === "patch" && family.patchOf === undefined ? `${uniqueName}_Patch` : uniqueName;
  const ranks = ranksOf(family);
  const rank: Rank = { rank: way === "patch" ? 1 : 0, version };
  const isOwn = ({ solution }: ComponentLayer): boolean => nameKey(solution) === nameKey(own);
  const isOfFamily = ({ solution }: ComponentLayer): boolean => ranks.has(nameKey(solution));
  const goes = takesAll ? isOfFamily : isOwn;
  return {
    own,
    takesAll,
    goes,
    place: ({ layers }) => {
      const cut = takesAll ? topOf(layers, isOfFamily) : seatOf(layers, isOwn, ranks, rank);
      const stays = (layer: ComponentLayer): boolean => !goes(layer);
      return {
        above: layers.slice(0, cut).filter(stays),
        replaced: layers.filter(goes),
        below: layers.slice(cut).filter(stays),
      };
    },
  };
}

/** Unmanaged packages add to the one Active layer: nothing lies above it (§8.1). */
function unmanagedPlan(): LayerPlan {
  const goes = ({ kind }: ComponentLayer): boolean => kind === "active";
  return {
    own: ACTIVE_LAYER,
    takesAll: false,
    goes,
    place: ({ layers }) => ({
      above: [],
      replaced: layers.filter(goes),
      below: layers.filter((layer) => !goes(layer)),
    }),
  };
}

const rankOf = (solution: InstalledSolution, { base, pending }: Family): Rank => ({
  rank: solution === base ? 0 : solution === pending ? 2 : 1,
  version: solution.version,
});

const ranksOf = (family: Family): ReadonlyMap<string, Rank> =>
  new Map(family.all.map((solution) => [nameKey(solution.uniqueName), rankOf(solution, family)]));

/** How many layers lie above the seat. */
function seatOf(
  layers: readonly ComponentLayer[],
  isOwn: (layer: ComponentLayer) => boolean,
  ranks: ReadonlyMap<string, Rank>,
  own: Rank,
): number {
  const same = layers.findIndex(isOwn);
  if (same >= 0) return same;
  const higher = layers.flatMap((layer, index) => {
    const rank = ranks.get(nameKey(layer.solution));
    return rank && compareRanks(rank, own) > 0 ? [index] : [];
  });
  const lowest = higher[higher.length - 1];
  return lowest === undefined ? topOf(layers, ({ solution }) => ranks.has(nameKey(solution))) : lowest + 1;
}

/** Above the layers of the same solution; where there is none, above all managed ones (§8.1). */
function topOf(layers: readonly ComponentLayer[], isOfFamily: (layer: ComponentLayer) => boolean): number {
  const top = layers.findIndex(isOfFamily);
  if (top >= 0) return top;
  const managed = layers.findIndex(({ kind }) => kind !== "active");
  return managed < 0 ? layers.length : managed;
}

const compareRanks = (a: Rank, b: Rank): number => a.rank - b.rank || compareVersions(a.version, b.version);
