import { addsUp } from "../layers/mergeTypes";
import type { ReleaseChange } from "./releasePreview";

/** A child (option, label, privilege, …) that the package no longer holds. */
export const isDroppedChild = ({ child, incoming }: Pick<ReleaseChange, "child" | "incoming">): boolean =>
  child !== undefined && incoming === undefined;

/** One of those that an update may leave: options and labels of all layers add up (fact sheet §8.1, §8.3 [?]). */
export const mayBeLeft = (change: Pick<ReleaseChange, "property" | "child" | "incoming">): boolean =>
  isDroppedChild(change) && addsUp(change.property);
