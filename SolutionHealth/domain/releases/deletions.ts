import type { ReleaseWay, WayPreview } from "./releasePreview";

/** Only an upgrade deletes (fact sheet §8.3), in one step or staged. */
export const isUpgrade = (way: ReleaseWay): boolean => way === "upgrade" || way === "stagedUpgrade";

/** Whether more may be deleted than is counted: what could not be judged, or not be listed, may be among it. */
export const mayDeleteMore = (way: Pick<WayPreview, "way" | "counts" | "unlisted">): boolean =>
  isUpgrade(way.way) && (way.counts.unknown > 0 || way.unlisted);
