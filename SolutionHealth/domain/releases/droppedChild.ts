import { addsUp } from "../layers/mergeTypes";
import type { ReleaseChange } from "./releasePreview";

/** A child (option, label, privilege, …) of which the package says nothing any more. */
const isDropped = ({ child, incoming }: Pick<ReleaseChange, "child" | "incoming">): boolean =>
  child !== undefined && incoming === undefined;

/** One that is seen on where the update leaves it. What another solution keeps falls back instead: of that it is not told. */
export const mayStay = (change: Pick<ReleaseChange, "child" | "incoming" | "otherwise">): boolean =>
  isDropped(change) && change.otherwise !== undefined;

/** One that an update may leave, seen or not: options and labels of all layers add up (fact sheet §8.1, §8.3 [?]). */
export const mayBeLeft = (change: Pick<ReleaseChange, "property" | "child" | "incoming">): boolean =>
  isDropped(change) && addsUp(change.property);
