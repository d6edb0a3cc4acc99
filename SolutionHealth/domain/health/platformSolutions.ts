import type { InstalledSolution, Publisher } from "../model/solution";

/** Microsoft's publishers by unique name, and by the prefixes that are Microsoft's. */
const NAMES = /^(?:microsoft|dynamics365|dynamicscrm|msdyn|mscrm|mspp)/i;
const PREFIXES = /^(?:msdyn|mscrm|mspp|msfp)/i;

/**
 * Whether a publisher is Microsoft. Its solutions come and change by themselves: whoever administers an environment
 * can put little right in them. A publisher that could not be read is not taken for Microsoft.
 */
export const isMicrosoft = ({ uniqueName, prefix }: Publisher): boolean =>
  NAMES.test(uniqueName) || PREFIXES.test(prefix);

/** Containers that every environment has (fact sheet §1.3). */
const CONTAINERS: ReadonlySet<string> = new Set(["active", "default", "system", "basic"]);
const COMMON_DEFAULT_ID = "00000001-0000-0000-0001-00000000009b";

/** Whether a solution is one of the platform's own containers, which nobody made and nobody can remove. */
export const isContainer = ({ id, uniqueName }: Pick<InstalledSolution, "id" | "uniqueName">): boolean =>
  CONTAINERS.has(uniqueName.toLowerCase()) || id === COMMON_DEFAULT_ID;

/** Whether a solution is for its administrators to keep healthy: managed, visible, not Microsoft's. */
export const isOwn = (solution: InstalledSolution): boolean =>
  solution.managed && solution.visible && !isMicrosoft(solution.publisher);

const DEFAULT_PUBLISHER_ID = "00000001-0000-0000-0000-00000000005a";
const DEFAULT_PUBLISHER_NAMES = /^(?:defaultpublisher|cr[0-9a-f]{5,6}$)/i;
const DEFAULT_PUBLISHER_LABELS = /^(?:cds default publisher$|default publisher for )/i;

/**
 * Whether a publisher is the one that an environment makes for itself (fact sheet §1.3: "CDS Default Publisher", named
 * `Cr` and hexadecimal digits). A package brings it along from the environment it was made in.
 */
export const isDefaultPublisher = ({ id, uniqueName, displayName }: Publisher): boolean =>
  id === DEFAULT_PUBLISHER_ID || DEFAULT_PUBLISHER_NAMES.test(uniqueName) || DEFAULT_PUBLISHER_LABELS.test(displayName);

/** Whether a name is that of the solution in which makers work unless they choose one: `Cr` and hexadecimal digits. */
export const isDefaultSolutionName = (uniqueName: string): boolean => /^cr[0-9a-f]{5,6}$/i.test(uniqueName);
