import { nameKey } from "../solutions/solutionNames";
import type { UnreadReleaseFact } from "./releaseFacts";
import type { Situation } from "./situation";

type About = Pick<Situation, "facts" | "found" | "family">;

/**
 * What could not be read and is, or may be, about this package: about its solution, a patch or pending upgrade of that, a table
 * (listed below whatever solution holds it), or about no solution in particular.
 */
export function unreadOf({ facts, found, family }: About): UnreadReleaseFact[] {
  const own = new Set([found.package.manifest, ...family.all].map(({ uniqueName }) => nameKey(uniqueName)));
  return facts.unread.filter(
    ({ solution, table }) => solution === undefined || table !== undefined || own.has(nameKey(solution)),
  );
}

/** Whether not all that the installed solution holds could be listed. */
export const isUnlisted = (about: About): boolean => unreadOf(about).some(({ what }) => what === "members");
