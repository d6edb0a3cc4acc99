import type { WayPreview } from "./releasePreview";

/** Only an upgrade deletes (fact sheet §8.3). */
const isUpgrade = ({ way }: Pick<WayPreview, "way">): boolean => way === "upgrade" || way === "stagedUpgrade";

/** Whether more may be deleted than is counted: what could not be judged, or not be listed, may be among it. */
export const mayDeleteMore = (way: Pick<WayPreview, "way" | "counts" | "unlisted">): boolean =>
  isUpgrade(way) && (way.counts.unknown > 0 || way.unlisted);
